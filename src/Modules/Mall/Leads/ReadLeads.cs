using Sward.Contracts.Accounts;

namespace Sward.Mall.Leads;

/// <summary>A question as its store and whoever asked see it.</summary>
/// <param name="AnsweredAt">Null while it is open.</param>
internal sealed record LeadView(
    long Id, long StoreId, long ProductId, string ProductName, string Name, string Contact, string Question, DateTimeOffset AskedAt, DateTimeOffset? AnsweredAt)
{
    public static LeadView Of(Lead lead, string productName) => new(
        lead.Id, lead.StoreId, lead.ProductId, productName, lead.Name, lead.Contact, lead.Question, lead.AskedAt, lead.AnsweredAt);
}

/// <summary>Shows questions to their store and to whoever asked, newest first. To everybody else they do not exist, nor do those of somebody who is blocked.</summary>
internal sealed class ReadLeads(MallDb db, ICurrentAccount account, ICircles circles)
{
    public static void Map(IEndpointRouteBuilder leads, IEndpointRouteBuilder stores)
    {
        leads.MapGet("", async Task<Results<Ok<Page<LeadView>>, ProblemHttpResult>> ([AsParameters] PageQuery page, ReadLeads read, CancellationToken ct) =>
                Cursor.TryDecode(page.Cursor, out var before, out _) ? TypedResults.Ok(PageOf(await read.MineAsync(before, page.Size + 1, ct), page.Size)) : Problems.BadRequest("kernel.bad-cursor"))
            .WithName("ListLeads")
            .RequireAuthorization();
        stores.MapGet("/{storeId:long}/leads", HandleStoreAsync)
            .WithName("ListLeadsOfStore")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization();
    }

    public static Page<LeadView> PageOf(IReadOnlyList<LeadView> fetched, int size) => Page<LeadView>.Of(fetched, size, lead => Cursor.Encode(lead.Id));

    /// <summary>What this account has asked.</summary>
    public Task<List<LeadView>> MineAsync(long before, int limit, CancellationToken ct)
    {
        var accountId = account.Id;
        return ViewsAsync(db.Leads.Where(l => l.AccountId == accountId && l.Id < before), limit, ct);
    }

    /// <summary>The question that this account has open about a product.</summary>
    public async Task<LeadView?> OpenAsync(long accountId, long productId, CancellationToken ct) =>
        (await ViewsAsync(db.Leads.Where(l => l.AccountId == accountId && l.ProductId == productId && l.AnsweredAt == null), 1, ct)).SingleOrDefault();

    /// <summary>What a store of this account was asked; null when it has no such store.</summary>
    /// <param name="answered">Only the answered, or only the open ones.</param>
    public async Task<List<LeadView>?> OfStoreAsync(long storeId, bool? answered, long before, int limit, CancellationToken ct)
    {
        var ownerId = account.Id;
        if (!await db.Stores.AnyAsync(s => s.Id == storeId && s.OwnerId == ownerId, ct))
        {
            return null;
        }

        long[] blocked = [.. (await circles.OfAsync(ownerId, ct)).Blocked];
        var asked = db.Leads.Where(l => l.StoreId == storeId && l.Id < before && !blocked.Contains(l.AccountId));
        return await ViewsAsync(answered is { } wanted ? asked.Where(l => (l.AnsweredAt != null) == wanted) : asked, limit, ct);
    }

    private Task<List<LeadView>> ViewsAsync(IQueryable<Lead> chosen, int limit, CancellationToken ct) => (
        from lead in chosen.AsNoTracking().OrderByDescending(l => l.Id).Take(limit)
        join product in db.Products on lead.ProductId equals product.Id
        orderby lead.Id descending
        select LeadView.Of(lead, product.Name)).ToListAsync(ct);

    private static async Task<Results<Ok<Page<LeadView>>, ProblemHttpResult>> HandleStoreAsync(
        long storeId, [AsParameters] PageQuery page, ReadLeads read, CancellationToken ct, bool? answered = null)
    {
        if (!Cursor.TryDecode(page.Cursor, out var before, out _))
        {
            return Problems.BadRequest("kernel.bad-cursor");
        }

        return await read.OfStoreAsync(storeId, answered, before, page.Size + 1, ct) is { } found ? TypedResults.Ok(PageOf(found, page.Size)) : Problems.NotFound("mall.store-not-found");
    }
}
