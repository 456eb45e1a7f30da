using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Contracts.Discovery;

namespace Sward.Search;

/// <summary>How much each tab of the results holds, without filters.</summary>
internal sealed record TabCounts(int Notes, int Mall, int People);

/// <summary>Counts what a reader would find in each tab. Only memory is asked, so three tabs cost little more than one.</summary>
internal sealed class CountHits(
    ISearchIndex<NoteMarks> notes, ISearchIndex<ProductMarks> products, ISearchIndex<PersonMarks> people, ICircles circles, IHiddenNotes hiddenNotes, IHiddenGoods hiddenGoods, TimeProvider clock, IOptions<SearchOptions> options)
{
    public async Task<TabCounts> RunAsync(Query query, long? readerId, CancellationToken ct)
    {
        var circle = await circles.OfAsync(readerId, ct);
        return new(
            await CountNotesAsync(query, readerId, circle, ct),
            Count(products, query, byRelevance: true, new ProductSearch(query).RankFor(circle, await hiddenGoods.OfAsync(readerId, ct))),
            Count(people, query, byRelevance: false, FindPeople.RankFor(circle)));
    }

    /// <summary>How many documents of all kinds hold every word of a query; kinds are left out once there are <paramref name="enough"/>.</summary>
    public async Task<int> HoldingAllAsync(Query query, long? readerId, CancellationToken ct, int enough = int.MaxValue)
    {
        var circle = await circles.OfAsync(readerId, ct);
        var hits = Strict(notes, query, new NoteSearch(query).RankFor(readerId, circle, clock.GetUtcNow(), options.Value));
        return hits >= enough ? hits : hits + Strict(products, query, new ProductSearch(query).RankFor(circle, await hiddenGoods.OfAsync(readerId, ct))) + Strict(people, query, FindPeople.RankFor(circle));
    }

    /// <summary>What notes are about is not in the index, so those that the reader does not want to see are taken off one by one, as far as anybody can page.</summary>
    private async Task<int> CountNotesAsync(Query query, long? readerId, Circle circle, CancellationToken ct)
    {
        var ranking = new NoteSearch(query).RankFor(readerId, circle, clock.GetUtcNow(), options.Value);
        var found = notes.Find(query, options.Value.EnoughFor(byRelevance: true), take: readerId is null ? 1 : options.Value.DepthFor(readerId), ranking);
        return found.Count - (await hiddenNotes.AmongAsync(found.Hits.Select(hit => hit.Id), readerId, ct)).Count;
    }

    private static int Strict<TMarks>(ISearchIndex<TMarks> index, Query query, Ranking<TMarks> ranking) where TMarks : unmanaged =>
        index.Find(query, relaxBelow: 0, take: 1, ranking).Count;

    private int Count<TMarks>(ISearchIndex<TMarks> index, Query query, bool byRelevance, Ranking<TMarks> ranking) where TMarks : unmanaged =>
        index.Find(query, options.Value.EnoughFor(byRelevance), take: 1, ranking).Count;
}
