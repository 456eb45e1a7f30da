using Sward.Contracts.Accounts;

namespace Sward.Search;

/// <summary>What a person may want to search for next: topics of what they looked for last, else topics that are liked at the moment.</summary>
internal sealed class Guesses(ISearchIndex<NoteMarks> index, SearchDb db, SuggestionBook book, RuleBook rules)
{
    private const int MaxItems = 8;
    private const int NotesRead = 30;

    /// <summary>Guesses, given the person's last queries, newest first.</summary>
    public async Task<IReadOnlyList<string>> ForAsync(IReadOnlyList<string> past, CancellationToken ct)
    {
        var known = past.Select(Fold.Key).ToHashSet(StringComparer.Ordinal);
        var related = past.Count > 0 ? await TopicsAroundAsync(Query.Parse(past[0]), ct) : [];
        return [.. related.Concat(book.Trending).DistinctBy(Fold.Key, StringComparer.Ordinal).Where(topic => Fold.Key(topic) is var key && !known.Contains(key) && !rules.AreInKey(key)).Take(MaxItems)];
    }

    /// <summary>Topics of the best notes that everybody may find, the most frequent first.</summary>
    public async Task<IEnumerable<string>> TopicsAroundAsync(Query query, CancellationToken ct)
    {
        var publicNotes = new NoteSearch(query).RankFor(readerId: null, Circle.Nobody, DateTimeOffset.UnixEpoch, new SearchOptions());
        var noteIds = index.Find(query, relaxBelow: 1, NotesRead, publicNotes).Hits.Select(hit => hit.Id).ToList();
        var topics = await db.Notes.AsNoTracking().Where(n => noteIds.Contains(n.Id)).Select(n => n.Topics).ToListAsync(ct);
        return topics.SelectMany(t => t).GroupBy(t => t, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key);
    }
}
