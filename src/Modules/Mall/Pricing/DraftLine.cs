namespace Sward.Mall.Pricing;

/// <summary>A line while it is being priced, unit by unit. Whatever changes it says what it did to each unit.</summary>
internal sealed class DraftLine(WantedLine wanted, SkuPrice price)
{
    private readonly long[] unitGoods = new long[wanted.Units];
    private readonly long[] unitFreight = new long[wanted.Units];
    private readonly long[] unitTax = new long[wanted.Units];
    private readonly long[] unitCredit = new long[wanted.Units];
    private long openMinor;

    public WantedLine Wanted => wanted;

    public SkuPrice Price => price;

    public long UnitPriceMinor { get; private set; }

    public IReadOnlyList<long> UnitGoodsMinor => unitGoods;

    public IReadOnlyList<long> UnitFreightMinor => unitFreight;

    public long GoodsMinor => unitGoods.Sum();

    public long TotalMinor => GoodsMinor + unitFreight.Sum() + unitTax.Sum() - unitCredit.Sum();

    /// <summary>What each unit costs with everything, as it is now.</summary>
    private long[] Totals => [.. Enumerable.Range(0, wanted.Units).Select(unit => unitGoods[unit] + unitFreight[unit] + unitTax[unit] - unitCredit[unit])];

    /// <summary>What tax on goods from abroad is found by.</summary>
    public long DutiableMinor => openMinor + unitFreight.Sum();

    /// <summary>How much a discount may still take.</summary>
    public long AboveFloorMinor => unitGoods.Sum(AboveFloor);

    /// <summary>The effect of a step that left the line alone.</summary>
    public long[] Nothing => new long[wanted.Units];

    public void SetUnitPrice(long minor, long openUnitMinor)
    {
        UnitPriceMinor = minor;
        openMinor = openUnitMinor * wanted.Units;
        Array.Fill(unitGoods, minor);
    }

    /// <summary>Takes a discount; one that is open to everybody lowers what is dutiable as well.</summary>
    public long[] Take(long minor, bool isOpen)
    {
        openMinor -= isOpen ? minor : 0;
        var parts = Split.Capped(minor, unitGoods, [.. unitGoods.Select(AboveFloor)]);
        return Add(unitGoods, Negative(parts));
    }

    public long[] AddFreight(long minor) => Add(unitFreight, Split.Exactly(minor, unitGoods));

    public long[] TakeFreight(long minor) => Add(unitFreight, Negative(Split.Capped(minor, unitFreight, unitFreight)));

    public long[] AddTax(long minor) => Add(unitTax, Split.Exactly(minor, unitGoods));

    public long[] Credit(long minor)
    {
        var totals = Totals;
        return Negative(Add(unitCredit, Split.Capped(minor, totals, totals)));
    }

    /// <summary>The line as it is priced now.</summary>
    /// <param name="unitGoodsSubsidy">Per unit: what the platform bears of the goods' discounts.</param>
    /// <param name="unitFreightSubsidy">Per unit: what the platform bears of the freight's discounts.</param>
    /// <param name="deposit">The pre-sale that it is bought in, if any.</param>
    public PricedLine Finish(long[] unitGoodsSubsidy, long[] unitFreightSubsidy, DepositOffer? deposit) => new(
        wanted, UnitPriceMinor, [.. unitGoods], [.. unitFreight], [.. unitTax], [.. unitCredit], DutiableMinor,
        price.Tax is { Kind: TaxKind.Included } tax ? tax.On(GoodsMinor) : 0)
    {
        UnitGoodsSubsidyMinor = unitGoodsSubsidy,
        UnitFreightSubsidyMinor = unitFreightSubsidy,
        UnitDepositMinor = deposit is null ? [] : DepositsOf(deposit),
    };

    /// <summary>The deposit of the line, over its units. Where another price or offer made a unit cheaper than the pre-sale planned, its deposit shrinks with it.</summary>
    private long[] DepositsOf(DepositOffer offer)
    {
        var most = DepositOffer.MostOf(UnitPriceMinor);
        return Split.Capped(offer.DepositMinor * wanted.Units, unitGoods, [.. Totals.Select(total => Math.Min(most, total))]);
    }

    private static long[] Add(long[] units, long[] parts)
    {
        for (var i = 0; i < units.Length; i++)
        {
            units[i] += parts[i];
        }

        return parts;
    }

    private static long[] Negative(long[] parts) => [.. parts.Select(part => -part)];

    // A price may itself lie below its floor; then there is just nothing to take.
    private long AboveFloor(long unitMinor) => Math.Max(0, unitMinor - price.FloorMinor);
}
