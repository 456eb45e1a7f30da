namespace Sward.Mall.Pricing;

/// <summary>A cart with what every unit costs, and why.</summary>
/// <param name="Steps">In the order they were applied; their amounts sum to <see cref="TotalMinor"/>.</param>
/// <param name="PointsUsed">How many points went into it.</param>
internal sealed record PricedCart(string Currency, IReadOnlyList<PricedLine> Lines, IReadOnlyList<AppliedStep> Steps, long PointsUsed)
{
    public long GoodsMinor => Lines.Sum(line => line.GoodsMinor);

    public long FreightMinor => Lines.Sum(line => line.FreightMinor);

    public long TaxMinor => Lines.Sum(line => line.TaxMinor);

    public long CreditMinor => Lines.Sum(line => line.CreditMinor);

    public long TotalMinor => Lines.Sum(line => line.TotalMinor);

    /// <summary>What a pre-sale asks for first; 0 for all other carts.</summary>
    public long DepositMinor => Lines.Sum(line => line.UnitDepositMinor.Sum());

    /// <summary>What is left to pay later.</summary>
    public long RestMinor => TotalMinor - DepositMinor;
}

/// <summary>A line with the amounts of each of its units: these are stored on the order, and are what a refund gives back.</summary>
/// <param name="UnitPriceMinor">Price of one unit before discounts.</param>
/// <param name="UnitGoodsMinor">Per unit: what the goods cost after discounts.</param>
/// <param name="UnitFreightMinor">Per unit: its share of the freight.</param>
/// <param name="UnitTaxMinor">Per unit: tax on top.</param>
/// <param name="UnitCreditMinor">Per unit: what a member's credit took off all of that.</param>
/// <param name="DutiableMinor">What tax on goods from abroad is found by, freight included.</param>
/// <param name="IncludedTaxMinor">Tax that is in the goods' price already.</param>
internal sealed record PricedLine(
    WantedLine Wanted, long UnitPriceMinor, IReadOnlyList<long> UnitGoodsMinor, IReadOnlyList<long> UnitFreightMinor, IReadOnlyList<long> UnitTaxMinor,
    IReadOnlyList<long> UnitCreditMinor, long DutiableMinor, long IncludedTaxMinor)
{
    /// <summary>Per unit: what the platform bears of the discounts on the goods. The seller gets it on top of what the buyer pays.</summary>
    public required IReadOnlyList<long> UnitGoodsSubsidyMinor { get; init; }

    /// <summary>Per unit: the same of the discounts on the freight.</summary>
    public required IReadOnlyList<long> UnitFreightSubsidyMinor { get; init; }

    /// <summary>Per unit: what a pre-sale asks for first, never more than the unit costs; nothing for other lines.</summary>
    public IReadOnlyList<long> UnitDepositMinor { get; init; } = [];

    public long GoodsMinor => UnitGoodsMinor.Sum();

    public long FreightMinor => UnitFreightMinor.Sum();

    public long TaxMinor => UnitTaxMinor.Sum();

    public long CreditMinor => UnitCreditMinor.Sum();

    public long TotalMinor => GoodsMinor + FreightMinor + TaxMinor - CreditMinor;

    /// <summary>What one unit costs with everything.</summary>
    public long UnitTotalMinor(int unit) => UnitGoodsMinor[unit] + UnitFreightMinor[unit] + UnitTaxMinor[unit] - UnitCreditMinor[unit];
}

/// <summary>The steps of the engine, in the order they are applied (mall.md 1).</summary>
internal enum PriceStep
{
    UnitPrice,
    LineOffer,
    StoreThreshold,
    CrossStoreThreshold,
    StoreCoupon,
    PlatformCoupon,
    Points,
    Freight,
    FreightCoupon,
    Tax,
    MemberCredit,
}

/// <summary>What one step did.</summary>
/// <param name="OfferId">The offer it applied, if it needed one.</param>
/// <param name="ByUnit">Per line and unit what was added (positive) or taken (negative).</param>
internal sealed record AppliedStep(PriceStep Step, string? OfferId, Why Why, IReadOnlyList<IReadOnlyList<long>> ByUnit)
{
    /// <summary>The share of the offer that the platform bears, in hundredths of a percent.</summary>
    public int PlatformBasisPoints { get; init; }

    public long AmountMinor => ByUnit.Sum(units => units.Sum());

    public long OnLine(int line) => ByUnit[line].Sum();
}

/// <summary>The reason of a step: a text under <c>mall.why.{Key}</c> with amounts to put into it.</summary>
internal sealed record Why(string Key, IReadOnlyList<long> AmountsMinor);
