using Microsoft.Extensions.Options;

namespace Sward.Mall.AfterSales;

/// <summary>A request with what it is about.</summary>
/// <param name="Until">When time decides in the place of whose turn it is.</param>
internal sealed record AfterSaleFile(AfterSaleView Request, long StoreId, string OrderNumber, long BuyerId, long SellerId, string LineName, Money Claim, DateTimeOffset? Until);

/// <summary>Shows requests to buyer, store and platform. To everybody else they do not exist.</summary>
internal sealed class ReadAfterSales(MallDb db, IOptions<MallOptions> options)
{
    /// <summary>A request of which the account is buyer or seller, or any for the platform; or null.</summary>
    public async Task<AfterSaleFile?> FindAsync(long accountId, bool isOperator, long afterSaleId, CancellationToken ct) => (await FilesAsync(
        from afterSale in db.AfterSales
        join order in db.Orders on afterSale.OrderId equals order.Id
        where afterSale.Id == afterSaleId && (isOperator || order.BuyerId == accountId || order.SellerId == accountId)
        select afterSale, ct)).SingleOrDefault();

    /// <summary>What waits for the platform, the oldest first.</summary>
    public Task<IReadOnlyList<AfterSaleFile>> ForPlatformAsync(long after, int limit, CancellationToken ct) =>
        FilesAsync(db.AfterSales.Where(a => a.State == AfterSaleState.PlatformIntervening && a.Id > after).OrderBy(a => a.Id).Take(limit), ct);

    /// <summary>A store's requests, newest first.</summary>
    public Task<IReadOnlyList<AfterSaleFile>> OfStoreAsync(long storeId, long before, int limit, CancellationToken ct) =>
        FilesAsync(db.AfterSales.Where(a => a.Id < before && db.Orders.Any(o => o.Id == a.OrderId && o.StoreId == storeId)).OrderByDescending(a => a.Id).Take(limit), ct);

    private async Task<IReadOnlyList<AfterSaleFile>> FilesAsync(IQueryable<AfterSale> chosen, CancellationToken ct)
    {
        var requests = await chosen.AsNoTracking().Include(a => a.Steps).ToListAsync(ct);
        var (orderIds, lineIds) = (requests.Select(a => a.OrderId).ToArray(), requests.Select(a => a.LineId).ToArray());
        var orders = await db.Orders.Where(o => orderIds.Contains(o.Id)).Select(o => new { o.Id, o.StoreId, o.Number, o.BuyerId, o.SellerId }).ToDictionaryAsync(o => o.Id, ct);
        var names = await db.OrderLines.Where(l => lineIds.Contains(l.Id)).ToDictionaryAsync(l => l.Id, l => l.ProductName, ct);
        return
        [
            .. requests.Select(a => new AfterSaleFile(
                AfterSaleView.Of(a), orders[a.OrderId].StoreId, orders[a.OrderId].Number, orders[a.OrderId].BuyerId, orders[a.OrderId].SellerId, names[a.LineId],
                new Money(a.ClaimMinor, a.Currency), options.Value.DueOf(a))),
        ];
    }
}
