using Sward.Contracts.Accounts;

namespace Sward.Accounts;

/// <summary>Whom I blocked or muted, the youngest accounts first.</summary>
internal static class ListHidden
{
    public static void Map(IEndpointRouteBuilder me)
    {
        me.MapGet("/blocks", ([AsParameters] PageQuery page, AccountsDb db, IAccountCards cards, ICurrentAccount current, CancellationToken ct) =>
                ReadAsync(db.Blocks.Where(b => b.BlockerId == current.Id).Select(b => b.BlockedId), page, cards, ct))
            .WithName("ListBlocks").RequireAuthorization();
        me.MapGet("/mutes", ([AsParameters] PageQuery page, AccountsDb db, IAccountCards cards, ICurrentAccount current, CancellationToken ct) =>
                ReadAsync(db.Mutes.Where(m => m.MuterId == current.Id).Select(m => m.MutedId), page, cards, ct))
            .WithName("ListMutes").RequireAuthorization();
    }

    private static async Task<Results<Ok<Page<AccountCard>>, ProblemHttpResult>> ReadAsync(IQueryable<long> hiddenIds, PageQuery page, IAccountCards cards, CancellationToken ct)
    {
        if (!Cursor.TryDecode(page.Cursor, out var before, out _))
        {
            return Problems.BadRequest("kernel.bad-cursor");
        }

        var rows = await hiddenIds.Where(id => id < before).OrderByDescending(id => id).Take(page.Size + 1).ToListAsync(ct);
        var cut = Page<long>.Of(rows, page.Size, id => Cursor.Encode(id));
        var people = await cards.GetAsync(cut.Items, ct);
        return TypedResults.Ok(new Page<AccountCard>([.. cut.Items.Select(id => people.GetValueOrDefault(id)).OfType<AccountCard>()], cut.Next));
    }
}
