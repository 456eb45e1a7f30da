using Microsoft.Extensions.Options;
using Sward.Discovery.Authors;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Sources;

/// <summary>The hottest notes by authors whom few follow, between those of the shared order where the well-known would fill it.</summary>
internal sealed class SmallAuthors(Placing placing, NoteShelves shelves, AuthorSizes authors, IOptionsMonitor<DiscoveryOptions> options) : ISource
{
    /// <summary>The order stays as it is where this share of it is by small authors.</summary>
    private const double Enough = .6;

    public string Name => "small-authors";

    public TimeSpan Budget { get; } = TimeSpan.FromMilliseconds(50);

    public Reason WhyThis(FeedContext context, FeedNote note) => Hot.Why(context, note);

    public ValueTask<Harvest> ReadAsync(FeedContext context, Mark after, int count, CancellationToken ct)
    {
        var perNote = options.CurrentValue.SmallAuthorsPerNote;
        if (after != context.Ask.Cursor.After || context.Ask.Channel is not null || perNote == 0 || !IsCrowded(after, count))
        {
            return new(new Harvest([], HasMore: false) { Picks = [] });
        }

        // Those that were picked on the pages before still stand here, and are passed over.
        var notes = new List<FeedNote>();
        shelves.Take([ShelfKey.SmallAuthors], after, count + context.Ask.Cursor.Ahead.Count, notes);
        return new(new Harvest([], HasMore: false) { Picks = placing.Between(context, after, count, perNote, notes.Select(note => (note, WhyThis(context, note)))) });
    }

    private bool IsCrowded(Mark after, int count)
    {
        var order = new List<FeedNote>(count);
        shelves.Take([ShelfKey.Everything], after, count, order);
        return order.Count(note => authors.IsSmall(note.AuthorId)) < order.Count * Enough;
    }
}
