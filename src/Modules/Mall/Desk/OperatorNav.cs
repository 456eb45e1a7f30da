namespace Sward.Mall.Desk;

/// <summary>The left navigation of the operator's desk of the mall. Its pages ask for the policy <see cref="Policy"/>.</summary>
internal sealed record OperatorNav(string Current)
{
    public const string Policy = "operator";

    public static IEnumerable<(string Name, string Url)> Links =>
    [
        ("offers", "/operator/offers"), ("coupons", "/operator/coupons"), ("gift-cards", "/operator/gift-cards"), ("arbitration", "/operator/arbitration"),
        ("refunds", "/operator/refunds"), ("money", "/operator/money"), ("commissions", "/operator/commissions"), ("search", "/operator/search"),
        ("experiments", "/operator/experiments"),
    ];
}
