using Sward.Ui;

namespace Sward.Mall.Coupons;

/// <summary>What the mall serves of coupons.</summary>
internal static class CouponEndpoints
{
    public static void AddServices(IServiceCollection services) => services
        .AddScoped<IssueCoupons>()
        .AddScoped<ClaimCoupon>()
        .AddScoped<Wallet>()
        .AddOperatorPage("mall.operator.coupons", "/operator/coupons");

    public static void Map(IEndpointRouteBuilder routes)
    {
        var coupons = routes.MapApi("/coupons", "Coupons");
        IssueCoupons.Map(routes.MapApi("/stores", "Coupons"), coupons);
        ClaimCoupon.Map(coupons);
        Wallet.Map(coupons);
    }
}
