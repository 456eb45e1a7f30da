namespace Sward.Mall.Pricing.Steps;

/// <summary>Starts from the lowest unit price that this buyer may have: flash, pre-sale, live room, member or public; never two of them together.</summary>
internal sealed class UnitPriceStep : IPriceStep
{
    /// <summary>Why a unit costs what everybody pays.</summary>
    public const string PublicPrice = "public-price";

    public void Apply(Draft draft)
    {
        foreach (var kind in draft.Lines.GroupBy(line => PriceOf(line.Price, draft.Input.Buyer).Why, StringComparer.Ordinal))
        {
            List<DraftLine> lines = [.. kind];
            draft.SetUnitPrices(
                new Why(kind.Key, []), lines, line => PriceOf(line.Price, draft.Input.Buyer).Minor, line => OpenPrices(line.Price).Min(price => price.Minor));
        }
    }

    private static (string Why, long Minor) PriceOf(SkuPrice price, Buyer buyer) => OpenPrices(price)
        .Append(("live-price", price.LiveMinor ?? long.MaxValue))
        .Append(("member-price", buyer.IsMember ? price.MemberMinor ?? long.MaxValue : long.MaxValue))
        .MinBy(known => known.Item2);

    /// <summary>What everybody could pay now. Of equal prices the plainest is named: it stands first.</summary>
    private static IEnumerable<(string Why, long Minor)> OpenPrices(SkuPrice price) =>
        [(PublicPrice, price.PublicMinor), ("flash-price", price.FlashMinor ?? long.MaxValue), ("pre-sale-price", price.PreSaleMinor ?? long.MaxValue)];
}
