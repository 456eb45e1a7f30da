using Sward.Ui;

namespace Sward.Mall.AfterSales;

/// <summary>What the mall serves after the sale.</summary>
internal static class AfterSaleEndpoints
{
    public static void AddServices(IServiceCollection services) => services
        .AddScoped<ReadAfterSales>()
        .AddScoped<AnnounceAfterSale>()
        .AddScoped<ApplyForAfterSale>()
        .AddScoped<ClaimDoubleDeposit>()
        .AddScoped<AnswerAfterSale>()
        .AddScoped<SettleAfterSale>()
        .AddScoped<Arbitrate>()
        .AddOperatorPage("mall.operator.arbitration", "/operator/arbitration")
        .AddScoped<PriceGuarantee>()
        .AddScoped<ClaimPriceGuarantee>()
        .AddClockJob<AgreeAfterSilence>("mall.agree-after-silence", TimeSpan.FromMinutes(10));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var afterSales = routes.MapApi("/after-sales", "After-sales");
        AnswerAfterSale.Map(afterSales);
        Arbitrate.Map(afterSales);
    }
}
