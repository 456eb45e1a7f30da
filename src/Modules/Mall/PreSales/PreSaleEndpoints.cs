using Sward.Contracts.Town;

namespace Sward.Mall.PreSales;

/// <summary>What the mall serves of pre-sales.</summary>
internal static class PreSaleEndpoints
{
    public static void AddServices(IServiceCollection services) => services
        .AddScoped<MakePreSale>()
        .AddScoped<CancelPreSale>()
        .AddScoped<ReadPreSale>()
        .AddScoped<OrderInPreSale>()
        .AddScoped<DepositFate>()
        .AddScoped<ITownPart, PreSaleTown>()
        .AddClockJob<TellOfRests>("mall.tell-of-rests", TimeSpan.FromMinutes(1));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var stores = routes.MapApi("/stores", "PreSales");
        var sales = routes.MapApi("/pre-sales", "PreSales");
        MakePreSale.Map(stores);
        ReadPreSale.Map(sales, stores);
        CancelPreSale.Map(sales);
        OrderInPreSale.Map(sales);
    }
}
