using Sward.Mall.Orders;

namespace Sward.Mall.Catalog;

/// <summary>Paid orders of the last 24 hours for the ticker on a product's page: a province and how long ago, nothing that tells who.</summary>
internal sealed class RecentOrders(MallDb db, TimeProvider clock)
{
    private const int Most = 5;

    public sealed record Item(string Region, int SecondsAgo);

    public sealed record Response(IReadOnlyList<Item> Items);

    public static void Map(IEndpointRouteBuilder products) => products
        .MapGet("/{productId:long}/recent-orders", async (long productId, RecentOrders recent, CancellationToken ct) => TypedResults.Ok(new Response(await recent.OfAsync(productId, ct))))
        .WithName("ListRecentOrders")
        .AllowAnonymous();

    public async Task<IReadOnlyList<Item>> OfAsync(long productId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var since = now.AddDays(-1);
        var floor = Ids.FloorOf(since);
        var rows = await (
            from line in db.OrderLines
            join order in db.Orders on line.OrderId equals order.Id
            join purchase in db.Purchases on order.PurchaseId equals purchase.Id
            where line.ProductId == productId && order.Id >= floor && !OrderStates.Unpaid.Contains(order.State) && order.State != OrderState.Cancelled
            orderby order.Id descending
            select new { purchase.ShipTo.Region, order.PlacedAt }).Take(Most).ToListAsync(ct);
        return [.. rows.Where(row => row.PlacedAt >= since).Select(row => new Item(row.Region, (int)(now - row.PlacedAt).TotalSeconds))];
    }
}
