using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Discovery;
using Sward.Discovery.Learning.Acting;
using Sward.Discovery.Portrait;
using Sward.Discovery.Signals;
using Sward.Discovery.Signals.RollUp;
using Sward.Tests.Notes;

namespace Sward.Tests.Discovery;

/// <summary>What becomes of signals once they are stored.</summary>
public abstract class RollUpTests(AppFixture app)
{
    [Fact]
    public async Task Signals_are_folded_once_into_actions_and_counts()
    {
        await using var own = await app.OwnHostAsync();
        var (author, reader) = (await own.SignUpAsync(), await own.SignUpAsync());
        var note = Assert.Single(await own.PublishAsync(author));
        await own.DeliverFactsAsync();
        await own.MoveClockAsync(TimeSpan.FromSeconds(1));

        await SendAsync(own, reader.Client, ("impression", note, null), ("open", note, null), ("dwell", note, 20_500), ("bounce", note, 900), ("open", 12345, null));
        await SendAsync(own, author.Client, ("open", note, null));
        await SendAsync(own, own.Visitor, ("impression", note, null));
        await RollUpAsync(own);
        await RollUpAsync(own);

        var action = Assert.Single(await own.InDb<DiscoveryDb, List<NoteAction>>(db => db.Actions.AsNoTracking().ToListAsync(AppFixture.Ct)));
        Assert.Equal((reader.Id, note, true, 20, 1), (action.AccountId, action.NoteId, action.Opened, action.DwellSeconds, action.Bounces));
        var count = Assert.Single(await own.InDb<DiscoveryDb, List<NoteCount>>(db => db.NoteCounts.AsNoTracking().ToListAsync(AppFixture.Ct)));
        Assert.Equal((note, 2, 2, 1, 20), (count.NoteId, count.Impressions, count.Opens, count.Bounces, count.DwellSeconds));
        var day = Assert.Single(await own.InDb<DiscoveryDb, List<PersonDay>>(db => db.PersonDays.AsNoTracking().ToListAsync(AppFixture.Ct)));
        Assert.Equal((reader.Id, 1, 1, 1, 20), (day.AccountId, day.Impressions, day.Opens, day.Bounces, day.DwellSeconds));
    }

    [Fact]
    public async Task One_portrait_makes_the_pages_of_a_scroll_until_its_reader_does_something()
    {
        await using var own = await app.OwnHostAsync();
        var (author, reader) = (await own.SignUpAsync(), await own.SignUpAsync());
        var (tea, silk) = (Assert.Single(await own.PublishAsync(author)), Assert.Single(await own.PublishAsync(author)));
        await own.DeliverFactsAsync();
        var before = await PortraitAsync(own, reader);
        Assert.Same(before, await PortraitAsync(own, reader));

        await SendAsync(own, reader.Client, ("open", tea, null));
        await RollUpAsync(own);
        var opened = await PortraitAsync(own, reader);
        Assert.Equal([tea], opened.Seeds.Select(seed => seed.NoteId));
        Assert.Same(opened, await PortraitAsync(own, reader));

        // Whoever comes between the fact and the row that a subscriber writes for it keeps nothing.
        await reader.Client.PutJsonAsync($"/api/v1/notes/{silk}/like");
        await own.DeliverFactsAsync();
        Assert.Contains(silk, (await PortraitAsync(own, reader)).Seeds.Select(seed => seed.NoteId));
        Assert.NotSame(await PortraitAsync(own, reader), await PortraitAsync(own, reader));
        await own.MoveClockAsync(TimeSpan.FromSeconds(10));
        Assert.Same(await PortraitAsync(own, reader), await PortraitAsync(own, reader));
    }

    [Fact]
    public async Task Who_goes_straight_back_from_three_notes_of_a_topic_is_shown_none_until_tomorrow()
    {
        await using var own = await app.OwnHostAsync();
        var reader = await own.SignUpAsync();
        var topic = Feeds.NewTopic()[..24];
        long[] notes = [.. await own.PublishAsync(await own.SignUpAsync(), topic: topic), .. await own.PublishAsync(await own.SignUpAsync(), 4, topic: topic.ToUpperInvariant())];
        var other = Assert.Single(await own.PublishAsync(await own.SignUpAsync()));
        Assert.Contains(notes[0], await DiscoverAsync());

        await SendAsync(own, reader.Client, [.. notes.Take(3).Select(note => ("bounce", note, (int?)900))]);
        await RollUpAsync(own);

        Assert.Equal([other], await DiscoverAsync());
        var interest = Assert.Single((await reader.Client.GetJsonAsync("/api/v1/feed/interests")).Items(), item => item.GetProperty("isTired").GetBoolean());
        Assert.Equal(topic, interest.GetProperty("name").GetString(), ignoreCase: true);
        await own.MoveClockAsync(TimeSpan.FromDays(1));
        Assert.Contains(notes[0], await DiscoverAsync());

        async Task<long[]> DiscoverAsync() => (await reader.Client.GetJsonAsync("/api/v1/feed/discover")).NoteIds();
    }

