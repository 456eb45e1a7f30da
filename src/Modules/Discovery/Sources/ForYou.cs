using Sward.Discovery.Learning.Acting;
using Sward.Discovery.Learning.Models;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Sources;

/// <summary>Notes that the model picks for the reader by what they did last, one in each few places of the order.</summary>
/// <param name="filters">Those of the surface: a pick that may not be shown must not take the place of one that may.</param>
internal sealed class ForYou(NoteShelves shelves, Models models, IServiceScopeFactory scopes, IReadOnlyList<IFilter> filters) : ISource
{
    /// <summary>What a person did last is what they are asked by.</summary>
    private const int LastActions = 50;

    /// <summary>One pick for each so many notes of the order.</summary>
    private const int Stride = 3;

    public string Name => "for-you";

    public TimeSpan Budget { get; } = TimeSpan.FromMilliseconds(250);

    public Reason WhyThis(FeedContext context, FeedNote note) => new("for-you");

    public async ValueTask<Harvest> ReadAsync(FeedContext context, Mark after, int count, CancellationToken ct)
    {
        // Picks are made once for a page, however many rounds it takes.
        var isFirstRound = after == context.Ask.Cursor.After;
        var picks = isFirstRound && models.Current is { } model && context.Ask is { ReaderId: { } readerId, Channel: null }
            ? Place(model.For(await ReadActionsAsync(readerId, ct)), context, after, count)
            : [];
        return new Harvest([], HasMore: false) { Picks = picks };
    }

    private List<Pick> Place(IReadOnlyList<Proposal> proposals, FeedContext context, Mark after, int count)
    {
        var (order, picks) = (new List<FeedNote>(count), new List<Pick>());
        shelves.Take([ShelfKey.Everything], after, count, order);
        foreach (var (noteId, seedId) in proposals)
        {
            if (picks.Count * Stride >= order.Count)
            {
                break;
            }

            // A note that stands before the place was shown in the order already.
            if (!context.Ask.Cursor.AheadIds.Contains(noteId) && shelves.Find(noteId) is { } note && new Mark(note.Heat, note.Id).IsAfter(after)
                && filters.All(filter => filter.Keeps(context, note)))
            {
                picks.Add(new Pick(note, PlaceOf(note, order[picks.Count * Stride], after), new Reason(seedId is null ? "for-you" : "because-you-liked") { NoteId = seedId }));
            }
        }

        return picks;
    }

    /// <summary>Beside a note of the order, but never before the place the page begins at.</summary>
    private static long PlaceOf(FeedNote pick, FeedNote beside, Mark after) => new Mark(beside.Heat, pick.Id).IsAfter(after) ? beside.Heat : beside.Heat - 1;

    private async Task<List<NoteAction>> ReadActionsAsync(long readerId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DiscoveryDb>();
        return await db.Actions.AsNoTracking().Where(a => a.AccountId == readerId).OrderByDescending(a => a.At).Take(LastActions).ToListAsync(ct);
    }
}
