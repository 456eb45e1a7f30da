using System.Runtime.InteropServices;

namespace Sward.Search;

/// <summary>A document and what the words say about it.</summary>
/// <param name="Share">How much of the query it holds, by weight, from 0 to 1.</param>
internal record struct Match(int Ordinal, float Relevance, float Share);

/// <summary>A term of a query with what the index knows of it.</summary>
/// <param name="Weight">Grows with the rarity of the term (the "idf" of BM25).</param>
internal readonly record struct WeightedTerm(Postings Postings, float Weight, bool Finds)
{
    public float Relevance(byte impact) => Weight * impact / Impacts.Full;
}

/// <summary>The two ways to walk postings: documents that hold every word, and documents that hold some.</summary>
internal static class Matching
{
    /// <summary>Documents that hold every finding term. Begins with the rarest, then only gets smaller.</summary>
    public static List<Match> All(IReadOnlyList<WeightedTerm> terms)
    {
        var finding = terms.Where(t => t.Finds).OrderBy(t => t.Postings.Count).ToList();
        var matches = new List<Match>(finding[0].Postings.Count);
        for (var cursor = finding[0].Postings.Read(); cursor.Next();)
        {
            matches.Add(new Match(cursor.Ordinal, finding[0].Relevance(cursor.Impact), Share: 1));
        }

        foreach (var term in finding.Skip(1))
        {
            KeepThoseWith(term, matches);
        }

        foreach (var term in terms.Where(t => !t.Finds))
        {
            Sharpen(term, matches);
        }

        return matches;
    }

    /// <summary>Documents that hold at least one finding term.</summary>
    public static List<Match> Any(IReadOnlyList<WeightedTerm> terms, int ordinals)
    {
        // Words that nobody wrote cannot be asked of anybody.
        var finding = terms.Where(t => t.Finds && t.Postings.Count > 0).ToList();
        var weight = finding.Sum(t => t.Weight);
        using var sums = Sums.Rent(ordinals);
        foreach (var term in finding)
        {
            for (var cursor = term.Postings.Read(); cursor.Next();)
            {
                sums.Add(cursor.Ordinal, term.Relevance(cursor.Impact), term.Weight / weight);
            }
        }

        var matches = sums.ToMatches();
        foreach (var term in terms.Where(t => !t.Finds))
        {
            Sharpen(term, matches);
        }

        return matches;
    }

    private static void KeepThoseWith(WeightedTerm term, List<Match> matches)
    {
        var span = CollectionsMarshal.AsSpan(matches);
        var kept = 0;
        var cursor = term.Postings.Read();
        foreach (var match in span)
        {
            if (!cursor.SeekTo(match.Ordinal))
            {
                break;
            }

            if (cursor.Ordinal == match.Ordinal)
            {
                span[kept++] = match with { Relevance = match.Relevance + term.Relevance(cursor.Impact) };
            }
        }

        CollectionsMarshal.SetCount(matches, kept);
    }

    private static void Sharpen(WeightedTerm term, List<Match> matches)
    {
        var cursor = term.Postings.Read();
        foreach (ref var match in CollectionsMarshal.AsSpan(matches))
        {
            if (!cursor.SeekTo(match.Ordinal))
            {
                break;
            }

            if (cursor.Ordinal == match.Ordinal)
            {
                match.Relevance += term.Relevance(cursor.Impact);
            }
        }
    }
}
