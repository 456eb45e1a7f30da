using Sward.Mall.Pricing;
using Sward.Mall.Stores;

namespace Sward.Mall.Coupons;

/// <summary>A coupon as everybody sees it.</summary>
/// <param name="Percent">A share of the goods, in percent; null when it takes an amount.</param>
/// <param name="Left">How many are still to be had.</param>
internal sealed record CouponView(
    long Id, long StoreId, string StoreName, string Title, CouponLayer Layer, Money From, Money? Off, decimal? Percent, Money? Cap, int PerPerson, int Left,
    DateTimeOffset Until, bool Ended)
{
    public static CouponView Of(CouponIssue issue, Store store) => new(
        issue.Id, store.Id, store.Name, issue.Title, issue.Layer, new Money(issue.FromMinor, store.Currency),
        issue.OffMinor > 0 ? new Money(issue.OffMinor, store.Currency) : null,
        issue.BasisPoints > 0 ? issue.BasisPoints / 100m : null,
        issue.CapMinor is { } cap ? new Money(cap, store.Currency) : null,
        issue.PerPerson, issue.Quota - issue.Given, issue.Until, issue.EndedAt is not null);
}
