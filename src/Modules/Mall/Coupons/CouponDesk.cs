using Sward.Mall.Pricing;

namespace Sward.Mall.Coupons;

/// <summary>The part of a desk where coupons are given out.</summary>
/// <param name="Url">Where its forms post to.</param>
/// <param name="Layers">What a coupon of this desk may be taken off.</param>
/// <param name="IsPlatform">Whether it is the operator's, who may have stores bear a share.</param>
internal sealed record CouponDesk(string Url, IReadOnlyList<CouponView> Coupons, IReadOnlyList<CouponLayer> Layers, bool IsPlatform, string? Problem);
