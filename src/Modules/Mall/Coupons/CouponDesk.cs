using Sward.Mall.Offers;
using Sward.Mall.Pricing;
using Sward.Ui;

namespace Sward.Mall.Coupons;

/// <summary>The part of a desk where coupons are given out.</summary>
/// <param name="Url">Where its forms post to.</param>
/// <param name="IsPlatform">Whether it is the operator's, who may have stores bear a share.</param>
internal sealed record CouponDesk(string Url, IReadOnlyList<IssuedCoupon> Coupons, Pager Pager, bool IsPlatform, DateTimeOffset Now, CouponForm Form, PreviewOffer.Response? Preview, string? Problem)
{
    /// <summary>What a coupon of this desk may be taken off.</summary>
    public IReadOnlyList<CouponLayer> Layers { get; } = [IsPlatform ? CouponLayer.Platform : CouponLayer.Store, CouponLayer.Freight];

    /// <summary>How it may be had: nobody follows the platform.</summary>
    public IReadOnlyList<CouponWay> Ways { get; } = [.. Enum.GetValues<CouponWay>().Where(way => !IsPlatform || way is not CouponWay.Follow)];

    /// <summary>Whom it may be pushed to.</summary>
    public IReadOnlyList<PushAudience> Audiences { get; } = [PushAudience.Buyers, IsPlatform ? PushAudience.Named : PushAudience.Followers];

    /// <summary>Those that can be pushed, or are being pushed.</summary>
    public IEnumerable<IssuedCoupon> Pushed => Coupons.Where(issued => issued.Coupon.Way is CouponWay.Pushed && (issued.IsOpenAt(Now) || issued.Push is { DoneAt: null }));
}
