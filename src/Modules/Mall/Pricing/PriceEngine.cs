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

    public static PricedCart Price(PricingInput input)
    {
        var draft = new Draft(input);
        foreach (var step in Steps)
        {
            step.Apply(draft);
        }

        return draft.Finish();
    }
}
