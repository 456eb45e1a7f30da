using Sward.Discovery;
using Sward.Discovery.HotList;
using Sward.Discovery.Learning.Acting;
using Sward.Kernel;

namespace Sward.Tests.Discovery.HotList;

public sealed class HeatWaveTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(8, 0, 8)]
    [InlineData(24, 8, 16 / 3.0)]
    [InlineData(8, 24, -16 / 5.0)]
    public void A_burst_is_measured_against_ones_own_usual(double now, double usual, double burst) => Assert.Equal(burst, HeatWave.Burst(now, usual), 9);

    [Fact]
    public void Each_person_counts_once_newcomers_less_and_never_more_than_the_others_together()
    {
        var settled = AccountsOf(days: 30);
        var young = AccountsOf(days: 1);

        Assert.Equal(2, HeatWave.People([settled(0), settled(0), settled(1)], Now));
        Assert.Equal(2.5, HeatWave.People([settled(0), settled(1), young(0), young(1)], Now));
        Assert.Equal(2, HeatWave.People([settled(0), .. Enumerable.Range(0, 500).Select(young)], Now));
        Assert.Equal(0, HeatWave.People(Enumerable.Range(0, 500).Select(young), Now));
    }

    private static Func<int, long> AccountsOf(int days) => person => Ids.FloorOf(Now.AddDays(-days).AddMilliseconds(person));
}

public abstract class HotListTests(AppFixture app)
{
    [Fact]
    public async Task What_many_turn_to_more_than_usual_is_hot_everywhere_and_what_is_always_liked_is_not()
    {
        await using var host = await app.OwnHostAsync();
        var (author, reader) = (await host.SignUpAsync(), await host.SignUpAsync());
        var (wave, steady, bought) = ("wave", "steady", "bought");
        var note = Assert.Single(await host.PublishAsync(author, topic: wave));
        var usual = Assert.Single(await host.PublishAsync(author, topic: steady));
        var faked = Assert.Single(await host.PublishAsync(author, topic: bought));
        await ActAsync(host, note, days: 0, people: 6, ageDays: 60);
        for (var day = 0; day <= 7; day++)
        {
            await ActAsync(host, usual, day, people: 6, ageDays: 60 + day);
        }

        await ActAsync(host, faked, days: 0, people: 40, ageDays: 1);

        await host.RunJobAsync("discovery.find-hot");

        var hot = (await host.Visitor.GetJsonAsync("/api/v1/feed/hot")).Body;
        Assert.Equal([wave], hot.GetProperty("topics").EnumerateArray().Select(topic => topic.GetProperty("name").GetString()));
        Assert.Equal([note], hot.GetProperty("notes").EnumerateArray().Select(listed => listed.GetProperty("note").IdOf()));
        foreach (var page in (string[])["/", "/hot", $"/u/{author.Handle}"])
        {
            var html = await host.NewBrowser().GetStringAsync(new Uri(page, UriKind.Relative), AppFixture.Ct);
            Assert.Equal(1, html.Split("note-card-hot").Length - 1);
        }

        await reader.Client.PutJsonAsync($"/api/v1/accounts/{author.Id}/block");
        await host.DeliverFactsAsync();
        Assert.Empty((await reader.Client.GetJsonAsync("/api/v1/feed/hot")).Body.GetProperty("notes").EnumerateArray());
    }

    [Fact]
    public async Task A_hot_topic_that_somebody_hid_or_operators_blocked_is_on_no_page()
    {
        await using var host = await app.OwnHostAsync(settings => settings["Search:BlockedWords:0"] = "Forbidden");
        var (author, reader) = (await host.SignUpAsync(), await host.SignUpAsync());
        foreach (var topic in (string[])["ripple", "forbidden tide"])
        {
            await ActAsync(host, Assert.Single(await host.PublishAsync(author, topic: topic)), days: 0, people: 6, ageDays: 60);
        }

        await host.RunJobAsync("discovery.find-hot");
        foreach (var page in (string[])["/", "/hot"])
        {
            Assert.Contains("/topics/ripple", await host.Visitor.GetStringAsync(page, AppFixture.Ct), StringComparison.Ordinal);
            Assert.DoesNotContain("/topics/forbidden", await host.Visitor.GetStringAsync(page, AppFixture.Ct), StringComparison.Ordinal);
        }

        await reader.Client.PostJsonAsync("/api/v1/feed/hide", new { topic = "ripple" });

        foreach (var page in (string[])["/", "/hot"])
        {
            Assert.DoesNotContain("/topics/ripple", await reader.Client.GetStringAsync(page, AppFixture.Ct), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_quiet_day_ends_the_wave()
    {
        await using var host = await app.OwnHostAsync();
        var note = Assert.Single(await host.PublishAsync(await host.SignUpAsync(), topic: "tide"));
        await ActAsync(host, note, days: 0, people: 6, ageDays: 60);
        await host.RunJobAsync("discovery.find-hot");
        Assert.NotEmpty((await host.Visitor.GetJsonAsync("/api/v1/feed/hot")).Body.GetProperty("notes").EnumerateArray());

        await host.MoveClockAsync(TimeSpan.FromDays(1.5));
        await host.RunJobAsync("discovery.find-hot");

        Assert.Empty((await host.Visitor.GetJsonAsync("/api/v1/feed/hot")).Body.GetProperty("notes").EnumerateArray());
    }

    /// <summary>People whose accounts are so old like a note, so many days ago.</summary>
    private static async Task ActAsync(AppFixture host, long noteId, int days, int people, int ageDays) => await host.InDb<DiscoveryDb, int>(db =>
    {
        var now = host.Clock.GetUtcNow();
        db.Actions.AddRange(Enumerable.Range(0, people).Select(person => new NoteAction
        {
            AccountId = Ids.FloorOf(now.AddDays(-ageDays).AddMilliseconds(person)),
            NoteId = noteId,
            Liked = true,
            At = now.AddDays(-days).AddHours(-1),
        }));
        return db.SaveChangesAsync(AppFixture.Ct);
    });
}

public sealed class HotListOnSqlite(OnSqlite app) : HotListTests(app);

public sealed class HotListOnPostgres(OnPostgres app) : HotListTests(app);
