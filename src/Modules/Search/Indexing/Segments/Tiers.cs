namespace Sward.Search;

/// <summary>Decides which segments are merged: those of about the same size once there are eight of them, and those with many dead.</summary>
/// <remarks>A document is so written again once for each power of eight, and a query meets at most seven segments of each.</remarks>
internal static class Tiers
{
    private const int Together = 8;

    /// <summary>Postings are found by 31 bits.</summary>
    private const long MostBytes = 1_500_000_000;

    /// <summary>The segments to merge next; empty when all is well.</summary>
    public static IReadOnlyList<SealedSegment<TMarks>> Next<TMarks>(IReadOnlyList<SealedSegment<TMarks>> segments) where TMarks : unmanaged
    {
        if (segments.FirstOrDefault(s => s.Living < s.Ordinals * 3L / 4) is { } sparse)
        {
            return [sparse];
        }

        var crowded = segments.GroupBy(s => TierOf(s.Living)).Where(tier => tier.Count() >= Together).MinBy(tier => tier.Key);
        return crowded is not null && crowded.Sum(s => (long)s.Bytes.Memory.Length) <= MostBytes ? [.. crowded] : [];
    }

    private static int TierOf(int documents) => (int)Math.Log(Math.Max(1, documents), Together);
}
