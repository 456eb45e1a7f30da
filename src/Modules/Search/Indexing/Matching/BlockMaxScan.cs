namespace Sward.Search;

/// <summary>
/// Walks the documents of a segment that hold finding terms of a given weight, and passes over those that cannot be among the best: block-max MaxScore
/// (Turtle and Flood 1995; Ding and Suel 2011; Chakrabarti, Chaudhuri and Ganti 2011).
/// </summary>
/// <remarks>
/// Terms stand by ascending weight. The longest row from the lightest on that does not suffice alone, be it by weight held or by score, need not be walked: every document
/// worth seeing holds one of the others, the essential ones. What the row adds is looked up afterwards. When all terms must be held, only the rarest is essential.
/// Several essential terms are added up one after the other over a stretch of ordinals: to merge them document by document costs a look at each term for each document.
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

    private readonly Scores scores = Scores.OfThread;

    private int essential;

    /// <summary>The stretch that was looked at last, and the share of what marks can do that its marks do.</summary>
    private int stretch = -1;
    private double share;

    private BlockMaxScan(Segment<TMarks> segment, int place, WeightedQuery query, long leastHeld, BestHits<TMarks> best)
    {
        (this.segment, this.best, this.leastHeld) = (segment, best, leastHeld);
        terms = Open(query.Finding, place);
        sharpening = Open(query.Sharpening, place);
        heldByFirst = new long[terms.Length + 1];
        sumOfFirst = new long[terms.Length + 1];
        sumOfFirst[0] = sharpening.Sum(t => t.Most);
        foreach (var (i, term) in terms.Index())
        {
            heldByFirst[i + 1] = heldByFirst[i] + term.Weight;
            sumOfFirst[i + 1] = sumOfFirst[i] + term.Most;
        }
    }

    /// <summary>Offers every document of some ordinals that holds finding terms of at least <paramref name="leastHeld"/> and that may be among the best.</summary>
    /// <param name="place">Where the segment stands among those that the query was weighed against.</param>
    /// <param name="first">The first of the ordinals.</param>
    /// <param name="last">The last of them; may be behind the end.</param>
    public static void Run(Segment<TMarks> segment, int place, WeightedQuery query, long leastHeld, BestHits<TMarks> best, int first = 0, int last = PostingsCursor.End)
    {
        var scan = new BlockMaxScan<TMarks>(segment, place, query, leastHeld, best);
        scan.Walk(first, last);
        Array.ForEach(scan.terms, term => Cursors.Return(term.Cursor));
        Array.ForEach(scan.sharpening, term => Cursors.Return(term.Cursor));
    }

    private static Walked[] Open(IReadOnlyList<WeightedTerm> weighed, int place)
    {
        var walked = new List<Walked>(weighed.Count);
        foreach (var term in weighed)
        {
            if (term.Rows[place] is { } postings)
            {
                walked.Add(new Walked(postings, term.Weight));
            }
        }

        return [.. walked];
    }

    private void Walk(int first, int last)
    {
        for (var from = first; HasEssential() && Window(from) is { } window; from = window.Last + 1)
        {
            if (Suffices(window.Sum, window.Held))
            {
                WalkWindow(from, Math.Min(window.Last, last), window.Sum, window.Held);
            }

            if (window.Last >= last)
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

    private bool Suffices(long sum, long held, double share = 1) => held >= leastHeld && best.Admits(sum, held, share);

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

    /// <summary>Walks some ordinals, where no document has more than the given sum and weight held.</summary>
    private void WalkWindow(int from, int last, long most, long mostHeld)
    {
        if (essential == terms.Length - 1)
        {
            WalkOne(terms[essential], from, last, mostHeld);
            return;
        }

        // What a sum and a weight must reach at least, if the other were the highest and all of the other terms came to it.
        var leastSum = (best.LeastAt(share: 1) / mostHeld) - sumOfFirst[essential];
        var least = Math.Max(leastHeld, best.LeastAt(share: 1) / most) - heldByFirst[essential];
        for (var end = from - 1; end < last && NextEssential(end + 1) is var first && first <= last && first != PostingsCursor.End;)
        {
            end = (int)Math.Min(last, (long)first + Scores.Size - 1);
            scores.Clear();
            foreach (var term in terms.AsSpan(essential))
            {
                term.Cursor.AddTo(scores, first, end, term.Weight);
            }

            scores.Gather((uint)Math.Max(1, least), (uint)Math.Max(1, leastSum));
            foreach (var slot in scores.Candidates)
            {
                var (sum, held) = scores[slot];
                Finish(first + slot, sum, held);
            }
        }
    }

    private int NextEssential(int from)
    {
        var next = PostingsCursor.End;
        foreach (var term in terms.AsSpan(essential))
        {
            term.Cursor.SeekTo(from);
            next = Math.Min(next, term.Cursor.Ordinal);
        }

        return next;
    }

    private void WalkOne(Walked term, int from, int last, long mostHeld)
    {
        // Most impacts are too low by themselves, so they are compared with what they must reach in their stretch.
        var (until, leastImpact) = (-1, 0.0);
        for (term.Cursor.SeekTo(from); term.Cursor.Ordinal <= last && term.Cursor.Ordinal != PostingsCursor.End; term.Cursor.Next())
        {
            var ordinal = term.Cursor.Ordinal;
            if (ordinal > until)
            {
                until = ordinal | ((1 << Segment<TMarks>.StretchBits) - 1);
                leastImpact = Math.Floor(((best.LeastAt(ShareAt(ordinal)) / mostHeld) - sumOfFirst[essential]) / term.Weight);
            }

            if (term.Cursor.Impact >= leastImpact)
            {
                Finish(ordinal, term.Adds, term.Weight);
            }
        }
    }

    /// <summary>Adds what an ordinal has of the other terms, gives up as soon as it cannot suffice any more, and offers it if it does.</summary>
    private void Finish(int ordinal, long sum, long held)
    {
        if (!Suffices(sum + sumOfFirst[essential], held + heldByFirst[essential], ShareAt(ordinal)))
        {
            return;
        }

        for (var i = essential - 1; i >= 0; i--)
        {
            if (!Suffices(sum + sumOfFirst[i + 1], held + heldByFirst[i + 1], share))
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

        if (!Suffices(sum + sumOfFirst[0], held, share))
        {
            return;
        }

        foreach (var term in sharpening)
        {
            term.Cursor.SeekTo(ordinal);
            sum += term.Cursor.Ordinal == ordinal ? term.Adds : 0;
        }

        if (best.Admits(sum, held, share))
        {
            best.Offer(segment, ordinal, sum, held);
        }
    }

    private double ShareAt(int ordinal)
    {
        var here = ordinal >> Segment<TMarks>.StretchBits;
        if (here != stretch)
        {
            (stretch, share) = (here, best.ShareOf(segment, here));
        }

        return share;
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

        public PostingsCursor Cursor { get; } = Cursors.Rent();

        public int Weight { get; }

        /// <summary>What it adds at most.</summary>
        public long Most { get; }

        public long Adds => (long)Weight * Cursor.Impact;
    }
}
