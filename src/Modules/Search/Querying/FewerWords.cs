namespace Sward.Search;

/// <summary>A query with a word less, and how much that finds.</summary>
internal sealed record FewerWord(string Text, int Count);

/// <summary>When hardly anything holds all words: which of them to leave out.</summary>
internal sealed class FewerWords(CountHits count)
{
    /// <summary>Queries of more words are sentences; leaving one out changes little.</summary>
    private const int MostWords = 6;

    /// <summary>The query without each of its words, or each word alone if that finds nothing either; what finds most first, what finds nothing left out.</summary>
    public async Task<IReadOnlyList<FewerWord>> OfAsync(Query query, long? readerId, CancellationToken ct)
    {
        var words = query.Key.Split(' ');
        if (words.Length is < 2 or > MostWords)
        {
            return [];
        }

        var withoutOne = await FindingAsync(Enumerable.Range(0, words.Length).Select(i => string.Join(' ', words.Where((_, at) => at != i))), readerId, ct);
        return withoutOne.Count > 0 ? withoutOne : await FindingAsync(words, readerId, ct);
    }

    private async Task<IReadOnlyList<FewerWord>> FindingAsync(IEnumerable<string> texts, long? readerId, CancellationToken ct)
    {
        var fewer = new List<FewerWord>();
        foreach (var text in texts.Distinct(StringComparer.Ordinal))
        {
            fewer.Add(new(text, await count.HoldingAllAsync(Query.Parse(text), readerId, ct)));
        }

        return [.. fewer.Where(f => f.Count > 0).OrderByDescending(f => f.Count)];
    }
}
