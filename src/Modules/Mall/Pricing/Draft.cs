namespace Sward.Mall.Pricing;

/// <summary>A cart while it is being priced. Steps change it only through the verbs here, so every amount is split and explained alike.</summary>
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

    public long PointsUsed { get; set; }

    /// <summary>The lines an offer is about.</summary>
    public IReadOnlyList<DraftLine> LinesOf(Func<WantedLine, bool> covers) => [.. Lines.Where(line => covers(line.Wanted))];

    /// <summary>Gives every unit of these lines its first price.</summary>
    /// <param name="open">The lowest price that is open to everybody, per unit: a member's is not.</param>
    public void SetUnitPrices(Why why, IReadOnlyList<DraftLine> lines, Func<DraftLine, long> unitPriceMinor, Func<DraftLine, long> open)
    {
        foreach (var line in lines)
        {
            line.SetUnitPrice(unitPriceMinor(line), open(line));
        }

        Record(PriceStep.UnitPrice, offer: null, why, line => lines.Contains(line) ? [.. line.UnitGoodsMinor] : line.Nothing);
    }

    /// <summary>Takes an amount off the goods of some lines: split by their worth, never below a floor.</summary>
    /// <param name="weights">What the lines are worth to this offer; their goods, if it does not say.</param>
    public void Discount(PriceStep step, Offer offer, Why why, IReadOnlyList<DraftLine> lines, long amountMinor, IReadOnlyList<long>? weights = null)
    {
        var isOpen = step is PriceStep.LineOffer or PriceStep.StoreThreshold or PriceStep.CrossStoreThreshold;
        var parts = Split.Capped(amountMinor, weights ?? [.. lines.Select(line => line.GoodsMinor)], [.. lines.Select(line => line.AboveFloorMinor)]);
        Apply(step, offer, why, lines, parts, (line, part) => line.Take(part, isOpen));
    }

    /// <summary>Adds freight to some lines: split by the worth of their goods, which it leaves as they are.</summary>
    public void AddFreight(Why why, IReadOnlyList<DraftLine> lines, long amountMinor) => Apply(
        PriceStep.Freight, offer: null, why, lines, Split.Exactly(amountMinor, [.. lines.Select(line => line.GoodsMinor)]), (line, part) => line.AddFreight(part));

    /// <summary>Takes an amount off the freight of some lines, never more than it is.</summary>
    public void TakeFreight(Offer offer, Why why, IReadOnlyList<DraftLine> lines, long amountMinor)
    {
        long[] freight = [.. lines.Select(line => line.UnitFreightMinor.Sum())];
        Apply(PriceStep.FreightCoupon, offer, why, lines, Split.Capped(amountMinor, freight, freight), (line, part) => line.TakeFreight(part));
    }

    /// <summary>Adds tax to one line.</summary>
    public void AddTax(Why why, DraftLine line, long amountMinor) => Apply(PriceStep.Tax, offer: null, why, [line], [amountMinor], (taxed, part) => taxed.AddTax(part));

    /// <summary>Takes a credit off everything that is to be paid, never more than that.</summary>
    public void Credit(Offer offer, Why why, long amountMinor)
    {
        long[] totals = [.. Lines.Select(line => line.TotalMinor)];
        Apply(PriceStep.MemberCredit, offer, why, Lines, Split.Capped(amountMinor, totals, totals), (line, part) => line.Credit(part));
    }

    public PricedCart Finish()
    {
        var goods = Subsidy.ByUnit(applied.Where(step => step.Step < PriceStep.Freight), Lines);
        var freight = Subsidy.ByUnit(applied.Where(step => step.Step is PriceStep.FreightCoupon), Lines);
        return new(Input.Currency, [.. Lines.Select((line, i) => line.Finish(goods[i], freight[i], DepositOn(line)))], applied, PointsUsed);
    }

    private DepositOffer? DepositOn(DraftLine line) => Input.Offers.Deposits.FirstOrDefault(offer => offer.SkuId == line.Wanted.SkuId && offer.RunsAt(Input.At));

    private void Apply(PriceStep step, Offer? offer, Why why, IReadOnlyList<DraftLine> lines, long[] parts, Func<DraftLine, long, long[]> change)
    {
        var changed = lines.Zip(parts).ToDictionary(pair => pair.First, pair => change(pair.First, pair.Second));
        Record(step, offer, why, line => changed.TryGetValue(line, out var units) ? units : line.Nothing);
    }

    private void Record(PriceStep step, Offer? offer, Why why, Func<DraftLine, long[]> byUnit) =>
        applied.Add(new AppliedStep(step, offer?.Id, why, [.. Lines.Select(byUnit)]) { PlatformBasisPoints = offer?.PlatformBasisPoints ?? 0 });
}
