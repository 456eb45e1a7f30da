namespace Sward.Mall.Pricing.Steps;

/// <summary>Offers on units: the nth one cheaper, x for y, bundles.</summary>
internal sealed class LineOfferStep : IPriceStep
{
    public void Apply(Draft draft)
    {
        var offers = draft.Input.Offers.LineOffers;
        foreach (var offer in offers.Winners(draft.Input.At, offer => TakenBy(draft, offer).OffMinor > 0).ToList())
        {
            var (offMinor, worth) = TakenBy(draft, offer);
            if (offMinor > 0)
            {
                var lines = draft.Lines.Where(worth.ContainsKey).ToList();
                draft.Discount(PriceStep.LineOffer, offer, WhyOf(offer), lines, offMinor, [.. lines.Select(line => worth[line])]);
            }
        }
    }

    private static Why WhyOf(LineOffer offer) => offer is Bundle bundle ? new Why("bundle", [bundle.PriceMinor]) : new Why("units-offer", []);

    /// <summary>What the offer takes, and of which lines: by what those of their units are worth that belong to it.</summary>
    private static (long OffMinor, IReadOnlyDictionary<DraftLine, long> Worth) TakenBy(Draft draft, LineOffer offer) => offer switch
    {
        UnitsOffer units => ByUnits(draft, units),
        Bundle bundle => ByBundle(draft, bundle),
        _ => throw new ArgumentOutOfRangeException(nameof(offer)),
    };

    private static (long, IReadOnlyDictionary<DraftLine, long>) ByUnits(Draft draft, UnitsOffer offer)
    {
        // OrderBy is stable, so of equal units the earlier line's comes first.
        var groups = draft.LinesOf(offer.Scope.Covers)
            .SelectMany(line => line.UnitGoodsMinor.Select(minor => (Line: line, Minor: minor)))
            .OrderByDescending(unit => unit.Minor)
            .Chunk(offer.Size)
            .Where(group => group.Length == offer.Size)
            .ToList();
        var off = groups.Sum(group => group.TakeLast(offer.Cheaper).Sum(unit => Rounding.HalfUp((Int128)unit.Minor * offer.BasisPoints, Benefit.Whole)));
        return (off, groups.SelectMany(group => group).GroupBy(unit => unit.Line).ToDictionary(line => line.Key, line => line.Sum(unit => unit.Minor)));
    }

    private static (long, IReadOnlyDictionary<DraftLine, long>) ByBundle(Draft draft, Bundle bundle)
    {
        var lines = draft.Lines.Where(line => bundle.UnitsBySku.ContainsKey(line.Wanted.SkuId)).ToList();
        var times = bundle.UnitsBySku.Min(part => lines.Where(line => line.Wanted.SkuId == part.Key).Sum(line => line.Wanted.Units) / part.Value);
        var left = bundle.UnitsBySku.ToDictionary(part => part.Key, part => part.Value * times);
        var worth = new Dictionary<DraftLine, long>();
        foreach (var line in lines)
        {
            var units = Math.Min(left[line.Wanted.SkuId], line.Wanted.Units);
            left[line.Wanted.SkuId] -= units;
            worth[line] = line.UnitGoodsMinor.Take(units).Sum();
        }

        return (Math.Max(0, worth.Values.Sum() - (bundle.PriceMinor * times)), worth);
    }
}
