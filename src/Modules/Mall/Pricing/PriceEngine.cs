using Sward.Mall.Pricing.Steps;

namespace Sward.Mall.Pricing;

/// <summary>Prices a cart: what each unit costs, and for each step which offer took how much and why.</summary>
internal static class PriceEngine
{
    // The order is the rule (mall.md 1): every step sees the result of those before it, and so does its threshold.
    private static readonly IReadOnlyList<IPriceStep> Steps =
    [
        new UnitPriceStep(),
        new LineOfferStep(),
        new DepositStep(),
        new ThresholdStep(PriceStep.StoreThreshold),
        new ThresholdStep(PriceStep.CrossStoreThreshold),
        new CouponStep(CouponLayer.Store),
        new CouponStep(CouponLayer.Platform),
        new PointsStep(),
        new FreightStep(),
        new CouponStep(CouponLayer.Freight),
        new TaxStep(),
        new CreditStep(),
    ];

    public static PricedCart Price(PricingInput input) => Run(input.CouponIds.Count > 1 ? input with { CouponIds = Standing(input) } : input);

    /// <summary>Of the coupons to use, those that stand beside each other: an exclusive one that takes anything at all by itself stands alone, one that takes nothing drives nobody out.</summary>
    private static HashSet<string> Standing(PricingInput input)
    {
        var exclusive = input.Offers.Coupons.Where(coupon => coupon.IsExclusive && input.CouponIds.Contains(coupon.Id)).OrderByDescending(coupon => coupon.Priority).Select(coupon => coupon.Id).ToList();
        return exclusive.Find(id => Run(input with { CouponIds = Only(id) }).Steps.Any(step => string.Equals(step.OfferId, id, StringComparison.Ordinal) && step.AmountMinor < 0)) is { } only
            ? Only(only)
            : input.CouponIds.Except(exclusive, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
    }

    private static HashSet<string> Only(string id) => new(StringComparer.Ordinal) { id };

    private static PricedCart Run(PricingInput input)
    {
        var draft = new Draft(input);
        foreach (var step in Steps)
        {
            step.Apply(draft);
        }

        return draft.Finish();
    }
}
