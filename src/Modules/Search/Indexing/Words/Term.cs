namespace Sward.Search;

/// <summary>A word as the index knows it: 64 bits of a hash instead of the text, which keeps a million different words small.</summary>
/// <remarks>Two of a million words share a hash once in some thirty million installations; the price would be a wrong hit.</remarks>
internal readonly record struct Term(ulong Key)
{
    /// <summary>FNV-1a over UTF-16, with a final mix that spreads short words evenly: the same on every node and in every run, unlike string.GetHashCode.</summary>
    public static Term Of(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in word)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        hash = (hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15UL;
        return new Term(hash ^ (hash >> 29));
    }
}
