using Sward.Ui;

namespace Sward.Mall.Coupons;

/// <summary>A coupon that is given out, for one reader.</summary>
/// <param name="HasAll">They have as many as one person may have.</param>
/// <param name="Follow">What they have to do first; null when they can take it.</param>
internal sealed record CouponToTake(CouponView Coupon, bool HasAll, Toggle? Follow);

/// <summary>Coupons that are given out now, for everybody to take.</summary>
/// <param name="Url">The page they stand on; its handler Claim takes one.</param>
/// <param name="Problem">Why one could not be had.</param>
internal sealed record CouponsToTake(string Title, string Url, IReadOnlyList<CouponToTake> Coupons, string? Problem = null);
