using Microsoft.EntityFrameworkCore;
using Sward.Discovery;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Sources;

namespace Sward.Tests.Discovery;

public abstract class FeedPlansTests(AppFixture app)
{
    private const int Notes = 100_000;
    private static readonly Mark Middle = new(Notes / 2, 0);
    private static readonly long[] Followed = [.. Enumerable.Range(1, 40)];

    [Fact]
    public async Task Feeds_are_led_by_an_index_and_each_check_goes_red_without_it()
    {
        await using var own = await app.OwnHostAsync();
        await own.InDb<DiscoveryDb, int>(PlantAsync);

        await HoldsOnlyWithAsync(own, "ix_discovery_feed_note_visibility_heat_id", db => HotInTable.Query(db, channel: null, Middle).Take(21));
        await HoldsOnlyWithAsync(own, "ix_discovery_feed_note_visibility_channel_heat_id", db => HotInTable.Query(db, "food", Middle).Take(21));
        await HoldsAsync(own, db => FollowedInTable.Query(db, [1, 2, 3], Middle, floor: Middle.Score - 100));
        await HoldsOnlyWithAsync(own, "ix_discovery_feed_note_author_id_newness_id", db => FollowedInTable.Heads(db, Followed, Middle));
    }

    [Fact]
    public async Task A_page_of_follow_reads_a_row_for_each_author_and_not_their_notes()
    {
        await using var own = await app.OwnHostAsync();
        await own.InDb<DiscoveryDb, int>(PlantAsync);

        var heads = await own.InDb<DiscoveryDb, List<FollowedInTable.Head>>(db => FollowedInTable.Heads(db, Followed, Middle).ToListAsync(AppFixture.Ct));

        Assert.Equal(Followed.Length, heads.Count);
        Assert.All(heads, head => Assert.InRange(head.Newness!.Value, Middle.Score - 1_000, Middle.Score));
    }

    private static async Task HoldsAsync<T>(AppFixture host, Func<DiscoveryDb, IQueryable<T>> query) =>
        Assert.Empty(await host.InDb<DiscoveryDb, IReadOnlyList<string>>(db => db.FaultsOfAsync(query(db))));

    private static async Task HoldsOnlyWithAsync<T>(AppFixture host, string index, Func<DiscoveryDb, IQueryable<T>> query)
    {
        await HoldsAsync(host, query);
#pragma warning disable EF1002 // A name that the test gives.
        await host.InDb<DiscoveryDb, int>(db => db.Database.ExecuteSqlRawAsync($"DROP INDEX {index}", AppFixture.Ct));
#pragma warning restore EF1002
        Assert.NotEmpty(await host.InDb<DiscoveryDb, IReadOnlyList<string>>(db => db.FaultsOfAsync(query(db))));
    }

    /// <summary>A thousand authors in sixteen channels; heat and newness are the number of the note.</summary>
    private static async Task<int> PlantAsync(DiscoveryDb db)
    {
        const string Columns = "id, author_id, channel, visibility, topics, product_ids, categories, published_at, newness, likes, collects, commenters, shares, heat";
        var sqlite = db.Database.IsSqlite();
        var (numbers, empty, time) = sqlite
            ? ($"WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {Notes})", "'[]'", "n")
            : ($"WITH numbers(n) AS (SELECT generate_series(1, {Notes}))", "'{}'", "now()");
#pragma warning disable EF1002 // Nothing of it comes from outside.
        await db.Database.ExecuteSqlRawAsync($"""
            {numbers} INSERT INTO discovery_feed_note ({Columns})
            SELECT n, n % 1000 + 1, CASE n % 16 WHEN 0 THEN 'food' ELSE 'channel' || n % 16 END, 'public', {empty}, {empty}, {empty}, {time}, n, 0, 0, 0, 0, n FROM numbers
            """.Replace("'{}'", "'{{}}'", StringComparison.Ordinal), AppFixture.Ct);
#pragma warning restore EF1002
        return await db.Database.ExecuteSqlRawAsync("ANALYZE", AppFixture.Ct);
    }
}

public sealed class FeedPlansOnSqlite(OnSqlite app) : FeedPlansTests(app);

public sealed class FeedPlansOnPostgres(OnPostgres app) : FeedPlansTests(app);
