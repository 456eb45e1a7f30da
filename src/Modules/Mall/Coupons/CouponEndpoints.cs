using Sward.Contracts.Accounts;
using Sward.Ui;

namespace Sward.Mall.Coupons;

/// <summary>What the mall serves of coupons.</summary>
internal static class CouponEndpoints
{
    public static void AddServices(IServiceCollection services) => services
        .AddScoped<IssueCoupons>()
        .AddScoped<IssuedCoupons>()
        .AddScoped<CouponShelf>()
        .AddScoped<CodeTries>()
        .AddScoped<ClaimCoupon>()
        .AddScoped<ClaimByCode>()
        .AddScoped<PushCoupon>()
        .AddScoped<Wallet>()
        .AddScoped<PastCoupons>()
        .Subscribe<AccountFollowed, GiveToFollowers, MallDb>(GiveToFollowers.Subscriber)
        .AddClockJob<PushCoupons>("mall.push-coupons", TimeSpan.FromSeconds(5))
        .AddClockJob<TellOfExpiry>("mall.tell-of-expiring-coupons", TimeSpan.FromMinutes(10))
        .AddOperatorPage("mall.operator.coupons", "/operator/coupons");

    public static void Map(IEndpointRouteBuilder routes)
    {
        var (stores, coupons) = (routes.MapApi("/stores", "Coupons"), routes.MapApi("/coupons", "Coupons"));
        IssueCoupons.Map(stores, coupons);
        IssuedCoupons.Map(stores, coupons);
        CouponShelf.Map(stores, coupons);
        ClaimCoupon.Map(coupons);
        ClaimByCode.Map(coupons);
        PushCoupon.Map(coupons);
        Wallet.Map(coupons);
        PastCoupons.Map(coupons);
    }
}
