namespace Sward.Discovery.Ranking;

/// <summary>
/// What a note is worth in a shared order: its age in half-lives plus the binary logarithm of its engagement, so that twice the engagement outweighs one half-life.
/// </summary>
/// <remarks>
/// Time only adds the same amount to every newer note, so a stored value stays right for ever and an index can order by it. The weights and the half-life are constants for
/// the same reason: they stand in every stored row.
/// </remarks>
internal static class Heat
{
    /// <summary>One half-life, in the unit of the stored value.</summary>
    public const long HalfLife = 1_000_000;

    private const int CollectWeight = 2;
    private const int CommenterWeight = 4;
    private const int ShareWeight = 4;
    private static readonly TimeSpan HalfLifeTime = TimeSpan.FromHours(48);
    private static readonly DateTimeOffset Epoch = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The heat of a note with these counts.</summary>
    public static long Of(DateTimeOffset publishedAt, Engagement counts)
    {
        var weight = 1.0 + counts.Likes + ((double)CollectWeight * counts.Collects) + ((double)CommenterWeight * counts.Commenters) + ((double)ShareWeight * counts.Shares);
        return (long)Math.Round(((publishedAt - Epoch) / HalfLifeTime + Math.Log2(weight)) * HalfLife);
    }
}

/// <summary>How many people acted on a note: nobody counts twice, however much they comment.</summary>
internal readonly record struct Engagement(int Likes = 0, int Collects = 0, int Commenters = 0, int Shares = 0)
{
    /// <summary>Adds a change; an undo that was counted twice never makes a count negative.</summary>
    public Engagement Plus(Engagement change) => new(
        Math.Max(0, Likes + change.Likes), Math.Max(0, Collects + change.Collects), Math.Max(0, Commenters + change.Commenters), Math.Max(0, Shares + change.Shares));
}
