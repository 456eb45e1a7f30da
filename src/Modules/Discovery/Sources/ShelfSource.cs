using Sward.Discovery.Pipeline;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Sources;

/// <summary>Proposes notes from the shelves in memory.</summary>
/// <param name="keys">Which shelves, for this ask.</param>
/// <param name="why">The reason it gives.</param>
internal class ShelfSource(string name, NoteShelves shelves, Func<FeedContext, IEnumerable<ShelfKey>> keys, Func<FeedContext, FeedNote, Reason> why) : ISource
{
    public string Name => name;

    public TimeSpan Budget { get; } = TimeSpan.FromMilliseconds(50);

    public Reason WhyThis(FeedContext context, FeedNote note) => why(context, note);

    public ValueTask<Harvest> ReadAsync(FeedContext context, Mark after, int count, CancellationToken ct)
    {
        var notes = new List<FeedNote>(count);
        var hasMore = shelves.Take(keys(context), after, count, notes, Where(context));
        return new(new Harvest(notes, hasMore));
    }

    /// <summary>Which notes of the shelves belong; null for all.</summary>
    protected virtual Func<FeedNote, bool>? Where(FeedContext context) => null;
}
