namespace Sward.Discovery.Ranking;

/// <summary>One order from two of the same things, whatever their scores mean: worth(i) = 1 / (60 + rank by one) + 1 / (60 + rank by the other).</summary>
/// <remarks>Cormack, Clarke and Büttcher, "Reciprocal rank fusion outperforms Condorcet and individual rank learning methods", SIGIR 2009; the 60 is theirs.</remarks>
internal static class RankFusion
{
    private const double Patience = 60;

    /// <summary>The things in the fused order; those that are worth the same stay as they stand.</summary>
    /// <param name="ranked">Best first by the one order.</param>
    /// <param name="other">How much each is worth by the other; equal ones stand as in the first.</param>
    public static T[] Fuse<T>(IReadOnlyList<T> ranked, Func<T, double> other)
    {
        var worth = new double[ranked.Count];
        foreach (var (rank, index) in Enumerable.Range(0, ranked.Count).OrderByDescending(index => other(ranked[index])).Index())
        {
            worth[index] = (1 / (Patience + index)) + (1 / (Patience + rank));
        }

        return [.. ranked.Index().OrderByDescending(pair => worth[pair.Index]).Select(pair => pair.Item)];
    }
}
