using Sward.Mall.Pricing;

namespace Sward.Mall.Commissions;

/// <summary>How much commission a unit brings.</summary>
/// <param name="BasisPoints">Hundredths of a percent of the base.</param>
/// <param name="FixedMinor">An amount instead of the share, in minor units; 0 is an amount too.</param>
/// <param name="FloorMinor">The share is at least this.</param>
/// <param name="CapMinor">The share is at most this.</param>
internal sealed record CommissionTerms(int BasisPoints, long? FixedMinor = null, long FloorMinor = 0, long? CapMinor = null)
{
    /// <summary>
    /// What a unit's commission is a share of: what the store has of it. That is what the buyer pays for the goods, and what the platform adds for its own discounts, less the tax
    /// within; freight and tax on top are not in it.
    /// </summary>
    public static long BaseOf(long unitGoodsMinor, long unitSubsidyMinor, long includedTaxMinor) => Math.Max(0, unitGoodsMinor + unitSubsidyMinor - includedTaxMinor);

    /// <summary>The commission of one unit: never more than its base, so that no unit costs its store money.</summary>
    public long Of(long baseMinor) => Math.Min(baseMinor, FixedMinor ?? Math.Min(Math.Max(Rounding.HalfUp((Int128)baseMinor * BasisPoints, Benefit.Whole), FloorMinor), CapMinor ?? long.MaxValue));
}
