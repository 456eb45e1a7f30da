using Sward.Contracts.Town;
using Sward.Mall.AfterSales;

namespace Sward.Mall.Orders;

/// <summary>What the mall serves of orders.</summary>
internal static class OrderEndpoints
{
    public static void AddServices(IServiceCollection services) => services
        .AddScoped<ReadOrders>()
        .AddScoped<ChangeOrder>()
        .AddScoped<CancelOrder>()
        .AddScoped<ReceiveOrder>()
        .AddScoped<ReceiptWindows>()
        .AddScoped<EachPurchase>()
        .AddScoped<ITownPart, OrdersTown>()
        .AddClockJob<ExpireOrders>("mall.expire-orders", TimeSpan.FromSeconds(30))
        .AddClockJob<ReceiveOverdueOrders>("mall.receive-overdue-orders", TimeSpan.FromMinutes(10))
        .AddClockJob<CloseOrders>("mall.close-orders", TimeSpan.FromMinutes(10));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var orders = routes.MapApi("/orders", "Orders");
        ReadOrders.Map(orders);
        CancelOrder.Map(orders);
        ShipOrder.Map(orders);
        ReceiveOrder.Map(orders);
        ApplyForAfterSale.Map(orders);
        ClaimPriceGuarantee.Map(orders);
    }
}
