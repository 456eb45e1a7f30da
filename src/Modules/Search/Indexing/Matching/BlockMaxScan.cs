namespace Sward.Search;

/// <summary>
/// Walks the documents of a segment that hold finding terms of a given weight, and passes over those that cannot be among the best: block-max MaxScore
/// (Turtle and Flood 1995; Ding and Suel 2011; Chakrabarti, Chaudhuri and Ganti 2011).
/// </summary>
/// <remarks>
/// Terms stand by ascending weight. The longest row from the lightest on that does not suffice alone, be it by weight held or by score, need not be walked: every document
/// worth seeing holds one of the others, the essential ones. What the row adds is looked up afterwards. When all terms must be held, only the rarest is essential.
/// </remarks>
internal sealed class BlockMaxScan<TMarks> where TMarks : unmanaged
{
    private readonly Segment<TMarks> segment;
    private readonly BestHits<TMarks> best;
    private readonly long leastHeld;
    private readonly Walked[] terms;
    private readonly Walked[] sharpening;

    /// <summary>What the first terms, as many as the index says, hold and add at most; the sharpening terms are in every sum.</summary>
    private readonly long[] heldByFirst;
    private readonly long[] sumOfFirst;

    private int essential;

    private BlockMaxScan(Segment<TMarks> segment, WeightedQuery query, long leastHeld, BestHits<TMarks> best)
    {
        (this.segment, this.best, this.leastHeld) = (segment, best, leastHeld);
        terms = Open(query.Finding);
        sharpening = Open(query.Sharpening);
        heldByFirst = new long[terms.Length + 1];
        sumOfFirst = new long[terms.Length + 1];
        sumOfFirst[0] = sharpening.Sum(t => t.Most);
        foreach (var (i, term) in terms.Index())
        {
            heldByFirst[i + 1] = heldByFirst[i] + term.Weight;
            sumOfFirst[i + 1] = sumOfFirst[i] + term.Most;
        }
    }

    /// <summary>Offers every document that holds finding terms of at least <paramref name="leastHeld"/> and that may be among the best.</summary>
    public static void Run(Segment<TMarks> segment, WeightedQuery query, long leastHeld, BestHits<TMarks> best) =>
        new BlockMaxScan<TMarks>(segment, query, leastHeld, best).Walk();

    private Walked[] Open(IReadOnlyList<WeightedTerm> weighed)
    {
        var walked = new List<Walked>(weighed.Count);
        foreach (var term in weighed)
        {
            if (segment[term.Term] is { } postings)
            {
                walked.Add(new Walked(postings, term.Weight));
            }
        }

        return [.. walked];
    }

    private void Walk()
    {
        for (var from = 0; HasEssential() && Window(from) is { } window; from = window.Last + 1)
        {
            if (Suffices(window.Sum, window.Held))
            {
                WalkWindow(from, window.Last);
            }

            if (window.Last == PostingsCursor.End)
            {
                return;
            }
        }
    }

    private bool HasEssential()
    {
        while (essential < terms.Length && !Suffices(sumOfFirst[essential + 1], heldByFirst[essential + 1]))
        {
            essential++;
        }

        return essential < terms.Length;
    }

    private bool Suffices(long sum, long held) => held >= leastHeld && best.Admits(sum, held);

    /// <summary>The ordinals up to the first end of an essential term's block, and what a document there may have at most; null when no essential term has more.</summary>
    private (int Last, long Sum, long Held)? Window(int from)
    {
        var (last, sum, held, hasMore) = (PostingsCursor.End, sumOfFirst[essential], heldByFirst[essential], false);
        foreach (var term in terms.AsSpan(essential))
        {
            var (max, end) = term.Cursor.Peek(from);
            if (max > 0)
            {
                (last, sum, held, hasMore) = (Math.Min(last, end), sum + ((long)term.Weight * max), held + term.Weight, true);
            }
        }

        return hasMore ? (last, sum, held) : null;
    }

    private void WalkWindow(int from, int last)
    {
        while (true)
        {
            var next = PostingsCursor.End;
            foreach (var term in terms.AsSpan(essential))
            {
                term.Cursor.SeekTo(from);
                next = Math.Min(next, term.Cursor.Ordinal);
            }

            if (next > last || next == PostingsCursor.End)
            {
                return;
            }

            Score(next);
            from = next + 1;
        }
    }

    /// <summary>Adds up what an ordinal has and gives up as soon as it cannot suffice any more.</summary>
    private void Score(int ordinal)
    {
        var (sum, held) = (0L, 0L);
        foreach (var term in terms.AsSpan(essential))
        {
            if (term.Cursor.Ordinal == ordinal)
            {
                sum += term.Adds;
                held += term.Weight;
            }
        }

        for (var i = essential - 1; i >= 0; i--)
        {
            if (!Suffices(sum + sumOfFirst[i + 1], held + heldByFirst[i + 1]))
            {
                return;
            }

            var term = terms[i];
            term.Cursor.SeekTo(ordinal);
            if (term.Cursor.Ordinal == ordinal)
            {
                sum += term.Adds;
                held += term.Weight;
            }
        }

        if (!Suffices(sum + sumOfFirst[0], held))
        {
            return;
        }

        foreach (var term in sharpening)
        {
            term.Cursor.SeekTo(ordinal);
            sum += term.Cursor.Ordinal == ordinal ? term.Adds : 0;
        }

        if (best.Admits(sum, held))
        {
            best.Offer(segment, ordinal, sum, held);
        }
    }

    /// <summary>A term with its place in the segment.</summary>
    private sealed class Walked
    {
        public Walked(Postings postings, int weight)
        {
            Weight = weight;
            Most = (long)weight * postings.Max;
            Cursor.Open(postings);
        }

        public PostingsCursor Cursor { get; } = new();

        public int Weight { get; }

        /// <summary>What it adds at most.</summary>
        public long Most { get; }

        public long Adds => (long)Weight * Cursor.Impact;
    }
}
