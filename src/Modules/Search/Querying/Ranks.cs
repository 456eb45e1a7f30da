namespace Sward.Search;

/// <summary>What besides the words moves a result. The words decide first: all the rest together at most doubles what they say.</summary>
internal static class Ranks
{
    /// <summary>Steps of rank in a unit of relevance.</summary>
    public const double Unit = 1_000_000;

    /// <summary>The highest rank for each unit of relevance.</summary>
    public const double Most = Unit * (1 + .5 + .3 + .2);

    /// <summary>Computed once: it is asked for every document that comes near.</summary>
    private static readonly double[] Likings = [.. Enumerable.Range(0, 10_000).Select(weighted => Math.Min(1, Math.Log10(1 + weighted) / 4))];

    public static long General(float relevance, double liking, double freshness, bool isFollowed) =>
        (long)(relevance * Raised(liking, freshness, isFollowed));

    /// <summary>The rank of a unit of relevance.</summary>
    public static double Raised(double liking, double freshness, bool isFollowed) => Unit * (1 + (.5 * liking) + (.3 * freshness) + (isFollowed ? .2 : 0));

    public static double Liking(in NoteMarks note) => Liking(note.Likes + (2 * note.Collects) + (4 * note.Comments));

    /// <summary>Engagement on a scale of 0 to 1, each step ten times the one before, full at ten thousand.</summary>
    public static double Liking(long weighted) => Likings[Math.Clamp(weighted, 0, Likings.Length - 1)];
}
