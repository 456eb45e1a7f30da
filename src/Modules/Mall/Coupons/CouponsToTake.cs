namespace Sward.Mall.Coupons;

/// <summary>Coupons that are given out now, for everybody to take.</summary>
/// <param name="Url">The page they stand on; its handler Claim takes one.</param>
/// <param name="Problem">Why one could not be had.</param>
internal sealed record CouponsToTake(string Title, string Url, IReadOnlyList<CouponView> Coupons, string? Problem = null);
