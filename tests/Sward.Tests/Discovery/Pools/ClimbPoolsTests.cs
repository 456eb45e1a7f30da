using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Discovery;
using Sward.Discovery.Learning.Acting;
using Sward.Discovery.Pools;
using Sward.Discovery.Reach;
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
