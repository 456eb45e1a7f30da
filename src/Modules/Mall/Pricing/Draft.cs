namespace Sward.Mall.Pricing;

/// <summary>A cart while it is being priced. Steps change it only through the three verbs here, so every amount is split and explained alike.</summary>
internal sealed class Draft
{
    private readonly List<AppliedStep> applied = [];

    public Draft(PricingInput input)
    {
        Input = input;
        Lines = [.. input.Lines.Select(wanted => new DraftLine(wanted, input.Prices[wanted.SkuId]))];
    }

    public PricingInput Input { get; }

    public IReadOnlyList<DraftLine> Lines { get; }

    /// <summary>Gives every unit of these lines its first price.</summary>
    public void SetUnitPrices(Why why, Func<DraftLine, long> unitPriceMinor)
    {
        foreach (var line in Lines)
        {
            line.SetUnitPrice(unitPriceMinor(line));
        }

        Record(PriceStep.UnitPrice, offerId: null, why, line => [.. line.UnitGoodsMinor]);
    }

    /// <summary>Takes an amount off the goods of some lines: split by their worth, never below a floor.</summary>
    public void Discount(PriceStep step, string offerId, Why why, IReadOnlyList<DraftLine> lines, long amountMinor)
    {
        var parts = Split.Capped(amountMinor, [.. lines.Select(line => line.GoodsMinor)], [.. lines.Select(line => line.AboveFloorMinor)]);
        var taken = lines.Zip(parts).ToDictionary(pair => pair.First, pair => pair.First.Take(pair.Second));
        Record(step, offerId, why, line => taken.TryGetValue(line, out var units) ? units : line.Nothing);
    }

    /// <summary>Adds freight to some lines: split by the worth of their goods, which it leaves as they are.</summary>
    public void AddFreight(Why why, IReadOnlyList<DraftLine> lines, long amountMinor)
    {
        var parts = Split.Exactly(amountMinor, [.. lines.Select(line => line.GoodsMinor)]);
        var added = lines.Zip(parts).ToDictionary(pair => pair.First, pair => pair.First.AddFreight(pair.Second));
        Record(PriceStep.Freight, offerId: null, why, line => added.TryGetValue(line, out var units) ? units : line.Nothing);
    }

    public PricedCart Finish() => new(
        Input.Currency,
        [.. Lines.Select(line => new PricedLine(line.Wanted, line.UnitPriceMinor, [.. line.UnitGoodsMinor], [.. line.UnitFreightMinor]))],
        applied);

    private void Record(PriceStep step, string? offerId, Why why, Func<DraftLine, long[]> byUnit) =>
        applied.Add(new AppliedStep(step, offerId, why, [.. Lines.Select(byUnit)]));
}

/// <summary>A line while it is being priced, unit by unit.</summary>
internal sealed class DraftLine(WantedLine wanted, SkuPrice price)
{
    private readonly long[] unitGoods = new long[wanted.Units];
    private readonly long[] unitFreight = new long[wanted.Units];

    public WantedLine Wanted => wanted;

    public SkuPrice Price => price;

    public long UnitPriceMinor { get; private set; }

    public IReadOnlyList<long> UnitGoodsMinor => unitGoods;

    public IReadOnlyList<long> UnitFreightMinor => unitFreight;

    public long GoodsMinor => unitGoods.Sum();

    /// <summary>How much a discount may still take.</summary>
    public long AboveFloorMinor => unitGoods.Sum(AboveFloor);

    /// <summary>The effect of a step that left the line alone.</summary>
    public long[] Nothing => new long[wanted.Units];

    public void SetUnitPrice(long minor)
    {
        UnitPriceMinor = minor;
        Array.Fill(unitGoods, minor);
    }

    /// <summary>Takes a discount off the units and returns what it did to each.</summary>
    public long[] Take(long minor)
    {
        var parts = Split.Capped(minor, unitGoods, [.. unitGoods.Select(AboveFloor)]);
        return Add(unitGoods, [.. parts.Select(part => -part)]);
    }

    /// <summary>Adds freight to the units and returns what it did to each.</summary>
    public long[] AddFreight(long minor) => Add(unitFreight, Split.Exactly(minor, unitGoods));

    private static long[] Add(long[] units, long[] parts)
    {
        for (var i = 0; i < units.Length; i++)
        {
            units[i] += parts[i];
        }

        return parts;
    }

    // A price may itself lie below its floor; then there is just nothing to take.
    private long AboveFloor(long unitMinor) => Math.Max(0, unitMinor - price.FloorMinor);
}
