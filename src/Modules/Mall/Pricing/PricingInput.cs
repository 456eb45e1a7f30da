namespace Sward.Mall.Pricing;

/// <summary>All that the engine may look at: no database, no clock, so the same input has the same price for ever.</summary>
/// <param name="Lines">In the order of the cart; ties of a split go to the earlier line.</param>
/// <param name="At">The instant to price for: an offer counts only while it runs.</param>
internal sealed record PricingInput(
    string Currency,
    IReadOnlyList<WantedLine> Lines,
    IReadOnlyDictionary<long, SkuPrice> Prices,
    AllOffers Offers,
    Buyer Buyer,
    DateTimeOffset At)
{
    /// <summary>The coupons to use; those that do not fit are left unused. <see cref="BestCoupons"/> finds the best.</summary>
    public IReadOnlySet<string> CouponIds { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The most points to use.</summary>
    public long Points { get; init; }
}

/// <summary>Units of one variant that somebody would like to have.</summary>
/// <param name="Category">Kind of goods, for offers on some kinds only.</param>
internal sealed record WantedLine(long SkuId, long StoreId, int Units, string Category = "")
{
    /// <summary>The product that it is a variant of, for offers on some products only.</summary>
    public long ProductId { get; init; }

    /// <summary>Whether it is sent; what is not pays no freight.</summary>
    public bool Ships { get; init; } = true;
}

/// <summary>What one unit costs, and the floor below which no discount may take it.</summary>
/// <param name="PublicMinor">What it costs everybody.</param>
internal sealed record SkuPrice(long PublicMinor, long FloorMinor = 0)
{
    /// <summary>In a limited-time purchase that runs now.</summary>
    public long? FlashMinor { get; init; }

    /// <summary>In the pre-sale that it is bought in.</summary>
    public long? PreSaleMinor { get; init; }

    /// <summary>In the live room this buyer came from.</summary>
    public long? LiveMinor { get; init; }

    /// <summary>For members.</summary>
    public long? MemberMinor { get; init; }

    /// <summary>Null for goods without tax.</summary>
    public Tax? Tax { get; init; }
}

/// <summary>Who buys; a visitor has no account.</summary>
internal sealed record Buyer(long? AccountId, bool IsMember = false);
