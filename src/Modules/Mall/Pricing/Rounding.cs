namespace Sward.Mall.Pricing;

/// <summary>Rounds fractions of minor units.</summary>
internal static class Rounding
{
    /// <summary>Half up. Neither part may be negative.</summary>
    public static long HalfUp(Int128 numerator, Int128 denominator) => (long)(((numerator * 2) + denominator) / (denominator * 2));
}
