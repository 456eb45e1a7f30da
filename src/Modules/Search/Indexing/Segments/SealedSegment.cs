namespace Sward.Search;

/// <summary>A segment whose documents and postings never change: bytes in memory or in a mapped file. Only marks and deaths do, and those are kept in memory.</summary>
internal sealed class SealedSegment<TMarks>(SegmentBytes bytes, TMarks[] marks, bool[] dead) : Segment<TMarks>(marks, dead) where TMarks : unmanaged
{
    private readonly SegmentLayout layout = new(bytes.Memory);

    /// <summary>What it was read from.</summary>
    public SegmentBytes Bytes => bytes;

    public override int Ordinals => layout.Documents;

    public override Postings? this[Term term] => PlaceOf(term.Key) is { } place ? layout.PostingsOf(place) : null;

    public override IEnumerable<(Term Term, Postings Postings)> Terms
    {
        get
        {
            for (var place = 0; place < layout.Terms; place++)
            {
                yield return (new Term(layout.Keys[place]), layout.PostingsOf(place));
            }
        }
    }

    public override long IdOf(int ordinal) => layout.Ids[ordinal];

    public override int TextVersionOf(int ordinal) => layout.TextVersions[ordinal];

    protected override int? Locate(long id)
    {
        // New documents have new ids: most are told from these by the ends alone.
        var ids = layout.Ids;
        return ids.Length > 0 && ids[0] <= id && id <= ids[^1] && ids.BinarySearch(id) is >= 0 and var ordinal ? ordinal : null;
    }

    /// <summary>Keys are hashes and so evenly spread: where one stands can be told from its value to within a few steps.</summary>
    private int? PlaceOf(ulong key)
    {
        var keys = layout.Keys;
        var (low, high) = (0, keys.Length - 1);
        while (low <= high && keys[low] <= key && key <= keys[high])
        {
            var span = keys[high] - keys[low];
            var guess = span == 0 ? low : low + (int)((double)(key - keys[low]) / span * (high - low));
            if (keys[guess] == key)
            {
                return guess;
            }

            (low, high) = keys[guess] < key ? (guess + 1, high) : (low, guess - 1);
        }

        return null;
    }
}

/// <summary>The bytes of a sealed segment, and the file they are mapped from, if there is one.</summary>
internal sealed class SegmentBytes(ReadOnlyMemory<byte> memory, string? name = null, IDisposable? mapping = null) : IDisposable
{
    public ReadOnlyMemory<byte> Memory => memory;

    /// <summary>Name of the file.</summary>
    public string? Name => name;

    public void Dispose() => mapping?.Dispose();
}
