using Microsoft.Extensions.Options;
using Sward.Discovery.Authors;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Portrait;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Sources;

/// <summary>Notes by authors whom few follow, between those of the shared order where the well-known would fill it: on what the reader likes first, then the hottest.</summary>
internal sealed class SmallAuthors(Placing placing, NoteShelves shelves, AuthorSizes authors, IOptionsMonitor<DiscoveryOptions> options) : ISource
{
    /// <summary>The order stays as it is where this share of it is by small authors.</summary>
    private const double Enough = .6;

    public string Name => "small-authors";

    public TimeSpan Budget { get; } = TimeSpan.FromMilliseconds(50);

    public Reason WhyThis(FeedContext context, FeedNote note) => Hot.Why(context, note);

    public async ValueTask<Harvest> ReadAsync(FeedContext context, Mark after, int count, CancellationToken ct)
    {
        var perNote = options.CurrentValue.SmallAuthorsPerNote;
        if (after != context.Ask.Cursor.After || context.Ask.Channel is not null || perNote == 0 || !IsCrowded(after, count))
        {
            return new Harvest([], HasMore: false) { Picks = [] };
        }

        var portrait = await context.Portrait.Value.WaitAsync(ct);
        return new Harvest([], HasMore: false) { Picks = placing.Between(context, after, count, perNote, Propose(context, portrait, after, count)) };
    }

    /// <summary>Those on what the reader likes, then the hottest of all; the portrait of somebody who is not known is empty.</summary>
    private IEnumerable<(FeedNote Note, Reason Why)> Propose(FeedContext context, TastePortrait portrait, Mark after, int count)
    {
        var liked = NotesOfInterests.InTurn(shelves, portrait, after, count, note => authors.IsSmall(note.AuthorId));
        // Those that were picked on the pages before still stand here, and are passed over.
        var hottest = new List<FeedNote>();
        shelves.Take([ShelfKey.SmallAuthors], after, count + context.Ask.Cursor.Ahead.Count, hottest);
        return liked.Concat(hottest.Select(note => (note, WhyThis(context, note)))).DistinctBy(proposal => proposal.Item1.Id);
    }

    private bool IsCrowded(Mark after, int count)
    {
        var order = new List<FeedNote>(count);
        shelves.Take([ShelfKey.Everything], after, count, order);
        return order.Count(note => authors.IsSmall(note.AuthorId)) < order.Count * Enough;
    }
}
