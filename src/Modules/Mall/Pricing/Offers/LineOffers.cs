namespace Sward.Mall.Pricing;

/// <summary>An offer on units of goods.</summary>
internal abstract record LineOffer(string Id) : Offer(Id);

/// <summary>
/// Of every <paramref name="Size"/> units the cheapest <paramref name="Cheaper"/> cost less: "the second at half price" is 2, 1, 5,000; "three for two" is 3, 1, 10,000.
/// Units of all lines in scope count together, the dearest first, so that no other way of grouping them would take more.
/// </summary>
/// <param name="BasisPoints">How much less, in hundredths of a percent.</param>
internal sealed record UnitsOffer(string Id, int Size, int Cheaper, int BasisPoints) : LineOffer(Id)
{
    public static UnitsOffer Nth(string id, int nth, int percent) => new(id, nth, 1, percent * 100);

    public static UnitsOffer For(string id, int take, int pay) => new(id, take, take - pay, Benefit.Whole);
}

/// <summary>Goods that cost so much together, as often as the cart holds all of them.</summary>
internal sealed record Bundle(string Id, IReadOnlyDictionary<long, int> UnitsBySku, long PriceMinor) : LineOffer(Id);
