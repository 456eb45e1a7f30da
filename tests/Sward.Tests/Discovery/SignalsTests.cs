using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Discovery;
using Sward.Discovery.Signals;

namespace Sward.Tests.Discovery;

public abstract class SignalsTests(AppFixture app)
{
    protected AppFixture App => app;

    [Fact]
    public async Task Signals_are_answered_before_they_are_written_and_written_once()
    {
        var reader = await app.SignUpAsync();
        var first = Event("impression");
        var second = Event("dwell", 4_200);

        var answer = await reader.Client.PostJsonAsync("/api/v1/events", new[] { first, second });
        await reader.Client.PostJsonAsync("/api/v1/events", new[] { second });
        await FlushAsync(app);

        Assert.Equal(HttpStatusCode.Accepted, answer.Status);
        Assert.Equal(["dwell 4200", "impression "], (await StoredAsync(app, reader.Id)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_was_served_is_kept_with_its_provenance()
    {
        var (author, reader) = (await app.SignUpAsync(), await app.SignUpAsync());
        var note = Assert.Single(await app.PublishAsync(author));
        await reader.Client.PutJsonAsync($"/api/v1/accounts/{author.Id}/follow");
        await app.DeliverFactsAsync();

        await reader.Client.GetJsonAsync("/api/v1/feed/following");
        await FlushAsync(app);

        Assert.StartsWith($"served following {note}:followed:", Assert.Single(await StoredAsync(app, reader.Id, detail: true)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signals_of_who_switched_personalisation_off_are_kept_without_their_account()
    {
        await using var own = await app.OwnHostAsync();
        var reader = await own.SignUpAsync();
        await reader.Client.DeleteJsonAsync("/api/v1/feed/personalisation");

        await reader.Client.PostJsonAsync("/api/v1/events", new[] { Event("open") });
        await FlushAsync(own);

        Assert.Empty(await StoredAsync(own, reader.Id));
        Assert.Equal(["open "], await StoredAsync(own, accountId: 0));
    }

    [Fact]
    public async Task Whom_and_what_was_suggested_is_kept_with_its_provenance_and_nameless_where_that_is_wished()
    {
        await using var own = await app.OwnHostAsync();
        var (reader, author) = (await own.SignUpAsync(), await own.SignUpAsync());
        await own.PublishAsync(author);
        await reader.Client.GetJsonAsync("/api/v1/feed/people");
        await FlushAsync(own);
        Assert.StartsWith($"served people {author.Id}:small-authors:", Assert.Single(await StoredAsync(own, reader.Id, detail: true)), StringComparison.Ordinal);

        await reader.Client.DeleteJsonAsync("/api/v1/feed/personalisation");
        await reader.Client.GetJsonAsync("/api/v1/feed/people");
        await reader.Client.GetJsonAsync("/api/v1/feed/discover");
        await FlushAsync(own);

        Assert.Single(await StoredAsync(own, reader.Id));
        Assert.Equal(2, (await StoredAsync(own, accountId: 0)).Count);
    }

    [Fact]
    public async Task A_full_buffer_lets_the_oldest_go_and_counts_them()
    {
        await using var own = await app.OwnHostAsync(settings => settings["Discovery:SignalsWaiting"] = "100");
        var reader = await own.SignUpAsync();

        await reader.Client.PostJsonAsync("/api/v1/events", Enumerable.Range(0, 150).Select(i => Event("dwell", i)).ToArray());
        var lost = own.Services.GetRequiredService<SignalBuffer>().LostCount;
        await FlushAsync(own);

        Assert.Equal(50, lost);
        var kept = await StoredAsync(own, reader.Id);
        Assert.Equal(100, kept.Count);
        Assert.DoesNotContain("dwell 49", kept);
        Assert.Contains("dwell 149", kept);
    }

    [Fact]
    public async Task Old_days_are_forgotten_whole()
    {
        await using var own = await app.OwnHostAsync();
        var reader = await own.SignUpAsync();
        await reader.Client.PostJsonAsync("/api/v1/events", new[] { Event("open") });
        await FlushAsync(own);
        var day = own.Clock.GetUtcNow();

        await own.RunJobAsync("discovery.forget-old-signals");
        Assert.Single(await StoredAsync(own, reader.Id));

        await own.MoveClockAsync(TimeSpan.FromDays(91));
        await own.RunJobAsync("discovery.forget-old-signals");
        Assert.False(await ExistsAsync(own, day));
    }

    [Fact]
    public async Task A_wrong_clock_is_not_believed()
    {
        var reader = await app.SignUpAsync();

        var answer = await reader.Client.PostJsonAsync("/api/v1/events", new[] { Event("click", at: DateTimeOffset.UnixEpoch) });
        await FlushAsync(app);

        Assert.Equal(HttpStatusCode.Accepted, answer.Status);
        Assert.Equal(SignalColumns.Micros(app.Clock.GetUtcNow()), Assert.Single(await ReadAsync<long>(app, "at", reader.Id)));
    }

    [Fact]
    public async Task The_same_id_of_two_people_is_two_signals()
    {
        var (one, other) = (await app.SignUpAsync(), await app.SignUpAsync());
        var sent = Event("open");

        await one.Client.PostJsonAsync("/api/v1/events", new[] { sent });
        await other.Client.PostJsonAsync("/api/v1/events", new[] { sent });
        await FlushAsync(app);

        Assert.Single(await StoredAsync(app, one.Id));
        Assert.Single(await StoredAsync(app, other.Id));
    }

    [Fact]
    public async Task Signals_are_read_in_the_order_of_their_arrival_from_any_place_on()
    {
        await using var own = await app.OwnHostAsync();
        var reader = await own.SignUpAsync();
        await reader.Client.PostJsonAsync("/api/v1/events", Enumerable.Range(0, 5).Select(i => Event("dwell", i, own.Clock.GetUtcNow().AddMinutes(-i))).ToArray());
        await FlushAsync(own);
        var (store, now) = (own.Services.GetRequiredService<ISignalStore>(), own.Clock.GetUtcNow());
        var today = DateOnly.FromDateTime(now.UtcDateTime);

        var first = await store.ReadAsync(today, after: 0, now, count: 3, AppFixture.Ct);
        var rest = await store.ReadAsync(today, first[^1].Sequence, now, count: 3, AppFixture.Ct);

        Assert.Equal([0, 1, 2, 3, 4], first.Concat(rest).Select(stored => stored.Signal.Milliseconds!.Value));
        Assert.All(first, stored => Assert.Equal(("r1", "dwell", reader.Id, 7L, 3), (stored.Signal.RequestId, stored.Signal.Type, stored.Signal.AccountId, stored.Signal.TargetId, stored.Signal.Slot)));
        Assert.Empty(await store.ReadAsync(today, after: 0, now.AddSeconds(-1), count: 3, AppFixture.Ct));
        Assert.Empty(await store.ReadAsync(today.AddDays(-1), after: 0, now, count: 3, AppFixture.Ct));
    }

    [Fact]
    public async Task Nonsense_is_refused()
    {
        Assert.Equal("discovery.unsound-signal", (await app.Visitor.PostJsonAsync("/api/v1/events", new[] { Event("click"), Event("nonsense") })).Code);
        var nul = new { id = "12345678\0", type = "click", target = new { kind = "note", id = "1" }, at = app.Clock.GetUtcNow() };
        Assert.Equal("discovery.unsound-signal", (await app.Visitor.PostJsonAsync("/api/v1/events", new[] { nul })).Code);
        var wordy = new { id = "12345678", type = "search", target = new { kind = "query", id = "0" }, detail = new string('x', 101), at = app.Clock.GetUtcNow() };
        Assert.Equal("discovery.unsound-signal", (await app.Visitor.PostJsonAsync("/api/v1/events", new[] { wordy })).Code);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Visitor.PostJsonAsync("/api/v1/events", new[] { new { type = "click" } })).Status);
        var tooMany = await app.Visitor.PostJsonAsync("/api/v1/events", Enumerable.Range(0, 201).Select(_ => Event("click")).ToArray());
        Assert.Equal((HttpStatusCode.BadRequest, "discovery.too-many-signals"), (tooMany.Status, tooMany.Code));
    }

    protected abstract Task<IReadOnlyList<T>> ReadAsync<T>(AppFixture host, string column, long accountId);

    protected abstract Task<bool> ExistsAsync(AppFixture host, DateTimeOffset day);

    private static Task FlushAsync(AppFixture host) => host.Services.GetRequiredService<SignalWriter>().FlushAsync(AppFixture.Ct);

    private Task<IReadOnlyList<string>> StoredAsync(AppFixture host, long accountId, bool detail = false) =>
        ReadAsync<string>(host, detail ? "type || ' ' || detail" : "type || ' ' || coalesce(cast(milliseconds AS text), '')", accountId);

    private object Event(string type, int? ms = null, DateTimeOffset? at = null) =>
        new { id = Guid.NewGuid(), requestId = "r1", type, target = new { kind = "note", id = "7" }, slot = 3, ms, at = at ?? app.Clock.GetUtcNow() };
}

public sealed class SignalsOnSqlite(OnSqlite app) : SignalsTests(app)
{
    protected override async Task<IReadOnlyList<T>> ReadAsync<T>(AppFixture host, string column, long accountId)
    {
        await using var connection = new SqliteConnection($"Data Source={File(host, host.Clock.GetUtcNow())}");
        await connection.OpenAsync(AppFixture.Ct);
#pragma warning disable CA2100 // Columns that the tests name.
        await using var command = new SqliteCommand($"SELECT {column} FROM signal WHERE account_id = {accountId}", connection);
#pragma warning restore CA2100
        var values = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(AppFixture.Ct);
        while (await reader.ReadAsync(AppFixture.Ct))
        {
            values.Add(reader.GetFieldValue<T>(0));
        }

        return values;
    }

    protected override Task<bool> ExistsAsync(AppFixture host, DateTimeOffset day) => Task.FromResult(System.IO.File.Exists(File(host, day)));

    private static string File(AppFixture host, DateTimeOffset day) => host.DataPath("signals", day.ToString("yyyy-MM-dd'.db'", CultureInfo.InvariantCulture));
}

public sealed class SignalsOnPostgres(OnPostgres app) : SignalsTests(app)
{
#pragma warning disable EF1002 // Columns and tables that the tests name.
    protected override Task<IReadOnlyList<T>> ReadAsync<T>(AppFixture host, string column, long accountId) => host.InDb<DiscoveryDb, IReadOnlyList<T>>(async db =>
        await db.Database.SqlQueryRaw<T>($"SELECT {column} AS \"Value\" FROM {Table(host.Clock.GetUtcNow())} WHERE account_id = {accountId}").ToListAsync(AppFixture.Ct));
#pragma warning restore EF1002

    protected override Task<bool> ExistsAsync(AppFixture host, DateTimeOffset day) => host.InDb<DiscoveryDb, bool>(async db =>
        await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_tables WHERE tablename = {Table(day)}").SingleAsync(AppFixture.Ct) == 1);

    private static string Table(DateTimeOffset day) => day.ToString("'discovery_signal_'yyyyMMdd", CultureInfo.InvariantCulture);
}
