using System.Globalization;
using Sward.Mall.Coupons;
using Sward.Mall.GiftCards;
using Sward.Mall.Points;

namespace Sward.Mall.Checkout;

/// <summary>What the buyer has besides money, and which of it goes into a quote: for the page, where it can be chosen.</summary>
/// <param name="Points">How many there are.</param>
internal sealed record MeansChoice(IReadOnlyList<HeldCouponView> Coupons, long Points, IReadOnlyList<GiftCardWallet.View> Cards, QuoteView Quote)
{
    public bool IsEmpty => Coupons.Count == 0 && Points == 0 && Cards.Count == 0;

    public bool Uses(HeldCouponView coupon) => Quote.Steps.Any(step => string.Equals(step.OfferId, HeldCoupon.NameOf(coupon.Id), StringComparison.Ordinal));

    public bool Uses(GiftCardWallet.View card) => Quote.GiftCards.Any(use => use.Id == card.Id);

    public static async Task<MeansChoice> OfAsync(long accountId, QuoteView quote, Wallet wallet, ReadPoints points, GiftCardWallet cards, CancellationToken ct) =>
        new(await wallet.ViewAsync(accountId, ct, quote.Total.Currency, [.. quote.Lines.Select(line => line.StoreId).Distinct()]), await points.BalanceAsync(accountId, ct), await cards.ListAsync(accountId, ct), quote);
}

/// <summary>The same choice as it stands in the page's address.</summary>
internal sealed class MeansForm
{
    /// <summary>Whether anything was chosen: otherwise the best coupons are used, and nothing else.</summary>
    public bool Chosen { get; init; }
    public long[] Coupon { get; init; } = [];
    public bool UsePoints { get; init; }
    public long[] Card { get; init; } = [];

    public Means ToMeans() => new(
        Chosen ? [.. Coupon.Select(id => id.ToString(CultureInfo.InvariantCulture))] : null, UsePoints ? Means.MostPoints : 0, Card);

    /// <summary>The same as fields of another form.</summary>
    public IEnumerable<(string Name, string Value)> Fields => Chosen
        ?
        [
            ("means.chosen", "true"), ("means.usePoints", UsePoints ? "true" : "false"),
            .. Coupon.Select(id => ("means.coupon", id.ToString(CultureInfo.InvariantCulture))), .. Card.Select(id => ("means.card", id.ToString(CultureInfo.InvariantCulture))),
        ]
        : [];

    public string ToQuery() => string.Concat(Fields.Select(field => $"&{field.Name}={field.Value}"));
}
