using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Discovery;
using Sward.Discovery.Learning.Acting;
using Sward.Discovery.Pools;
using Sward.Discovery.Portrait;
using Sward.Discovery.Reach;
using Sward.Discovery.Signals;
using Sward.Notes;

namespace Sward.Tests.Discovery.Pools;

/// <summary>How notes enter pools, climb and leave.</summary>
public abstract class ClimbPoolsTests(AppFixture app)
{
    [Fact]
    public async Task A_new_note_enters_once_and_leaves_with_its_note_old_and_hidden_ones_never_enter()
    {
        await using var own = await app.OwnHostAsync();
        var author = await own.SignUpAsync();
        var note = Assert.Single(await own.PublishAsync(author, at: own.Clock.GetUtcNow()));
        await own.PublishAsync(author);
        await own.PublishAsync(author, visibility: Visibility.Followers, at: own.Clock.GetUtcNow());

        Assert.Equal((note, Rooms.Starter, null), await own.StayAsync(note, s => (s.NoteId, s.Room, s.LeftAt)));
        Assert.Equal(1, await own.InDb<DiscoveryDb, int>(db => db.PoolStays.CountAsync(AppFixture.Ct)));

        await author.Client.DeleteAsync(new Uri($"/api/v1/notes/{note}", UriKind.Relative), AppFixture.Ct);
        await own.DeliverFactsAsync();
        Assert.Equal(0, await own.InDb<DiscoveryDb, int>(db => db.PoolStays.CountAsync(AppFixture.Ct)));
    }

    [Fact]
    public async Task What_people_like_more_than_is_usual_climbs_and_what_they_do_not_leaves_when_its_room_is_used_up()
    {
        await using var own = await app.OwnHostAsync();
        var author = await own.SignUpAsync();
        var notes = await own.PublishAsync(author, count: 2, at: own.Clock.GetUtcNow());
        var (liked, passed) = (notes[0], notes[1]);
        await own.SeeAsync(liked, 99);
        await own.SeeAsync(passed, 99);
        await own.LikeAsync(liked, 20);
        await own.LikeAsync(passed, 2);

        await own.RunJobAsync("discovery.climb-pools");
        // Half of the room is not used yet, however well it goes.
        Assert.Equal((Rooms.Starter, 99, 20 / 99.0), await own.StayAsync(liked, s => (s.Room, s.Seen, s.PerImpression)));

        await own.SeeAsync(liked, 20);
        await own.SeeAsync(passed, 101);
        await own.RunJobAsync("discovery.climb-pools");
        await own.RunJobAsync("discovery.climb-pools");

        Assert.Equal((500, 119, 0), await own.StayAsync(liked, s => (s.Room, s.SeenBefore, s.SeenHere)));
        Assert.Equal((Rooms.Starter, 200, PoolOutcome.UsedUp), await own.StayAsync(passed, s => (s.Room, s.Seen, s.Outcome!.Value)));
        Assert.Equal(3, await own.InDb<DiscoveryDb, int>(db => db.PoolStays.CountAsync(AppFixture.Ct)));
    }

    [Fact]
    public async Task Neither_authors_nor_their_followers_lift_a_note_and_what_is_withdrawn_weighs_nothing()
    {
        await using var own = await app.OwnHostAsync();
        var (author, fan, stranger) = (await own.SignUpAsync(), await own.SignUpAsync(), await own.SignUpAsync());
        await fan.Client.PutJsonAsync($"/api/v1/accounts/{author.Id}/follow");
        var note = Assert.Single(await own.PublishAsync(author, at: own.Clock.GetUtcNow()));
        foreach (var person in (Person[])[author, fan, stranger])
        {
            await person.Client.PutJsonAsync($"/api/v1/notes/{note}/like");
        }

        await own.DeliverFactsAsync();
        await own.SeeAsync(note, 40, toFollowers: 1_000);
        await own.RunJobAsync("discovery.climb-pools");
        Assert.Equal((40, 1 / 40.0), await own.StayAsync(note, s => (s.Seen, s.PerImpression)));

        await stranger.Client.DeleteAsync(new Uri($"/api/v1/notes/{note}/like", UriKind.Relative), AppFixture.Ct);
        await own.DeliverFactsAsync();
        await own.SeeAsync(note, 40);
        await own.RunJobAsync("discovery.climb-pools");
        Assert.Equal((80, 0.0), await own.StayAsync(note, s => (s.Seen, s.PerImpression)));
    }

