using Sward.Contracts.Accounts;

namespace Sward.Accounts;

/// <summary>Mutes an account, or lets it be heard again.</summary>
internal sealed class MuteAccount(AccountsDb db, CircleCache cache, ICurrentAccount current, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder accounts)
    {
        accounts.MapPut("/{accountId:long}/mute", async Task<Results<NoContent, ProblemHttpResult>> (long accountId, MuteAccount mute, CancellationToken ct) =>
                await mute.MuteAsync(accountId, ct) ? TypedResults.NoContent() : Problems.NotFound("accounts.account-not-found"))
            .WithName("MuteAccount").RequireAuthorization().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        accounts.MapDelete("/{accountId:long}/mute", async (long accountId, MuteAccount mute, CancellationToken ct) =>
        {
            await mute.UnmuteAsync(accountId, ct);
            return TypedResults.NoContent();
        }).WithName("UnmuteAccount").RequireAuthorization();
    }

    /// <summary>False when there is no such account.</summary>
    public async Task<bool> MuteAsync(long accountId, CancellationToken ct)
    {
        if (current.Id == accountId)
        {
            throw new Refusal("accounts.not-yourself", StatusCodes.Status422UnprocessableEntity);
        }

        if (!await db.Accounts.AnyAsync(a => a.Id == accountId, ct))
        {
            return false;
        }

        await ChangeAsync(accountId, () => db.InsertOnceAsync(new Mute(current.Id, accountId, clock.GetUtcNow()), ct), ct);
        return true;
    }

    public Task UnmuteAsync(long accountId, CancellationToken ct)
    {
        var me = current.Id;
        return ChangeAsync(accountId, async () => await db.Mutes.Where(m => m.MuterId == me && m.MutedId == accountId).ExecuteDeleteAsync(ct) == 1, ct);
    }

    private async Task ChangeAsync(long accountId, Func<Task<bool>> decide, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await decide())
        {
            db.Announce(new AccountMuted(current.Id, accountId));
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        cache.Evict(current.Id, accountId);
    }
}
