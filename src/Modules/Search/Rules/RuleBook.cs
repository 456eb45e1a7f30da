using Microsoft.Extensions.Options;
using Sward.Contracts.Search;

namespace Sward.Search;

/// <summary>The operators' rules on this node: replaced as a whole, read without locks.</summary>
internal sealed class RuleBook(TimeProvider clock, IOptions<SearchOptions> options) : IBlockedTerms
{
    /// <summary>How many other ways of saying a query are searched for as well.</summary>
    private const int MaxAlternatives = 6;

    private readonly IReadOnlyList<string> blockedWords = [.. options.Value.BlockedWords.Select(Fold.Key)];
    private volatile Content content = new([], [], Enumerable.Empty<Pin>().ToLookup(p => p.Key, StringComparer.Ordinal));

    public void Replace(IEnumerable<SynonymGroup> synonyms, IEnumerable<BlockedTerm> blocked, IEnumerable<Pin> pins) => content = new(
        [.. synonyms.Select(g => g.Words.Select(Fold.Key).ToList())], [.. blocked.Select(t => t.Key)], pins.ToLookup(p => p.Key, StringComparer.Ordinal));

    /// <summary>Whether a normal form holds a term that is not searched for.</summary>
    public bool Blocks(string key) => content.Blocked.Exists(term => PlaceOf(term, key) >= 0);

    public bool AreIn(string text) => AreInKey(Fold.Key(text));

    /// <summary>Whether a normal form holds what is neither suggested nor hot: a term that is not searched for, or a word of <see cref="SearchOptions.BlockedWords"/>.</summary>
    public bool AreInKey(string key) => Blocks(key) || blockedWords.Any(word => key.Contains(word, StringComparison.Ordinal));

    /// <summary>The query with what the same things are called otherwise.</summary>
    public Query WithSynonyms(Query query) => query.Or([.. Alternatives(query.Key).Distinct(StringComparer.Ordinal).Take(MaxAlternatives).Select(Query.Parse)]);

    /// <summary>What stands first for a query, in the order in which it was pinned.</summary>
    public IReadOnlyList<long> Pinned(Query query, PinKind kind)
    {
        var now = clock.GetUtcNow();
        return [.. content.Pins[query.Key].Where(p => p.Kind == kind && p.Until > now).OrderBy(p => p.Id).Select(p => p.TargetId)];
    }

    private IEnumerable<string> Alternatives(string key) =>
        from synonyms in content.Synonyms
        from word in synonyms
        let place = PlaceOf(word, key)
        where place >= 0
        from other in synonyms
        where !string.Equals(other, word, StringComparison.Ordinal)
        select key.Remove(place, word.Length).Insert(place, other);

    /// <summary>Where a term stands in a key; of words with letters only whole ones count: "tea" is not in "steak". Below 0 when it does not.</summary>
    private static int PlaceOf(string term, string key)
    {
        for (var place = key.IndexOf(term, StringComparison.Ordinal); place >= 0; place = key.IndexOf(term, place + 1, StringComparison.Ordinal))
        {
            if (IsEdge(key, place) && IsEdge(key, place + term.Length))
            {
                return place;
            }
        }

        return -1;
    }

    private static bool IsEdge(string key, int at) => at == 0 || at == key.Length || !char.IsAsciiLetterOrDigit(key[at - 1]) || !char.IsAsciiLetterOrDigit(key[at]);

    private sealed record Content(IReadOnlyList<IReadOnlyList<string>> Synonyms, List<string> Blocked, ILookup<string, Pin> Pins);
}