    [Fact]
    public async Task A_follow_is_won_by_the_note_that_was_read_and_hides_and_reports_count_against_it()
    {
        await using var own = await app.OwnHostAsync();
        var (author, reader) = (await own.SignUpAsync(), await own.SignUpAsync());
        var notes = await own.PublishAsync(author, count: 2, at: own.Clock.GetUtcNow());
        await own.ActAsync(notes[0], reader.Id, action => (action.Opened, action.At) = (true, own.Clock.GetUtcNow()));
        await own.ActAsync(notes[1], reader.Id, action => (action.Opened, action.At) = (true, own.Clock.GetUtcNow().AddHours(-3)));
        await reader.Client.PutJsonAsync($"/api/v1/accounts/{author.Id}/follow");
        await (await own.SignUpAsync()).Client.PostJsonAsync("/api/v1/feed/hide", new { note = notes[1] });
        await (await own.SignUpAsync()).Client.PostJsonAsync("/api/v1/reports", new { target = new { kind = "note", id = notes[1] }, reason = "spam" });
        await own.DeliverFactsAsync();
        await own.MoveClockAsync(TimeSpan.FromMinutes(6));
        await own.SeeAsync(notes[0], 10);
        await own.SeeAsync(notes[1], 10);

        await own.RunJobAsync("discovery.climb-pools");

        Assert.Equal(.8, await own.StayAsync(notes[0], s => s.PerImpression), 12);
        Assert.Equal(-1.2, await own.StayAsync(notes[1], s => s.PerImpression), 12);

        await reader.Client.DeleteAsync(new Uri($"/api/v1/accounts/{author.Id}/follow", UriKind.Relative), AppFixture.Ct);
        await own.DeliverFactsAsync();
        await own.SeeAsync(notes[0], 10);
        await own.RunJobAsync("discovery.climb-pools");
        Assert.Equal(0, await own.StayAsync(notes[0], s => s.PerImpression));
    }

    [Fact]
    public async Task Nobody_burns_the_room_of_a_note_however_many_impressions_they_send()
    {
        await using var own = await app.OwnHostAsync();
        var (author, fan, enemy, nameless) = (await own.SignUpAsync(), await own.SignUpAsync(), await own.SignUpAsync(), await own.SignUpAsync());
        await nameless.Client.DeleteJsonAsync("/api/v1/feed/personalisation");
        var notes = await own.PublishAsync(author, count: 2, at: own.Clock.GetUtcNow());
        foreach (var client in (HttpClient[])[own.Visitor, own.NewClient(), enemy.Client, nameless.Client, author.Client])
        {
            for (var burst = 0; burst < 2; burst++)
            {
                await client.PostJsonAsync("/api/v1/events", Enumerable.Range(0, 150).Select(_ => Impression(own, notes[0], "discover:new")).ToArray());
            }
        }

        await fan.Client.PostJsonAsync("/api/v1/events", new[] { Impression(own, notes[0], "following:followed:f"), Impression(own, notes[1], "discover:new") });
        // A profile does not say whether its visitor follows.
        var regular = await own.SignUpAsync();
        await regular.Client.PutJsonAsync($"/api/v1/accounts/{author.Id}/follow");
        await regular.Client.PostJsonAsync("/api/v1/events", new[] { Impression(own, notes[0], "profile") });
        await RollUpAsync(own);
        await own.RunJobAsync("discovery.climb-pools");

        // The two without an account share an address; the author and who follows do not count.
        Assert.Equal((3, 0), (await CountAsync(notes[0]), await own.StayAsync(notes[0], s => s.Seen)));
        Assert.Equal(1, await CountAsync(notes[1]));
        Assert.Equal((PoolOutcome?)null, await own.StayAsync(notes[0], s => s.Outcome));

        // In the room above everybody is new once more.
        await own.LikeAsync(notes[0], 50);
        await own.SeeAsync(notes[0], 147);
        await own.RunJobAsync("discovery.climb-pools");
        await own.Visitor.PostJsonAsync("/api/v1/events", Enumerable.Range(0, 150).Select(_ => Impression(own, notes[0], "discover:new")).ToArray());
        await RollUpAsync(own);
        Assert.Equal((500, 150), await own.StayAsync(notes[0], s => (s.Room, s.SeenBefore)));
        Assert.Equal(1, await CountAsync(notes[0]));

        Task<int> CountAsync(long note) => own.InDb<DiscoveryDb, int>(db => db.PoolCrowds.Where(c => c.NoteId == note).OrderByDescending(c => c.Room).Select(c => c.People).FirstAsync(AppFixture.Ct));
    }

