using Microsoft.EntityFrameworkCore;
using Sward.Inbox;

namespace Sward.Tests.Inbox;

public abstract class NoticePlansTests(AppFixture app)
{
    [Fact]
    public async Task Notices_are_led_by_an_index_and_the_check_goes_red_without_it()
    {
        await using var own = await app.OwnHostAsync();
        await own.InDb<InboxDb, int>(PlantAsync);
        var middle = DateTimeOffset.UnixEpoch.AddSeconds(50_000);

        foreach (var kind in new[] { null, "likes", "like" })
        {
            Assert.Empty(await own.InDb<InboxDb, IReadOnlyList<string>>(db => db.FaultsOfAsync(Notices.Query(db, 7, kind, middle, long.MaxValue).Take(21))));
        }

        await own.InDb<InboxDb, int>(db => db.Database.ExecuteSqlRawAsync("DROP INDEX ix_inbox_notice_account_id_at_id", AppFixture.Ct));
        Assert.NotEmpty(await own.InDb<InboxDb, IReadOnlyList<string>>(db => db.FaultsOfAsync(Notices.Query(db, 7, null, middle, long.MaxValue).Take(21))));
    }

    /// <summary>Twenty people with five thousand notices each.</summary>
    private static async Task<int> PlantAsync(InboxDb db)
    {
        const int Count = 100_000;
        var (numbers, time) = db.Database.IsSqlite()
            ? ($"WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {Count})", "n * 1000000")
            : ($"WITH numbers(n) AS (SELECT generate_series(1, {Count}))", "to_timestamp(n)");
#pragma warning disable EF1002 // Nothing of it comes from outside.
        await db.Database.ExecuteSqlRawAsync($"""
            {numbers} INSERT INTO inbox_notice (id, account_id, tab, kind, subject_id, actor_id, actor_count, at, read_at)
            SELECT n, n % 20, CASE n % 4 WHEN 0 THEN 'likes' ELSE 'comments' END, CASE n % 4 WHEN 0 THEN 'like' ELSE 'comment' END, n, n, 1, {time}, {time} FROM numbers
            """, AppFixture.Ct);
#pragma warning restore EF1002
        return await db.Database.ExecuteSqlRawAsync("ANALYZE", AppFixture.Ct);
    }
}

public sealed class NoticePlansOnSqlite(OnSqlite app) : NoticePlansTests(app);

public sealed class NoticePlansOnPostgres(OnPostgres app) : NoticePlansTests(app);
