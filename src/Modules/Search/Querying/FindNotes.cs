using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;

namespace Sward.Search;

/// <summary>Searches notes for a reader: words first, then what moves results, then whether the words stand together.</summary>
internal sealed class FindNotes(ISearchIndex<NoteMarks> index, SearchDb db, ICircles circles, FoundNotes cards, TimeProvider clock, IOptions<SearchOptions> options)
{
    /// <summary>Null when the cursor is none of ours.</summary>
    public async Task<FoundPage<FoundNote>?> RunAsync(NoteSearch search, long? readerId, PageQuery page, CancellationToken ct)
    {
        var rank = search.RankFor(readerId, await circles.OfAsync(readerId, ct), clock.GetUtcNow(), options.Value);
        var found = index.Find(search.Query, options.Value.EnoughFor(search.Sort is NoteSort.General), options.Value.DepthFor(readerId), rank);
        var ranked = search.Sort is NoteSort.General ? await RaisePhrasesAsync(found.Hits, search.Query, ct) : found.Hits;
        return RankedPages.Cut(ranked, page) is var (hits, next)
            ? new(await cards.DrawAsync([.. hits.Select(hit => hit.Id)], search.Query, readerId, ct), next, found.Count, found.IsRelaxed)
            : null;
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
