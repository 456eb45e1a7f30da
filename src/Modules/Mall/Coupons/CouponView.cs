using Sward.Mall.Pricing;
using Sward.Mall.Stores;

namespace Sward.Mall.Coupons;

/// <summary>A coupon as everybody sees it; one without a store is the platform's.</summary>
/// <param name="Percent">A share of the goods, in percent; null when it takes an amount.</param>
/// <param name="Left">How many are still to be had.</param>
internal sealed record CouponView(
    long Id, long? StoreId, string? StoreName, string Title, CouponLayer Layer, Money From, Money? Off, decimal? Percent, Money? Cap, int PerPerson, int Left, IReadOnlyList<string> Categories,
    DateTimeOffset Until, bool Ended)
{
    public static CouponView Of(CouponIssue issue, Store? store) => new(
        issue.Id, issue.StoreId, store?.Name, issue.Title, issue.Layer, new Money(issue.FromMinor, issue.Currency),
        issue.OffMinor > 0 ? new Money(issue.OffMinor, issue.Currency) : null,
        issue.BasisPoints > 0 ? issue.BasisPoints / 100m : null,
        issue.CapMinor is { } cap ? new Money(cap, issue.Currency) : null,
        issue.PerPerson, issue.Quota - issue.Given, issue.Categories, issue.Until, issue.EndedAt is not null);
}
