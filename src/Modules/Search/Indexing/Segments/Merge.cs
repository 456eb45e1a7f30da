using System.Runtime.InteropServices;

namespace Sward.Search;

/// <summary>Writes the living documents of some segments as one sealed segment. Its inputs may be read and marked meanwhile; <see cref="Take"/> brings it up to date.</summary>
internal sealed class Merge<TMarks> where TMarks : unmanaged
{
    private readonly IReadOnlyList<Segment<TMarks>> inputs;
    private readonly List<Origin> origins = [];

    /// <summary>For each input and ordinal the ordinal in the output, or -1.</summary>
    private readonly int[][] moved;

    public Merge(IReadOnlyList<Segment<TMarks>> inputs)
    {
        this.inputs = inputs;
        moved = [.. inputs.Select(input => new int[input.Ordinals])];
        foreach (var (number, input) in inputs.Index())
        {
            for (var ordinal = 0; ordinal < input.Ordinals; ordinal++)
            {
                moved[number][ordinal] = -1;
                if (!input.IsDead(ordinal))
                {
                    origins.Add(new(input.IdOf(ordinal), number, ordinal));
                }
            }
        }

        origins.Sort((one, other) => one.Id.CompareTo(other.Id));
        foreach (var (place, origin) in origins.Index())
        {
            moved[origin.Input][origin.Ordinal] = place;
        }
    }

    public void Write(Stream to, CancellationToken ct)
    {
        var packer = new PostingsPacker();
        var (keys, offsets, length) = (new List<ulong>(), new List<uint>(), 0L);
        foreach (var (term, ordinals, impacts) in Collect())
        {
            ct.ThrowIfCancellationRequested();
            var packed = packer.Pack(CollectionsMarshal.AsSpan(ordinals), CollectionsMarshal.AsSpan(impacts));
            keys.Add(term.Key);
            offsets.Add((uint)length);
            to.Write(packed);
            length += packed.Length;
        }

        long[] ids = [.. origins.Select(o => o.Id)];
        int[] textVersions = [.. origins.Select(o => inputs[o.Input].TextVersionOf(o.Ordinal))];
        SegmentLayout.Finish(to, length, CollectionsMarshal.AsSpan(keys), ids, CollectionsMarshal.AsSpan(offsets), textVersions);
    }

    /// <summary>The written segment with the marks and deaths that its inputs have now.</summary>
    public SealedSegment<TMarks> Take(SegmentBytes written) => new(
        written,
        [.. origins.Select(o => inputs[o.Input].MarksOf(o.Ordinal))],
        [.. origins.Select(o => inputs[o.Input].IsDead(o.Ordinal))]);

    /// <summary>All terms in ascending order with the postings that move. The lists are good until the next term.</summary>
    private IEnumerable<(Term Term, List<int> Ordinals, List<byte> Impacts)> Collect()
    {
        var (ordinals, impacts) = (new List<int>(), new List<byte>());
        var streams = new PriorityQueue<(int Input, IEnumerator<(Term Term, Postings Postings)> Terms), (ulong, int)>();
        void Advance(int input, IEnumerator<(Term Term, Postings Postings)> terms)
        {
            if (terms.MoveNext())
            {
                streams.Enqueue((input, terms), (terms.Current.Term.Key, input));
            }
        }

        foreach (var (number, input) in inputs.Index())
        {
            Advance(number, input.Terms.GetEnumerator());
        }

        while (streams.Count > 0)
        {
            var term = streams.Peek().Terms.Current.Term;
            ordinals.Clear();
            impacts.Clear();
            while (streams.TryPeek(out var stream, out _) && stream.Terms.Current.Term == term)
            {
                streams.Dequeue();
                Move(stream.Terms.Current.Postings, moved[stream.Input], ordinals, impacts);
                Advance(stream.Input, stream.Terms);
            }

            if (ordinals.Count > 0)
            {
                SortUnlessAscending(ordinals, impacts);
                yield return (term, ordinals, impacts);
            }
        }
    }

    private static void Move(Postings postings, int[] moved, List<int> ordinals, List<byte> impacts)
    {
        Span<int> from = stackalloc int[Postings.BlockSize];
        Span<byte> with = stackalloc byte[Postings.BlockSize];
        for (var block = 0; block < postings.Blocks; block++)
        {
            var count = postings.Read(block, from, with);
            for (var i = 0; i < count; i++)
            {
                if (moved[from[i]] is >= 0 and var to)
                {
                    ordinals.Add(to);
                    impacts.Add(with[i]);
                }
            }
        }
    }

    /// <summary>Segments of new documents follow one another; only changed old ones make postings interleave.</summary>
    private static void SortUnlessAscending(List<int> ordinals, List<byte> impacts)
    {
        for (var i = 1; i < ordinals.Count; i++)
        {
            if (ordinals[i] < ordinals[i - 1])
            {
                CollectionsMarshal.AsSpan(ordinals).Sort(CollectionsMarshal.AsSpan(impacts));
                return;
            }
        }
    }

    /// <summary>Where a document of the output comes from.</summary>
    private readonly record struct Origin(long Id, int Input, int Ordinal);
}
