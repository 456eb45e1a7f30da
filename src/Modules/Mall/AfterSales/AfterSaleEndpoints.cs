namespace Sward.Mall.AfterSales;

/// <summary>What the mall serves after the sale.</summary>
internal static class AfterSaleEndpoints
{
    public static void AddServices(IServiceCollection services) => services
        .AddScoped<ApplyForAfterSale>()
        .AddScoped<AnswerAfterSale>()
        .AddClockJob<AgreeAfterSilence>("mall.agree-after-silence", TimeSpan.FromMinutes(10));

    public static void Map(IEndpointRouteBuilder routes) => AnswerAfterSale.Map(routes.MapApi("/after-sales", "After-sales"));
}
