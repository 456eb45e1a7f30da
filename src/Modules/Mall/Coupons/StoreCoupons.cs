namespace Sward.Mall.Coupons;

/// <summary>The coupons that a store gives out now, on its page.</summary>
/// <param name="Problem">Why one could not be had.</param>
internal sealed record StoreCoupons(IReadOnlyList<CouponView> Coupons, string? Problem = null);
