using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Discovery;
using Sward.Discovery.Authors;
using Sward.Discovery.Learning.Acting;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Pools;
using Sward.Discovery.Ranking;
using Sward.Discovery.Reach;
using Sward.Discovery.Serving;
using Sward.Discovery.Shelves;
using Sward.Discovery.Signals;

namespace Sward.Tests.Discovery.Pools;

/// <summary>Whom notes in pools are shown to, and how often.</summary>
public abstract class NewNotesTests(AppFixture app)
{
    private const int Readers = 200;

    /// <summary>
    /// A small world: 200 notes that all like, and 40 new ones that nobody knows, by authors whom a million follow and by authors whom nobody does. Half of the readers like
    /// food, half travel.
    /// </summary>
    [Fact]
    public async Task New_notes_get_their_share_of_the_places_from_the_fourth_on_before_strangers_who_may_like_them_whoever_wrote_them()
    {
        await using var own = await app.OwnHostAsync();
        var (shelves, now) = (own.Services.GetRequiredService<NoteShelves>(), own.Clock.GetUtcNow());
        string[] channels = ["food", "travel"];
        var known = Enumerable.Range(1, 200).Select(id => NoteOf(id, author: 10_000 + id, channels[id % 2], now.AddDays(-1), likes: 5_000)).ToArray();
        // Older than the hot ones and liked by nobody: their own place is behind all of them.
        var fresh = Enumerable.Range(1_001, 40).Select(id => NoteOf(id, author: 20_000 + id, channels[id % 2], now.AddDays(-3), likes: 0)).ToArray();
        shelves.Load([.. known, .. fresh]);
        own.Services.GetRequiredService<AuthorSizes>().Load(fresh.Where(IsFamous).Select(note => new Author { Id = note.AuthorId, Followers = 1_000_000 }));
        await own.InDb<DiscoveryDb, int>(db =>
        {
            db.PoolStays.AddRange(fresh.Select(note => KeepPools.Entry(note.Id, note.Channel, now)));
            for (var reader = 1; reader <= Readers; reader++)
            {
                db.Actions.AddRange(known.Where(note => note.Channel == channels[reader % 2]).Take(5).Select(note => new NoteAction { AccountId = reader, NoteId = note.Id, Liked = true, At = now }));
            }

            return db.SaveChangesAsync(AppFixture.Ct);
        });
        await own.Services.GetRequiredService<PoolsNow>().RunAsync(AppFixture.Ct);

        var (cards, shown, met) = (0, new List<FeedNote>(), 0);
        for (var reader = 1; reader <= Readers; reader++)
        {
            var page = await PageAsync(own, reader);
            Assert.DoesNotContain(page.Take(3), IsNew);
            cards += page.Count - 3;
            shown.AddRange(page.Where(IsNew).Select(card => card.Note));
            met += page.Count(card => IsNew(card) && card.Note.Channel == channels[reader % 2]);
            Assert.Equal(page.Count, page.DistinctBy(card => card.Note.Id).Count());
        }

        Assert.InRange((double)shown.Count / cards, .08, .10);
        // One in five is drawn from any channel, which is the reader's own in half of the cases.
        Assert.InRange((double)met / shown.Count, .8, 1);
        Assert.InRange((double)shown.Count(IsFamous) / shown.Count, .35, .65);
        // Strangers all of them, and everybody is seen.
        Assert.InRange(shown.DistinctBy(note => note.Id).Count(), 35, 40);
        Assert.Equal(known.Concat(fresh).Select(note => note.Id).Order(), (await ReadAllAsync(own, reader: 1)).Order());

        // A channel has its share as well, of its own.
        var inFood = new List<Candidate>();
        for (var reader = 1; reader <= Readers; reader++)
        {
            inFood.AddRange((await PageAsync(own, reader, FeedCursor.Start, "food")).Candidates.Skip(3));
        }

        Assert.All(inFood, card => Assert.Equal("food", card.Note.Channel));
        Assert.InRange((double)inFood.Count(IsNew) / inFood.Count, .08, .10);

        static bool IsFamous(FeedNote note) => note.Id % 4 < 2;
    }

