namespace Sward.Mall.Pricing;

/// <summary>
/// A pre-sale of a variant: a part of each unit is paid first, and counts as more than it is. What it counts for beyond itself is a discount on the rest that is open to
/// everybody ("50 counts as 100").
/// </summary>
/// <param name="DepositMinor">Of one unit.</param>
/// <param name="CountsAsMinor">Of one unit; never less than the deposit.</param>
internal sealed record DepositOffer(string Id, long SkuId, long DepositMinor, long CountsAsMinor) : Offer(Id)
{
    /// <summary>The most that a deposit may be of a unit's price, in hundredths of a percent (mall.md 6; Civil Code of China, article 586).</summary>
    public const int MostBasisPoints = 2_000;

    /// <summary>What a deposit counts for beyond itself.</summary>
    public long BonusMinor => CountsAsMinor - DepositMinor;

    /// <summary>The most that may be asked for first of a unit at this price, rounded down.</summary>
    public static long MostOf(long unitPriceMinor) => (long)((Int128)unitPriceMinor * MostBasisPoints / Benefit.Whole);
}
