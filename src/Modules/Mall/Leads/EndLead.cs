using Sward.Contracts.Accounts;

namespace Sward.Mall.Leads;

/// <summary>A question ends: the store marks it as answered, or whoever asked takes it back.</summary>
internal sealed class EndLead(MallDb db, ICurrentAccount account, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder leads)
    {
        leads.MapPut("/{leadId:long}/answered", async Task<Results<NoContent, ProblemHttpResult>> (long leadId, EndLead end, CancellationToken ct) =>
                await end.AnswerAsync(leadId, ct) ? TypedResults.NoContent() : Problems.NotFound("mall.lead-not-found"))
            .WithName("AnswerLead")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization();
        leads.MapDelete("/{leadId:long}", async (long leadId, EndLead end, CancellationToken ct) =>
            {
                await end.TakeBackAsync(leadId, ct);
                return TypedResults.NoContent();
            })
            .WithName("TakeBackLead")
            .RequireAuthorization();
    }

    /// <summary>Marks a question to a store of this account; a second time changes nothing. False when there is none.</summary>
    public async Task<bool> AnswerAsync(long leadId, CancellationToken ct)
    {
        var (ownerId, now) = (account.Id, clock.GetUtcNow());
        var mine = db.Leads.Where(l => l.Id == leadId && db.Stores.Any(s => s.Id == l.StoreId && s.OwnerId == ownerId));
        return await mine.Where(l => l.AnsweredAt == null).ExecuteUpdateAsync(set => set.SetProperty(l => l.AnsweredAt, now), ct) > 0 || await mine.AnyAsync(ct);
    }

    /// <summary>Deletes a question of this account with all that it says.</summary>
    public Task<int> TakeBackAsync(long leadId, CancellationToken ct)
    {
        var accountId = account.Id;
        return db.Leads.Where(l => l.Id == leadId && l.AccountId == accountId).ExecuteDeleteAsync(ct);
    }
}