    [Fact]
    public async Task An_impression_is_counted_by_where_and_why_it_was_and_only_what_our_pages_say_is_believed()
    {
        await using var own = await app.OwnHostAsync();
        var (author, reader, fan) = (await own.SignUpAsync(), await own.SignUpAsync(), await own.SignUpAsync());
        var note = Assert.Single(await own.PublishAsync(author, at: own.Clock.GetUtcNow()));
        await fan.Client.PutJsonAsync($"/api/v1/accounts/{author.Id}/follow");
        await own.DeliverFactsAsync();
        var card = Assert.Single((await fan.Client.GetJsonAsync("/api/v1/feed/following")).Items());
        Assert.Equal("following:followed:f", card.GetProperty("shown").GetString());
        card = Assert.Single((await reader.Client.GetJsonAsync("/api/v1/feed/discover")).Items());

        await reader.Client.PostJsonAsync("/api/v1/events", new[]
        {
            Impression(own, note, slot: 2, card.GetProperty("shown").GetString()), Impression(own, note, slot: 7, "discover:new"), Impression(own, note, slot: 8, "discover:new"),
            Impression(own, note, slot: 0, "following:followed:f"), Impression(own, note, slot: 0, "discover:bribes"), Impression(own, note, slot: null, detail: null),
        });
        await own.Services.GetRequiredService<SignalWriter>().FlushAsync(AppFixture.Ct);
        await own.MoveClockAsync(TimeSpan.FromSeconds(10));
        await own.RunJobAsync("discovery.roll-up-signals");
        await own.RunJobAsync("discovery.roll-up-signals");

        var counts = await own.InDb<DiscoveryDb, List<ShownCount>>(db => db.ShownCounts.AsNoTracking().OrderBy(c => c.Surface).ThenBy(c => c.Slot).ToListAsync(AppFixture.Ct));
        Assert.Equal(
            [("discover", "hot", 2, 1, 0), ("discover", "new", 4, 2, 0), ("elsewhere", "", 0, 2, 0), ("following", "followed", 0, 1, 1)],
            counts.Select(c => (c.Surface, c.Source, c.Slot, c.Impressions, c.ToFollowers)));
        var reach = Assert.Single(await own.InDb<DiscoveryDb, List<ReachDay>>(db => db.ReachDays.AsNoTracking().ToListAsync(AppFixture.Ct)));
        Assert.Equal((FollowerBand.Few, 3), (reach.Band, reach.Impressions));
    }

    private static bool IsNew(Candidate card) => card.Source.Name is "new";

    private static async Task<IReadOnlyList<Candidate>> PageAsync(AppFixture own, long reader) => (await PageAsync(own, reader, FeedCursor.Start)).Candidates;

    private static async Task<FeedPage> PageAsync(AppFixture own, long reader, FeedCursor cursor, string? channel = null)
    {
        await using var scope = own.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<Feed>().ReadAsync(own.Services.GetRequiredService<Surfaces>().Discover, new FeedAsk(reader, 20, cursor) { Channel = channel }, AppFixture.Ct)).Page;
    }

    /// <summary>Every note that somebody is shown who reads to the end.</summary>
    private static async Task<List<long>> ReadAllAsync(AppFixture own, long reader)
    {
        var (ids, cursor) = (new List<long>(), FeedCursor.Start);
        while (cursor is not null)
        {
            var page = await PageAsync(own, reader, cursor);
            ids.AddRange(page.Candidates.Select(card => card.Note.Id));
            _ = FeedCursor.TryDecode(page.Next, out cursor);
            cursor = page.Next is null ? null : cursor;
        }

        return ids;
    }

    private static FeedNote NoteOf(long id, long author, string channel, DateTimeOffset at, int likes) => new FeedNote
    {
        Id = id,
        AuthorId = author,
        Channel = channel,
        Visibility = "public",
        Topics = [],
        ProductIds = [],
        Categories = [],
        PublishedAt = at,
    }.With(new Engagement(Likes: likes));

    private static object Impression(AppFixture host, long note, int? slot, string? detail) => new
    {
        id = Guid.NewGuid(),
        type = "impression",
        target = new { kind = "note", id = note.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        slot,
        detail,
        at = host.Clock.GetUtcNow(),
    };
}

public sealed class NewNotesOnSqlite(OnSqlite app) : NewNotesTests(app);

public sealed class NewNotesOnPostgres(OnPostgres app) : NewNotesTests(app);
