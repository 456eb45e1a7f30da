using System.ComponentModel.DataAnnotations;

namespace Sward.Mall.Commissions;

/// <summary>A default rate that stands in the configuration (<c>Mall:DefaultCommissions</c>): a share of everything from a day on. Of the defaults, operators' among them, the one that began last holds.</summary>
internal sealed class DefaultCommission
{
    public CommissionKind Kind { get; init; }

    /// <summary>Hundredths of a percent; 0 is a rate too.</summary>
    [Range(0, 10_000)]
    public int BasisPoints { get; init; }
    public DateTimeOffset From { get; init; }

    public CommissionRate ToRate() => new()
    {
        Id = CommissionRate.Configured,
        Kind = Kind,
        Scope = RateScope.Default,
        Subject = CommissionRate.ForAll,
        BasisPoints = BasisPoints,
        StartsAt = From.ToUniversalTime(),
    };
}
