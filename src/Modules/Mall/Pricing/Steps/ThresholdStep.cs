namespace Sward.Mall.Pricing.Steps;

/// <summary>Threshold discounts: of each store on its own goods, or across stores on the eligible goods of all.</summary>
internal sealed class ThresholdStep(PriceStep step) : IPriceStep
{
    public void Apply(Draft draft)
    {
        var offers = draft.Input.Offers.Thresholds.Where(offer => offer.StoreId is null == step is PriceStep.CrossStoreThreshold);
        foreach (var contest in offers.GroupBy(offer => offer.StoreId))
        {
            foreach (var offer in contest.Winners(draft.Input.At, offer => Reached(draft, offer).OffMinor > 0).ToList())
            {
                // Asked again: an offer before this one may have taken the goods below the threshold.
                if (Reached(draft, offer) is ( > 0 and var offMinor, { } tier))
                {
                    var key = step is PriceStep.StoreThreshold ? "store-threshold" : "cross-store-threshold";
                    draft.Discount(step, offer, new Why(key, [tier.FromMinor, offMinor]), LinesOf(draft, offer), offMinor);
                }
            }
        }
    }

    private static (long OffMinor, Tier? Tier) Reached(Draft draft, Threshold offer) =>
        LinesOf(draft, offer) is { Count: > 0 } lines ? offer.Of(lines.Sum(line => line.GoodsMinor)) : default;

    private static IReadOnlyList<DraftLine> LinesOf(Draft draft, Threshold offer) =>
        draft.LinesOf(line => (offer.StoreId is null || offer.StoreId == line.StoreId) && offer.Scope.Covers(line));
}
