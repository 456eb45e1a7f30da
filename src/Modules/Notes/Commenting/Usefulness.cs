namespace Sward.Notes;

/// <summary>
/// Orders comments by how sure we are that people find them useful, fading with age: the lower end of Wilson's interval, halved with every half-life.
/// Because all comments fade alike, their order at any moment is that of <c>log2(bound) + birth in half-lives</c>: a number that changes only when somebody
/// votes, and so can be an index.
/// </summary>
internal static class Usefulness
{
    /// <summary>Readers who pass by in silence count as a few votes against, so that a single like proves little.</summary>
    private const double SilentReaders = 3;

    /// <summary>95 % confidence.</summary>
    private const double Z = 1.96;

    /// <summary>Ranks are whole thousandths of a half-life.</summary>
    private const double Scale = 1_000;

    public static long RankOf(int likes, DateTimeOffset at, TimeSpan halfLife) =>
        (long)Math.Round(Scale * (Math.Log2(LowerBound(likes)) + ((at - DateTimeOffset.UnixEpoch) / halfLife)));

    /// <summary>The lower end of Wilson's interval for the share of readers who find the comment useful. Its author is one of them, so it is never zero.</summary>
    public static double LowerBound(int likes)
    {
        double votesFor = likes + 1, votes = votesFor + SilentReaders, share = votesFor / votes;
        var spread = Z * Math.Sqrt(((share * (1 - share)) + (Z * Z / (4 * votes))) / votes);
        return (share + (Z * Z / (2 * votes)) - spread) / (1 + (Z * Z / votes));
    }
}
