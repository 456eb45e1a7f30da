using Sward.Contracts.Accounts;

namespace Sward.Accounts;

/// <summary>Whom I blocked or muted, newest first.</summary>
internal static class ListHidden
{
    public static void Map(IEndpointRouteBuilder me)
    {
        me.MapGet("/blocks", ([AsParameters] PageQuery page, AccountsDb db, IAccountCards cards, ICurrentAccount current, CancellationToken ct) =>
                ReadAsync(db.Blocks.Where(b => b.BlockerId == current.Id).Select(b => new Hidden(b.BlockedId, b.At)), page, cards, ct))
            .WithName("ListBlocks").RequireAuthorization();
        me.MapGet("/mutes", ([AsParameters] PageQuery page, AccountsDb db, IAccountCards cards, ICurrentAccount current, CancellationToken ct) =>
                ReadAsync(db.Mutes.Where(m => m.MuterId == current.Id).Select(m => new Hidden(m.MutedId, m.At)), page, cards, ct))
            .WithName("ListMutes").RequireAuthorization();
    }

    private sealed record Hidden(long AccountId, DateTimeOffset At);

    private static async Task<Results<Ok<Page<AccountCard>>, ProblemHttpResult>> ReadAsync(IQueryable<Hidden> hidden, PageQuery page, IAccountCards cards, CancellationToken ct)
    {
        if (!Cursor.TryDecode(page.Cursor, out var before, out _))
        {
            return Problems.BadRequest("kernel.bad-cursor");
        }

        var rows = await hidden.Where(h => h.AccountId < before).OrderByDescending(h => h.AccountId).Take(page.Size + 1).ToListAsync(ct);
        var cut = Page<Hidden>.Of(rows, page.Size, row => Cursor.Encode(row.AccountId));
        var people = await cards.GetAsync([.. cut.Items.Select(h => h.AccountId)], ct);
        return TypedResults.Ok(new Page<AccountCard>([.. cut.Items.Select(h => people.GetValueOrDefault(h.AccountId)).OfType<AccountCard>()], cut.Next));
    }
}
