using Sward.Discovery.Pipeline;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Sources;

/// <summary>The hottest notes of a channel, or of all.</summary>
internal sealed class Hot(NoteShelves shelves) : ShelfSource("hot", shelves, Keys, Why)
{
    public static Reason Why(FeedContext context, FeedNote note) => Reason.OfChannel("hot", note.Channel);

    /// <summary>The shelf whose order the page is made of.</summary>
    public static ShelfKey ShelfOf(FeedContext context) => context.Ask.Channel is { } channel ? ShelfKey.Channel(channel) : ShelfKey.Everything;

    private static IEnumerable<ShelfKey> Keys(FeedContext context) => [ShelfOf(context)];
}

/// <summary>The same from the database, for when memory is switched off.</summary>
internal sealed class HotInTable(IServiceScopeFactory scopes) : ISource
{
    public string Name => "hot-in-table";

    public TimeSpan Budget { get; } = TimeSpan.FromSeconds(1);

    public Reason WhyThis(FeedContext context, FeedNote note) => Hot.Why(context, note);

    public async ValueTask<Harvest> ReadAsync(FeedContext context, Mark after, int count, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DiscoveryDb>();
        var notes = await Query(db, context.Ask.Channel, after).Take(count + 1).ToListAsync(ct);
        return new([.. notes.Take(count)], notes.Count > count);
    }

    /// <summary>Walks one index from the place on. The first bound on the heat is what the index can seek to.</summary>
    public static IQueryable<FeedNote> Query(DiscoveryDb db, string? channel, Mark after) => db.Notes.AsNoTracking()
        .Where(n => n.Visibility == "public" && (channel == null || n.Channel == channel))
        .Where(n => n.Heat <= after.Score && (n.Heat < after.Score || n.Id < after.Id))
        .OrderByDescending(n => n.Heat).ThenByDescending(n => n.Id);
}
