namespace Sward.Discovery.Pipeline;

/// <summary>A place in a descending order: what comes after it is smaller. Ids break ties, so no two notes share a place.</summary>
internal readonly record struct Mark(long Score, long Id)
{
    /// <summary>The place before the first note.</summary>
    public static Mark Start { get; } = new(long.MaxValue, long.MaxValue);

    /// <summary>The place behind the last note.</summary>
    public static Mark End { get; } = new(long.MinValue, long.MinValue);

    public bool IsAfter(Mark other) => Score < other.Score || (Score == other.Score && Id < other.Id);
}
