namespace Sward.Search;

/// <summary>Raises texts in which the words of a query stand together: a phrase means more than its words strewn about.</summary>
internal static class Closeness
{
    /// <summary>A text that holds the whole phrase counts half as much again.</summary>
    private const double Bonus = .5;

    /// <summary>Ranks the hits whose text is given anew; the others keep their rank. Ranks only rise.</summary>
    public static IReadOnlyList<Hit> Raise(IReadOnlyList<Hit> hits, Query query, IReadOnlyDictionary<long, string> texts) =>
    [
        .. hits
            .Select(hit => texts.TryGetValue(hit.Id, out var text) ? hit with { Rank = (long)(hit.Rank * Raises(query, text)) } : hit)
            .OrderDescending(Hit.BestLast),
    ];

    /// <summary>What the rank of a text is multiplied with, 1 and more.</summary>
    public static double Raises(Query query, string text) => query.Neighbours.Count == 0 ? 1 : 1 + (Bonus * Of(query, text));

    /// <summary>The share of the query's neighbours that are neighbours in the text, 0 to 1.</summary>
    private static double Of(Query query, string text)
    {
        var folded = Fold.Text(text);
        return (double)query.Neighbours.Count(n => folded.Contains(n, StringComparison.Ordinal)) / query.Neighbours.Count;
    }
}
