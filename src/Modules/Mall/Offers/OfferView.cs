using Microsoft.Extensions.Localization;
using Sward.Ui;

namespace Sward.Mall.Offers;

/// <summary>Where an offer is in its life.</summary>
internal enum OfferState
{
    Coming,
    Running,
    Over,
}

/// <summary>An offer as everybody sees it; <paramref name="Text"/> says in words what it promises.</summary>
/// <param name="StoresPercent">What stores bear of the platform's offer; above 0 it counts only for the goods of those that take part.</param>
/// <param name="Partakers">How many stores take part in it; told at the operator's desk.</param>
internal sealed record OfferView(
    long Id, long? StoreId, string Title, string Text, OfferTerms Terms, IReadOnlyList<long> ProductIds, IReadOnlyList<string> Categories, int Priority, bool Exclusive,
    DateTimeOffset From, DateTimeOffset Until, OfferState State,
    int StoresPercent, int? Partakers = null)
{
    public static OfferView Of(PublicOffer offer, IStringLocalizer texts, DateTimeOffset now) => new(
        offer.Id, offer.StoreId, offer.Title, texts.Promise(offer), offer.Terms, offer.ProductIds, offer.Categories, offer.Priority, offer.IsExclusive, offer.From, offer.Until,
        offer.EndedAt is not null || offer.Until <= now ? OfferState.Over : offer.From > now ? OfferState.Coming : OfferState.Running,
        offer.StoresBasisPoints / 100);
}

/// <summary>Puts what offers promise into words.</summary>
internal static class OfferTexts
{
    public static string Promise(this IStringLocalizer texts, PublicOffer offer)
    {
        string Price(long minor) => Format.Price(new Money(minor, offer.Currency));
        string Tier(TierTerms tier, bool repeated) => tier switch
        {
            { Percent: 0 } => texts[repeated ? "mall.offer.every" : "mall.offer.off", Price(tier.FromMinor), Price(tier.OffMinor)],
            { CapMinor: { } cap } => texts["mall.offer.percent-capped", Price(tier.FromMinor), tier.Percent, Price(cap)],
            _ => texts["mall.offer.percent", Price(tier.FromMinor), tier.Percent],
        };
        var text = offer.Terms switch
        {
            { Threshold: { } threshold } => string.Join(texts["mall.offer.and"], threshold.Tiers.OrderBy(tier => tier.FromMinor).Select(tier => Tier(tier, threshold.Repeated))),
            { Units: { Percent: 100 } units } => texts["mall.offer.units-free", units.Size, units.Size - units.Cheaper],
            { Units: { Cheaper: 1 } units } => texts["mall.offer.nth", units.Size, units.Percent, 100 - units.Percent],
            { Units: { } units } => texts["mall.offer.units", units.Size, units.Cheaper, units.Percent],
            { Bundle: { } bundle } => texts["mall.offer.bundle", Price(bundle.PriceMinor), bundle.Parts.Sum(part => part.Units)],
            _ => "",
        };
        return offer.StoreId is not null ? text : texts[offer.IsShared ? "mall.offer.across-partaking" : "mall.offer.across", text];
    }
}
