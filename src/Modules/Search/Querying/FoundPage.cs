namespace Sward.Search;

/// <summary>A page of results.</summary>
/// <param name="Count">How many there are in all, as far as this reader may see them.</param>
/// <param name="IsRelaxed">True when not every result holds every word.</param>
/// <param name="SearchedFor">The spelling that was searched for instead of what was written; <c>exact=true</c> insists on the latter.</param>
internal sealed record FoundPage<T>(IReadOnlyList<T> Items, string? Next, int Count, bool IsRelaxed, string? SearchedFor = null);

/// <summary>Keyset paging over a ranking that is made anew for each page: the cursor names the last rank and id that were shown.</summary>
internal static class RankedPages
{
    /// <summary>The hits of one page and the cursor of the next; null when the cursor is none of ours. What is pinned stands before the first page and nowhere else.</summary>
    public static (IReadOnlyList<long> Ids, string? Next)? Cut(IReadOnlyList<Hit> ranked, PageQuery page, IReadOnlyList<long> pinned)
    {
        if (!Cursor.TryDecode(page.Cursor, out var rank, out var id))
        {
            return null;
        }

        // Without a cursor it stands before the best.
        var last = new Hit(id, rank);
        var rest = ranked.SkipWhile(hit => Hit.BestLast.Compare(hit, last) >= 0).Where(hit => !pinned.Contains(hit.Id)).Take(page.Size + 1).ToList();
        IEnumerable<long> first = page.Cursor is null ? pinned : [];
        return ([.. first, .. rest.Take(page.Size).Select(hit => hit.Id)], rest.Count > page.Size ? Cursor.Encode(rest[page.Size - 1].Rank, rest[page.Size - 1].Id) : null);
    }
}
