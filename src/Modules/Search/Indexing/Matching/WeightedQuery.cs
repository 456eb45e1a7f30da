namespace Sward.Search;

/// <summary>A term of a query with what the index knows of it.</summary>
/// <param name="Weight">Grows with the rarity of the term (the "idf" of BM25), in units of 1 / <see cref="WeightedQuery.Unit"/>.</param>
/// <param name="Holders">Documents that hold it, the dead included.</param>
/// <param name="Rows">Its postings in each segment, null where nothing holds it; good only behind the doors of the index.</param>
internal readonly record struct WeightedTerm(Term Term, int Weight, int Holders, Postings?[] Rows);

/// <summary>A query weighed against an index. Weights and impacts are whole numbers, so a sum is the same in whatever order it is added.</summary>
/// <param name="Finding">Terms that find documents and that some document holds, the lightest first.</param>
/// <param name="Sharpening">Terms that only add to the score.</param>
/// <param name="HasStrangers">True when nothing holds one of the finding terms, so that nothing holds all.</param>
internal sealed record WeightedQuery(IReadOnlyList<WeightedTerm> Finding, IReadOnlyList<WeightedTerm> Sharpening, bool HasStrangers)
{
    public const int Unit = 4_096;

    /// <summary>Weight of all finding terms.</summary>
    public long Whole { get; } = Finding.Sum(t => (long)t.Weight);

    public static WeightedQuery Of<TMarks>(IEnumerable<QueryTerm> terms, IReadOnlyList<Segment<TMarks>> segments) where TMarks : unmanaged
    {
        var documents = segments.Sum(s => s.Ordinals);
        var weighed = terms.Select(t => (t.Use, Term: Weigh(t.Term, [.. segments.Select(s => s[t.Term])], documents))).ToList();
        return new(
            [.. weighed.Where(t => t.Use is TokenUse.Finds && t.Term.Holders > 0).Select(t => t.Term).OrderBy(t => t.Weight)],
            [.. weighed.Where(t => t.Use is not TokenUse.Finds && t.Term.Holders > 0).Select(t => t.Term)],
            weighed.Exists(t => t.Use is TokenUse.Finds && t.Term.Holders == 0));
    }

    /// <summary>What the sum of weight times impact means, for a document that holds finding terms of a weight: half of the words are half of an answer.</summary>
    public float Relevance(long sum, long held) => (float)((double)sum * held / Whole / Unit / Impacts.Full);

    /// <summary>The sum times weight held that a relevance stands for; the other way round.</summary>
    public double ProductFor(double relevance) => relevance * Whole * Unit * Impacts.Full;

    /// <summary>How many postings have to be walked to find what holds so much, as long as no rank says otherwise: the lightest terms that do not suffice together are looked up.</summary>
    public long PostingsFor(long leastHeld)
    {
        var (held, postings) = (0L, 0L);
        foreach (var term in Finding)
        {
            held += term.Weight;
            postings += held >= leastHeld ? term.Holders : 0;
        }

        return postings;
    }

    private static WeightedTerm Weigh(Term term, Postings?[] rows, int documents)
    {
        var holders = rows.Sum(row => row?.Count ?? 0);
        return new(term, (int)Math.Max(1, Math.Round(Unit * Math.Log(1 + ((documents - holders + .5) / (holders + .5))))), holders, rows);
    }
}