    private static async Task<TastePortrait> PortraitAsync(AppFixture own, Person reader) => await own.Services.GetRequiredService<TastesOfPeople>().OfAsync(reader.Id, Personalisation.Unsaid, AppFixture.Ct);

    [Fact]
    public async Task A_reader_of_signals_goes_on_over_midnight()
    {
        await using var own = await app.OwnHostAsync();
        var (author, reader) = (await own.SignUpAsync(), await own.SignUpAsync());
        var note = Assert.Single(await own.PublishAsync(author));
        await own.DeliverFactsAsync();
        await SendAsync(own, reader.Client, ("impression", note, null));
        await RollUpAsync(own);

        await SendAsync(own, reader.Client, ("impression", note, null));
        await own.MoveClockAsync(TimeSpan.FromDays(1));
        await SendAsync(own, reader.Client, ("impression", note, null));
        await RollUpAsync(own);

        Assert.Equal(3, await own.InDb<DiscoveryDb, int>(db => db.NoteCounts.SumAsync(count => count.Impressions, AppFixture.Ct)));
    }

    [Fact]
    public async Task A_comment_that_is_withdrawn_takes_its_weight_with_it()
    {
        var (author, reader) = (await app.SignUpAsync(), await app.SignUpAsync());
        var note = Assert.Single(await app.PublishAsync(author));
        var (first, second) = (await reader.CommentAsync(note), await reader.CommentAsync(note));
        await app.DeliverFactsAsync();

        await reader.Client.DeleteAsync(new Uri($"/api/v1/comments/{first}", UriKind.Relative), AppFixture.Ct);
        await app.DeliverFactsAsync();
        Assert.Equal(3, (await ActionAsync(reader, note))?.Weight);

        await reader.Client.DeleteAsync(new Uri($"/api/v1/comments/{second}", UriKind.Relative), AppFixture.Ct);
        await app.DeliverFactsAsync();
        Assert.Null(await ActionAsync(reader, note));
        Assert.Equal(0, await app.InDb<DiscoveryDb, int>(db => db.NoteCounts.Where(count => count.NoteId == note).SumAsync(count => count.Commenters, AppFixture.Ct)));
    }

    [Theory]
    [InlineData(true, 0, 0, .1f)]
    [InlineData(true, 10, 0, .2f)]
    [InlineData(true, 300, 0, .5f)]
    [InlineData(true, 0, 1, -.1f)]
    [InlineData(false, 0, 3, -.6f)]
    public void Reading_weighs_far_less_than_a_like_and_going_back_weighs_against_it(bool opened, int seconds, int bounces, float weight) =>
        Assert.Equal(weight, new NoteAction { AccountId = 1, NoteId = 2, Opened = opened, DwellSeconds = seconds, Bounces = bounces }.Weight, 1e-6f);

    private static Task<Answer> SendAsync(AppFixture host, HttpClient client, params (string Type, long Note, int? Ms)[] events) => client.PostJsonAsync("/api/v1/events", events.Select(sent =>
        new { id = Guid.NewGuid(), type = sent.Type, target = new { kind = "note", id = sent.Note.ToString(System.Globalization.CultureInfo.InvariantCulture) }, ms = sent.Ms, at = host.Clock.GetUtcNow() }).ToArray());

    private static async Task RollUpAsync(AppFixture host)
    {
        await host.Services.GetRequiredService<SignalWriter>().FlushAsync(AppFixture.Ct);
        await host.MoveClockAsync(TimeSpan.FromSeconds(10));
        await host.RunJobAsync("discovery.roll-up-signals");
    }

    private Task<NoteAction?> ActionAsync(Person reader, long note) =>
        app.InDb<DiscoveryDb, NoteAction?>(db => db.Actions.AsNoTracking().SingleOrDefaultAsync(action => action.AccountId == reader.Id && action.NoteId == note, AppFixture.Ct));
}

public sealed class RollUpOnSqlite(OnSqlite app) : RollUpTests(app);

public sealed class RollUpOnPostgres(OnPostgres app) : RollUpTests(app);
