namespace Sward.Mall.Pricing.Steps;

/// <summary>Takes a store's threshold discount off its goods: of several reached, the one that takes most.</summary>
internal sealed class StoreThresholdStep : IPriceStep
{
    public void Apply(Draft draft)
    {
        foreach (var store in draft.Lines.GroupBy(line => line.Wanted.StoreId))
        {
            var goodsMinor = store.Sum(line => line.GoodsMinor);
            var best = draft.Input.Offers.StoreThresholds
                .Where(offer => offer.StoreId == store.Key && offer.OffMinor > 0 && offer.ThresholdMinor <= goodsMinor && offer.RunsAt(draft.Input.At))
                .MaxBy(offer => offer.OffMinor);
            if (best is not null)
            {
                draft.Discount(PriceStep.StoreThreshold, best.Id, new Why("store-threshold", [best.ThresholdMinor, best.OffMinor]), [.. store], best.OffMinor);
            }
        }
    }
}
