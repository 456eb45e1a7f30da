namespace Sward.Mall.Pricing;

/// <summary>All that the engine may look at: no database, no clock, so the same input has the same price for ever.</summary>
/// <param name="Lines">In the order of the cart; ties of a split go to the earlier line.</param>
/// <param name="At">The instant to price for: an offer counts only while it runs.</param>
internal sealed record PricingInput(
    string Currency,
    IReadOnlyList<WantedLine> Lines,
    IReadOnlyDictionary<long, SkuPrice> Prices,
    Offers Offers,
    Buyer Buyer,
    DateTimeOffset At);

/// <summary>Units of one variant that somebody would like to have.</summary>
internal sealed record WantedLine(long SkuId, long StoreId, int Units);

/// <summary>What one unit costs everybody, and the floor below which no discount may take it.</summary>
internal sealed record SkuPrice(long PublicMinor, long FloorMinor = 0);

/// <summary>Who buys; a visitor has no account.</summary>
internal sealed record Buyer(long? AccountId);
