using System.Text.Json;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Sources;

/// <summary>The newest notes of the people the reader follows.</summary>
internal sealed class Followed(NoteShelves shelves) : ShelfSource("followed", shelves, Keys, Why)
{
    public static Reason Why(FeedContext context, FeedNote note) => new("followed");

    private static IEnumerable<ShelfKey> Keys(FeedContext context) => Authors(context).Select(ShelfKey.Author);

    /// <summary>Whose notes are asked for: everybody the reader follows, or those of one label.</summary>
    public static IEnumerable<long> Authors(FeedContext context) => context.Ask.Among is { } chosen ? chosen.Where(context.Circle.Following.Contains) : context.Circle.Following;
}

/// <summary>The same from the database, for when memory is switched off.</summary>
/// <remarks>
/// Sorting all notes of a thousand authors for the newest twenty would read them all. Instead one seek per author finds each one's newest; only the authors with the
/// newest of these can be on the page, and of them only what is newer than the last of these.
/// </remarks>
internal sealed class FollowedInTable(IServiceScopeFactory scopes) : ISource
{
    public string Name => "followed-in-table";

    public TimeSpan Budget { get; } = TimeSpan.FromSeconds(1);

    public Reason WhyThis(FeedContext context, FeedNote note) => Followed.Why(context, note);

    public async ValueTask<Harvest> ReadAsync(FeedContext context, Mark after, int count, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DiscoveryDb>();
        var heads = await Heads(db, [.. Followed.Authors(context)], after).ToListAsync(ct);
        var newest = heads.Where(head => head.Newness is not null).OrderByDescending(head => head.Newness).Take(count + 1).ToArray();
        if (newest.Length == 0)
        {
            return Harvest.Nothing;
        }

        var floor = newest.Length > count ? newest[^1].Newness!.Value : long.MinValue;
        var notes = await Query(db, [.. newest.Select(head => head.AuthorId)], after, floor).ToListAsync(ct);
        notes.Sort((a, b) => new Mark(a.Newness, a.Id).IsAfter(new Mark(b.Newness, b.Id)) ? 1 : -1);
        return new([.. notes.Take(count)], notes.Count > count);
    }

    /// <summary>Each author's newest note after a place.</summary>
    public static IQueryable<Head> Heads(DiscoveryDb db, long[] authorIds, Mark after)
    {
        const string Newest = """
            (SELECT n.newness FROM discovery_feed_note n
             WHERE n.author_id = a.value AND n.newness <= {1} AND (n.newness < {1} OR n.id < {2}) ORDER BY n.newness DESC, n.id DESC LIMIT 1) AS "Newness"
            """;
        return db.Database.IsSqlite()
            ? db.Database.SqlQueryRaw<Head>($"SELECT a.value AS \"AuthorId\", {Newest} FROM json_each({{0}}) a", JsonSerializer.Serialize(authorIds), after.Score, after.Id)
            : db.Database.SqlQueryRaw<Head>($"SELECT a.value AS \"AuthorId\", {Newest} FROM unnest({{0}}) AS a(value)", authorIds, after.Score, after.Id);
    }

    public static IQueryable<FeedNote> Query(DiscoveryDb db, long[] authorIds, Mark after, long floor) => db.Notes.AsNoTracking()
        .Where(n => authorIds.Contains(n.AuthorId) && n.Newness >= floor && n.Newness <= after.Score && (n.Newness < after.Score || n.Id < after.Id));

    /// <summary>An author and when their newest note was published.</summary>
    internal sealed record Head(long AuthorId, long? Newness);
}
