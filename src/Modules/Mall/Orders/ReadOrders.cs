using Sward.Contracts.Accounts;
using Sward.Mall.AfterSales;
using Sward.Mall.Shipments;

namespace Sward.Mall.Orders;

/// <summary>Which side of an order somebody looks from.</summary>
internal enum OrderRole
{
    Buyer,
    Store,
}

/// <summary>Shows orders to the two who may see them: buyer and seller. To everybody else they do not exist.</summary>
internal sealed class ReadOrders(MallDb db)
{
    public static void Map(IEndpointRouteBuilder orders)
    {
        orders.MapGet("", HandleListAsync)
            .WithName("ListOrders")
            .RequireAuthorization();
        orders.MapGet("/{orderId:long}", HandleReadAsync)
            .WithName("ReadOrder")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization();
    }

    /// <summary>Newest first.</summary>
    /// <param name="before">Only orders with a smaller id.</param>
    /// <param name="storeId">Only orders of one store of the seller.</param>
    public async Task<IReadOnlyList<OrderView>> ListAsync(
        long accountId, OrderRole role, OrderState? state, long before, int limit, CancellationToken ct, long? storeId = null)
    {
        var mine = role is OrderRole.Buyer ? db.Orders.Where(o => o.BuyerId == accountId) : db.Orders.Where(o => o.SellerId == accountId);
        return await ViewsAsync(
            mine.Where(o => o.Id < before && (state == null || o.State == state) && (storeId == null || o.StoreId == storeId)).OrderByDescending(o => o.Id).Take(limit), ct);
    }

    /// <summary>An order of which the account is buyer or seller, or null.</summary>
    public async Task<OrderView?> FindAsync(long accountId, long orderId, CancellationToken ct) =>
        (await ViewsAsync(db.Orders.Where(o => o.Id == orderId && (o.BuyerId == accountId || o.SellerId == accountId)), ct)).SingleOrDefault();

    /// <summary>What one checkout made.</summary>
    public Task<IReadOnlyList<OrderView>> OfPurchaseAsync(long purchaseId, CancellationToken ct) =>
        ViewsAsync(db.Orders.Where(o => o.PurchaseId == purchaseId).OrderBy(o => o.Id), ct);

    public Task<bool> IsSellerAsync(long accountId, long orderId, CancellationToken ct) => db.Orders.AnyAsync(o => o.Id == orderId && o.SellerId == accountId, ct);

    /// <summary>Units of each line that wait to be put into a parcel.</summary>
    public async Task<IReadOnlyDictionary<long, int>> ToSendAsync(long orderId, CancellationToken ct)
    {
        var order = await db.Orders.Include(o => o.Lines).SingleAsync(o => o.Id == orderId, ct);
        var parcels = await Parcels.OfAsync(db, order, ct);
        return order.Lines.ToDictionary(line => line.Id, parcels.ToSend);
    }

    private async Task<IReadOnlyList<OrderView>> ViewsAsync(IQueryable<Order> chosen, CancellationToken ct)
    {
        var orders = await chosen.AsNoTracking().Include(o => o.Lines).Include(o => o.Steps).AsSplitQuery().ToListAsync(ct);
        var (orderIds, purchaseIds, storeIds) = (orders.Select(o => o.Id).ToArray(), orders.Select(o => o.PurchaseId).ToArray(), orders.Select(o => o.StoreId).ToArray());
        var purchases = await db.Purchases.AsNoTracking().Where(p => purchaseIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var payments = (await db.Payments.AsNoTracking().Where(p => purchaseIds.Contains(p.PurchaseId)).OrderBy(p => p.Id).ToListAsync(ct)).ToLookup(p => p.PurchaseId);
        var preSaleIds = purchases.Values.Select(p => p.PreSaleId).OfType<long>().ToArray();
        var preSales = preSaleIds.Length == 0 ? [] : await db.PreSales.AsNoTracking().Where(s => preSaleIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var storeNames = await db.Stores.Where(s => storeIds.Contains(s.Id)).Select(s => new { s.Id, s.Name }).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        var afterSales = (await db.AfterSales.AsNoTracking().Include(a => a.Steps).Where(a => orderIds.Contains(a.OrderId)).OrderBy(a => a.Id).ToListAsync(ct)).ToLookup(a => a.OrderId);
        var shipments = (await db.Shipments.AsNoTracking().Include(s => s.Lines).Include(s => s.Steps).AsSplitQuery()
            .Where(s => orderIds.Contains(s.OrderId)).OrderBy(s => s.Id).ToListAsync(ct)).ToLookup(s => s.OrderId);
        return
        [
            .. orders.Select(order => OrderView.Of(
                order, purchases[order.PurchaseId], [.. payments[order.PurchaseId]], preSales.GetValueOrDefault(purchases[order.PurchaseId].PreSaleId ?? 0), storeNames[order.StoreId],
                [.. shipments[order.Id].Select(shipment => ShipmentView.Of(shipment, order))], [.. afterSales[order.Id].Select(AfterSaleView.Of)])),
        ];
    }

    private static async Task<Results<Ok<Page<OrderView>>, ProblemHttpResult>> HandleListAsync(
        [AsParameters] PageQuery page, ReadOrders orders, ICurrentAccount account, CancellationToken ct, OrderRole role = OrderRole.Buyer, OrderState? state = null)
    {
        if (!Cursor.TryDecode(page.Cursor, out var before, out _))
        {
            return Problems.BadRequest("kernel.bad-cursor");
        }

        var found = await orders.ListAsync(account.Id, role, state, before, page.Size + 1, ct);
        return TypedResults.Ok(Page<OrderView>.Of(found, page.Size, order => Cursor.Encode(order.Id)));
    }

    private static async Task<Results<Ok<OrderView>, ProblemHttpResult>> HandleReadAsync(long orderId, ReadOrders orders, ICurrentAccount account, CancellationToken ct) =>
        await orders.FindAsync(account.Id, orderId, ct) is { } order ? TypedResults.Ok(order) : Problems.NotFound("mall.order-not-found");
}
