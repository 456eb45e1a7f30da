namespace Sward.Mall.Pricing;

/// <summary>Every offer that might touch a cart, in the order of the steps that apply them.</summary>
internal sealed record AllOffers
{
    public static AllOffers None { get; } = new();

    public IReadOnlyList<LineOffer> LineOffers { get; init; } = [];

    public IReadOnlyList<DepositOffer> Deposits { get; init; } = [];

    public IReadOnlyList<Threshold> Thresholds { get; init; } = [];

    /// <summary>Those the buyer has; <see cref="PricingInput.CouponIds"/> says which are used.</summary>
    public IReadOnlyList<Coupon> Coupons { get; init; } = [];

    public PointsRule? Points { get; init; }

    public IReadOnlyList<FreightRule> FreightRules { get; init; } = [];

    public IReadOnlyList<MemberCredit> Credits { get; init; } = [];
}
