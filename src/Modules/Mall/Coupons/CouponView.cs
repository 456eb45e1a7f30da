using Microsoft.Extensions.Localization;
using Sward.Mall.Pricing;
using Sward.Mall.Stores;
using Sward.Ui;

namespace Sward.Mall.Coupons;

/// <summary>A coupon as everybody sees it; one without a store is the platform's.</summary>
/// <param name="Percent">A share of the goods, in percent; null when it takes an amount.</param>
/// <param name="Left">How many are still to be had.</param>
/// <param name="StoresPercent">What stores bear of the platform's coupon; above 0 it counts only for the goods of those that take part.</param>
/// <param name="Way">How people come by it.</param>
/// <param name="UsableFrom">From when it is good; null for at once.</param>
/// <param name="Exclusive">No other coupon is used beside it.</param>
internal sealed record CouponView(
    long Id, long? StoreId, string? StoreName, string Title, CouponLayer Layer, Money From, Money? Off, decimal? Percent, Money? Cap, int PerPerson, int Left, IReadOnlyList<string> Categories,
    DateTimeOffset Until, bool Ended, int StoresPercent, CouponWay Way, DateTimeOffset? UsableFrom, bool Exclusive)
{
    /// <summary>Where the goods are that it is for.</summary>
    public string GoodsUrl() => this switch
    {
        { StoreId: { } storeId } => $"/stores/{storeId}",
        { Categories: [var category] } when Catalog.Categories.Knows(category) => $"/mall?category={category}",
        _ => "/mall",
    };

    public static CouponView Of(CouponIssue issue, Store? store) => new(
        issue.Id, issue.StoreId, store?.Name, issue.Title, issue.Layer, new Money(issue.FromMinor, issue.Currency),
        issue.OffMinor > 0 ? new Money(issue.OffMinor, issue.Currency) : null,
        issue.BasisPoints > 0 ? issue.BasisPoints / 100m : null,
        issue.CapMinor is { } cap ? new Money(cap, issue.Currency) : null,
        issue.PerPerson, issue.Quota - issue.Given, issue.Categories, issue.Until, issue.EndedAt is not null, issue.StoresBasisPoints / 100, issue.Way, issue.UsableFrom, issue.IsExclusive);
}

/// <summary>Puts what coupons promise into words, as <see cref="Offers.OfferTexts"/> does for offers.</summary>
internal static class CouponTexts
{
    public static string Promise(this IStringLocalizer texts, CouponIssue issue)
    {
        string Price(long minor) => Format.Price(new Money(minor, issue.Currency));
        var off = issue.BasisPoints > 0 ? texts["mall.coupons.percent", issue.BasisPoints / 100m].Value : Price(issue.OffMinor);
        var from = texts[issue.Layer is CouponLayer.Freight ? "mall.coupons.freight" : "mall.coupons.goods", Price(issue.FromMinor)];
        return issue.CapMinor is { } cap ? $"{off} · {from} · {texts["mall.coupons.cap", Price(cap)]}" : $"{off} · {from}";
    }
}
