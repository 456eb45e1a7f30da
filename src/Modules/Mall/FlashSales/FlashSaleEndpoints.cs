using Sward.Contracts.Town;
using Sward.Ui;

namespace Sward.Mall.FlashSales;

/// <summary>What the mall serves of limited-time purchases.</summary>
internal static class FlashSaleEndpoints
{
    public static void AddServices(IServiceCollection services) => services
        .AddScoped<MakeFlashSale>()
        .AddScoped<CancelFlashSale>()
        .AddScoped<ReadFlashSale>()
        .AddScoped<FlashShowcase>()
        .AddScoped<MoveFlashUnits>()
        .AddScoped<QuoteInSale>()
        .AddScoped<BuyInSale>()
        .AddScoped<WaitForUnits>()
        .AddScoped<ReadFlashResult>()
        .AddSingleton<FlashTickets>()
        .AddScoped<ITownPart, FlashTown>()
        .AddOperatorPage("mall.operator.sales", "/operator/sales")
        .AddClockJob<TurnFlashSales>("mall.turn-flash-sales", TimeSpan.FromSeconds(5))
        .AddClockJob<ServeWaiters>("mall.serve-waiters", TimeSpan.FromSeconds(5));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var stores = routes.MapApi("/stores", "FlashSales");
        var sales = routes.MapApi("/flash-sales", "FlashSales");
        MakeFlashSale.Map(stores);
        ReadFlashSale.Map(sales, stores);
        CancelFlashSale.Map(sales);
        QuoteInSale.Map(sales);
        BuyInSale.Map(sales);
        ReadFlashResult.Map(sales);
        WaitForUnits.Map(sales);
    }
}