    [Fact]
    public async Task Prints_tell_nothing_but_that_the_same_one_saw_the_same_note()
    {
        await using var own = await app.OwnHostAsync();
        var nameless = await own.SignUpAsync();
        await nameless.Client.DeleteJsonAsync("/api/v1/feed/personalisation");
        var sent = own.Clock.GetUtcNow();
        Signal Of(long who, string type, long note) => new(1, who, null, type, "note", note, null, null, sent, sent);
        long visitor = Prints.VisitorAt(System.Net.IPAddress.Parse("203.0.113.7")), neighbour = Prints.VisitorAt(System.Net.IPAddress.Parse("203.0.113.8"));

        var kept = await own.Services.GetRequiredService<NamelessSignals>().OfAsync(
            [Of(visitor, "impression", 1), Of(visitor, "impression", 1), Of(visitor, "impression", 2), Of(neighbour, "impression", 1), Of(visitor, "open", 1), Of(nameless.Id, "impression", 1), Of(nameless.Id, "open", 1), Of(77, "open", 1)], AppFixture.Ct);

        var whose = kept.Select(signal => signal.AccountId).ToArray();
        Assert.Equal(whose[0], whose[1]);
        Assert.Equal(4, new[] { whose[0], whose[2], whose[3], whose[5] }.Distinct().Count());
        Assert.All((long[])[whose[0], whose[2], whose[3], whose[5]], print => Assert.InRange(print, long.MinValue, -1));
        Assert.Equal([0, 0, 77], [whose[4], whose[6], whose[7]]);
        // A home has many addresses of version 6.
        Assert.Equal(Prints.VisitorAt(System.Net.IPAddress.Parse("2001:db8:1:2::1")), Prints.VisitorAt(System.Net.IPAddress.Parse("2001:db8:1:2:ffff::9")));
        Assert.NotEqual(Prints.VisitorAt(System.Net.IPAddress.Parse("2001:db8:1:2::1")), Prints.VisitorAt(System.Net.IPAddress.Parse("2001:db8:1:4::1")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(200)]
    [InlineData(3_000)]
    [InlineData(100_000)]
    public void A_crowd_is_counted_well_enough_in_a_kilobyte(int people)
    {
        var errors = Enumerable.Range(1, 20).Select(note =>
        {
            var crowd = new PoolCrowd { NoteId = note, Room = Rooms.Starter };
            for (var time = 0; time < 2; time++)
            {
                for (var person = 1; person <= people; person++)
                {
                    crowd.Add(person);
                }
            }

            return Math.Abs(crowd.People - people) / (double)people;
        }).ToArray();

        Assert.InRange(errors.Average(), 0, .035);
        Assert.InRange(errors.Max(), 0, .12);
    }

    private static object Impression(AppFixture host, long note, string shown) => new
    {
        id = Guid.NewGuid(),
        type = "impression",
        target = new { kind = "note", id = note.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        slot = 4,
        detail = shown,
        at = host.Clock.GetUtcNow(),
    };

    private static async Task RollUpAsync(AppFixture host)
    {
        await host.Services.GetRequiredService<SignalWriter>().FlushAsync(AppFixture.Ct);
        await host.MoveClockAsync(TimeSpan.FromSeconds(10));
        await host.RunJobAsync("discovery.roll-up-signals");
        await host.RunJobAsync("discovery.roll-up-signals");
    }

    [Fact]
    public async Task A_note_that_is_not_new_any_more_leaves()
    {
        await using var own = await app.OwnHostAsync();
        var note = Assert.Single(await own.PublishAsync(await own.SignUpAsync(), at: own.Clock.GetUtcNow()));

        await own.MoveClockAsync(TimeSpan.FromDays(61));
        await own.RunJobAsync("discovery.climb-pools");

        Assert.Equal(PoolOutcome.Aged, await own.StayAsync(note, s => s.Outcome));
        Assert.Empty(own.Services.GetRequiredService<PoolsNow>().Channels);
    }
}

/// <summary>What is done to notes in pools, without the way through pages and signals.</summary>
internal static class PoolScene
{
    /// <summary>The note's last stay.</summary>
    public static Task<T> StayAsync<T>(this AppFixture app, long note, Func<PoolStay, T> of) => app.InDb<DiscoveryDb, T>(async db =>
        of(await db.PoolStays.AsNoTracking().Where(s => s.NoteId == note).OrderByDescending(s => s.Room).FirstAsync(AppFixture.Ct)));

    /// <summary>Shows a note to strangers, and to followers of its author besides.</summary>
    public static Task SeeAsync(this AppFixture app, long note, int count, int toFollowers = 0) => app.InDb<DiscoveryDb, int>(async db =>
    {
        var stay = await db.PoolStays.SingleAsync(s => s.NoteId == note && s.LeftAt == null, AppFixture.Ct);
        var crowd = await db.PoolCrowds.FindAsync([note, stay.Room], AppFixture.Ct) ?? db.PoolCrowds.Add(new PoolCrowd { NoteId = note, Room = stay.Room }).Entity;
        crowd.People += count;
        var day = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);
        var row = await db.ShownCounts.FindAsync([note, day, "discover", "new", 4], AppFixture.Ct)
            ?? db.ShownCounts.Add(new ShownCount { NoteId = note, Day = day, Surface = "discover", Source = "new", Slot = 4 }).Entity;
        row.Impressions += count + toFollowers;
        row.ToFollowers += toFollowers;
        return await db.SaveChangesAsync(AppFixture.Ct);
    });

    public static Task ActAsync(this AppFixture app, long note, long account, Action<NoteAction> act) => app.InDb<DiscoveryDb, int>(db =>
    {
        act(db.Actions.Add(new NoteAction { NoteId = note, AccountId = account }).Entity);
        return db.SaveChangesAsync(AppFixture.Ct);
    });

    /// <summary>So many strangers like a note.</summary>
    public static Task LikeAsync(this AppFixture app, long note, int people) => app.InDb<DiscoveryDb, int>(db =>
    {
        db.Actions.AddRange(Enumerable.Range(1, people).Select(person => new NoteAction { NoteId = note, AccountId = person, Liked = true, At = app.Clock.GetUtcNow() }));
        return db.SaveChangesAsync(AppFixture.Ct);
    });
}

public sealed class ClimbPoolsOnSqlite(OnSqlite app) : ClimbPoolsTests(app);

public sealed class ClimbPoolsOnPostgres(OnPostgres app) : ClimbPoolsTests(app);
