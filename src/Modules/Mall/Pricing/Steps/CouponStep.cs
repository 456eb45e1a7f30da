namespace Sward.Mall.Pricing.Steps;

/// <summary>The coupons of one layer that the buyer uses: at most one for each slot, and none beside an exclusive one.</summary>
internal sealed class CouponStep(CouponLayer layer) : IPriceStep
{
    public void Apply(Draft draft)
    {
        var used = Used(draft.Input).Where(coupon => coupon.Layer == layer);
        foreach (var coupon in used)
        {
            var lines = draft.LinesOf(coupon.Counts);
            var goodsMinor = lines.Sum(line => line.GoodsMinor);
            if (lines.Count == 0 || goodsMinor < coupon.FromMinor)
            {
                continue;
            }

            if (layer is CouponLayer.Freight)
            {
                var offMinor = coupon.Benefit.Of(lines.Sum(line => line.UnitFreightMinor.Sum()));
                draft.TakeFreight(coupon, new Why("freight-coupon", [offMinor]), lines, offMinor);
            }
            else
            {
                var offMinor = coupon.Benefit.Of(goodsMinor);
                var (step, key) = layer is CouponLayer.Store ? (PriceStep.StoreCoupon, "store-coupon") : (PriceStep.PlatformCoupon, "platform-coupon");
                draft.Discount(step, coupon, new Why(coupon.FromMinor > 0 ? key : $"{key}-any", [coupon.FromMinor, offMinor]), lines, offMinor);
            }
        }
    }

    /// <summary>Those of all layers that are used together.</summary>
    private static IEnumerable<Coupon> Used(PricingInput input)
    {
        var wanted = input.Offers.Coupons
            .Where(coupon => input.CouponIds.Contains(coupon.Id) && coupon.RunsAt(input.At) && input.Lines.Any(coupon.Counts))
            .OrderByDescending(coupon => coupon.Priority).ToList();
        return wanted.Find(coupon => coupon.IsExclusive) is { } only ? [only] : wanted.DistinctBy(coupon => coupon.Slot);
    }
}
