using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Contracts.Discovery;

namespace Sward.Search;

/// <summary>Searches notes for a reader: words first, then what moves results, then whether the words stand together.</summary>
internal sealed class FindNotes(ISearchIndex<NoteMarks> index, SearchDb db, ICircles circles, IHiddenNotes hides, ISeenNotes seen, FoundNotes cards, RuleBook rules, TimeProvider clock, IOptions<SearchOptions> options)
{
    /// <summary>Null when the cursor is none of ours.</summary>
    public async Task<FoundPage<FoundNote>?> RunAsync(NoteSearch search, long? readerId, PageQuery page, CancellationToken ct)
    {
        var found = await OnlySeenAsync(await RankAsync(search, readerId, ct), search.Seen, readerId, ct);
        var pinned = search.IsPlain ? rules.Pinned(search.Query, PinKind.Note) : [];
        var hidden = await hides.AmongAsync(found.Hits.Select(hit => hit.Id).Concat(pinned), readerId, ct);
        if (hidden.Count > 0)
        {
            Hit[] hits = [.. found.Hits.Where(hit => !hidden.Contains(hit.Id))];
            (found, pinned) = (found with { Hits = hits, Count = found.Count - (found.Hits.Count - hits.Length) }, [.. pinned.Where(id => !hidden.Contains(id))]);
        }

        return RankedPages.Cut(found.Hits, page, pinned) is var (ids, next)
            ? new(await cards.DrawAsync(ids, search.Query, pinned, readerId, ct), next, found.Count, found.IsRelaxed)
            : null;
    }

    /// <summary>All hits of a reader in their order, as far as anybody can page.</summary>
    public async Task<Found> RankAsync(NoteSearch search, long? readerId, CancellationToken ct)
    {
        var rank = search.RankFor(readerId, await circles.OfAsync(readerId, ct), clock.GetUtcNow(), options.Value);
        var found = index.Find(search.Query, options.Value.EnoughFor(search.Sort is NoteSort.General), options.Value.DepthFor(readerId), rank);
        return search.Sort is NoteSort.General ? found with { Hits = await RaisePhrasesAsync(found.Hits, search.Query, ct) } : found;
    }

    /// <summary>What was seen is not in the index: it changes with every page that somebody opens.</summary>
    private async Task<Found> OnlySeenAsync(Found found, bool? asked, long? readerId, CancellationToken ct)
    {
        if (asked is not { } isSeen)
        {
            return found;
        }

        var known = await seen.AmongAsync([.. found.Hits.Select(hit => hit.Id)], readerId, ct);
        Hit[] hits = [.. found.Hits.Where(hit => known.Contains(hit.Id) == isSeen)];
        return found with { Hits = hits, Count = hits.Length };
    }

    private async Task<IReadOnlyList<Hit>> RaisePhrasesAsync(IReadOnlyList<Hit> hits, Query query, CancellationToken ct)
    {
        if (query.Neighbours.Count == 0)
        {
            return hits;
        }

        var best = hits.Take(options.Value.PhraseDepth).Select(hit => hit.Id).ToList();
        var texts = await db.Notes.AsNoTracking().Where(n => best.Contains(n.Id)).Select(n => new { n.Id, n.Title, n.Body }).ToListAsync(ct);
        return Closeness.Raise(hits, query, texts.ToDictionary(t => t.Id, t => $"{t.Title} {t.Body}"));
    }
}
