using Microsoft.Extensions.DependencyInjection;
using Sward.Contracts.Accounts;
using Sward.Discovery;
using Sward.Discovery.Hiding;
using Sward.Discovery.Learning.Heads;
using Sward.Discovery.Learning.Models;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Shelves;
using Sward.Discovery.Signals;
using Sward.Kernel;

namespace Sward.Tests.Discovery.Learning;

/// <summary>From an impression and what came of it to heads that serve.</summary>
public abstract class TeachHeadsTests(AppFixture app)
{
    [Fact]
    public async Task What_came_of_an_impression_is_learned_once_and_served()
    {
        await using var own = await app.OwnHostAsync();
        var (author, reader) = (await own.SignUpAsync(), await own.SignUpAsync());
        var notes = await own.PublishAsync(author, count: 2);
        await own.DeliverFactsAsync();
        await reader.Client.PutJsonAsync($"/api/v1/notes/{notes[0]}/like");
        await reader.Client.PostJsonAsync("/api/v1/events", new[] { Event(own, "impression", notes[0]), Event(own, "impression", notes[1]), Event(own, "open", notes[0]) });
        await own.DeliverFactsAsync();
        await own.Services.GetRequiredService<SignalWriter>().FlushAsync(AppFixture.Ct);
        await own.MoveClockAsync(TimeSpan.FromMinutes(1));
        await own.RunJobAsync("discovery.roll-up-signals");
        await own.RunJobAsync("discovery.teach-heads");
        var models = own.Services.GetRequiredService<Models>();
        Assert.Null(models.Heads);

        await own.MoveClockAsync(TimeSpan.FromMinutes(10));
        await own.RunJobAsync("discovery.teach-heads");
        await own.RunJobAsync("discovery.teach-heads");

        var qualities = own.Services.GetRequiredService<LearningHeads>().Look().ToDictionary(quality => quality.Action, StringComparer.Ordinal);
        Assert.Equal([(2L, .5), (2L, .5), (2L, 0)], from action in (string[])["open", "like", "bounce"] select (qualities[action].Examples, Math.Round(qualities[action].Rate, 3)));
        Assert.NotNull(models.Heads);
        var (utility, shelves) = (own.Services.GetRequiredService<HeadUtility>(), own.Services.GetRequiredService<NoteShelves>());
        var context = new FeedContext(new FeedAsk(reader.Id, 20, FeedCursor.Start), Circle.Nobody, Hides.Nothing);
        Assert.True(utility.Of(context, shelves.Find(notes[0])!) > utility.Of(context, shelves.Find(notes[1])!));
        // There is no taste to go back to, and heads are none.
        Assert.Null(models.Current);

        // Another node taught on, or an operator went back: this one goes on from what serves.
        var learning = own.Services.GetRequiredService<LearningHeads>();
        var mine = learning.Heads;
        await own.RunJobAsync("discovery.teach-heads");
        Assert.Same(mine, learning.Heads);
        await own.MoveClockAsync(TimeSpan.FromSeconds(1));
        await own.InScope<PublishModel>(publish => publish.RunAsync(TrainedModel.Heads, HeadSet.New().Write(), own.Clock.GetUtcNow(), actions: 1, notes: 0, recall: 0, AppFixture.Ct));
        await own.RunJobAsync("discovery.teach-heads");
        Assert.Same(models.Heads, learning.Heads);
    }

    [Fact]
    public async Task A_follow_that_a_note_won_is_foretold_and_who_follows_already_teaches_nothing_about_it()
    {
        await using var own = await app.OwnHostAsync();
        var (author, reader, fan) = (await own.SignUpAsync(), await own.SignUpAsync(), await own.SignUpAsync());
        var notes = await own.PublishAsync(author, count: 2);
        await fan.Client.PutJsonAsync($"/api/v1/accounts/{author.Id}/follow");
        await own.DeliverFactsAsync();
        await own.MoveClockAsync(TimeSpan.FromDays(2));
        await reader.Client.PostJsonAsync("/api/v1/events", new[] { Event(own, "impression", notes[0]), Event(own, "impression", notes[1]), Event(own, "open", notes[0]) });
        await fan.Client.PostJsonAsync("/api/v1/events", new[] { Event(own, "impression", notes[0], "following:followed:f") });
        await reader.Client.PutJsonAsync($"/api/v1/accounts/{author.Id}/follow");
        await own.DeliverFactsAsync();
        await own.Services.GetRequiredService<SignalWriter>().FlushAsync(AppFixture.Ct);
        await own.RunJobAsync("discovery.teach-heads");
        await own.MoveClockAsync(TimeSpan.FromMinutes(10));
        await own.RunJobAsync("discovery.roll-up-signals");
        await own.RunJobAsync("discovery.climb-pools");
        await own.RunJobAsync("discovery.teach-heads");

        var qualities = own.Services.GetRequiredService<LearningHeads>().Look().ToDictionary(quality => quality.Action, StringComparer.Ordinal);
        Assert.Equal([(3L, .333), (2L, .5)], from action in (string[])["open", "follow"] select (qualities[action].Examples, Math.Round(qualities[action].Rate, 3)));
        var (utility, note) = (own.Services.GetRequiredService<HeadUtility>(), own.Services.GetRequiredService<NoteShelves>().Find(notes[0])!);
        var context = new FeedContext(new FeedAsk(reader.Id, 20, FeedCursor.Start), Circle.Nobody, Hides.Nothing);
        // To who follows the author already, another follow is worth nothing.
        Assert.True(utility.Of(context, note) > utility.Of(context with { Circle = Circle.Nobody with { Following = new HashSet<long> { author.Id } } }, note));
    }

    [Fact]
    public async Task A_model_that_cannot_be_read_keeps_no_other_kind_from_serving()
    {
        await using var own = await app.OwnHostAsync();
        var broken = new TrainedModel { Id = 7, Kind = TrainedModel.Taste, TrainedAt = own.Clock.GetUtcNow(), UsedSince = own.Clock.GetUtcNow(), Actions = 1, Notes = 1, Recall = 0, Checksum = "none" };
        await own.Services.GetRequiredService<IBlobs>().WriteAsync(broken.BlobKey, new byte[] { 1, 2, 3 }, AppFixture.Ct);
        await own.InDb<DiscoveryDb, int>(db =>
        {
            db.Models.Add(broken);
            return db.SaveChangesAsync(AppFixture.Ct);
        });

        await own.InScope<PublishModel>(publish => publish.RunAsync(TrainedModel.Heads, HeadSet.New().Write(), own.Clock.GetUtcNow(), actions: 1, notes: 0, recall: 0, AppFixture.Ct));

        var models = own.Services.GetRequiredService<Models>();
        Assert.Null(models.Current);
        Assert.NotNull(models.Heads);
    }

    private static object Event(AppFixture host, string type, long note, string? detail = null) =>
        new { id = Guid.NewGuid(), type, target = new { kind = "note", id = note.ToString(System.Globalization.CultureInfo.InvariantCulture) }, slot = 0, at = host.Clock.GetUtcNow(), detail };
}

public sealed class TeachHeadsOnSqlite(OnSqlite app) : TeachHeadsTests(app);

public sealed class TeachHeadsOnPostgres(OnPostgres app) : TeachHeadsTests(app);
