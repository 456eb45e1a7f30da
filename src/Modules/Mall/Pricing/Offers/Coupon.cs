namespace Sward.Mall.Pricing;

/// <summary>Where a coupon is applied. A checkout uses at most one of a layer; of the store layer, one for each store.</summary>
internal enum CouponLayer
{
    Store,

    /// <summary>The platform's, for everything or for some kinds of goods.</summary>
    Platform,

    Freight,
}

/// <summary>A coupon of the buyer. It counts once per checkout, however many orders that becomes.</summary>
/// <param name="StoreId">Whose it is; null for the platform's.</param>
/// <param name="FromMinor">The least worth of the goods it covers, after the steps before it.</param>
internal sealed record Coupon(string Id, CouponLayer Layer, long? StoreId, long FromMinor, Benefit Benefit) : Offer(Id)
{
    /// <summary>The slot that it fills: two of the same slot are never used together.</summary>
    public (CouponLayer Layer, long? StoreId) Slot => (Layer, Layer is CouponLayer.Store ? StoreId : null);

    public bool Counts(WantedLine line) => (StoreId is null || line.StoreId == StoreId) && Scope.Covers(line);
}
