namespace Sward.Mall.Pricing.Steps;

/// <summary>The coupons of one layer that the buyer uses: at most one for each slot. The engine has seen to it that none stands beside an exclusive one.</summary>
internal sealed class CouponStep(CouponLayer layer) : IPriceStep
{
    public void Apply(Draft draft)
    {
        var input = draft.Input;
        var taken = new HashSet<(CouponLayer, long?)>();
        foreach (var coupon in input.Offers.Coupons.Where(coupon => coupon.Layer == layer && input.CouponIds.Contains(coupon.Id) && coupon.RunsAt(input.At)).OrderByDescending(coupon => coupon.Priority))
        {
            var lines = draft.LinesOf(coupon.Counts);
            var goodsMinor = lines.Sum(line => line.GoodsMinor);
            // One that is not reached leaves its slot to the next.
            if (lines.Count == 0 || goodsMinor < coupon.FromMinor || !taken.Add(coupon.Slot))
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
}
