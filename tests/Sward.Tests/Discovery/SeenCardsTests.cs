using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Discovery;
using Sward.Discovery.Filters;
using Sward.Discovery.Signals;

namespace Sward.Tests.Discovery;

/// <summary>Discover shows what a reader has not seen before what they have.</summary>
public abstract class SeenCardsTests(AppFixture app)
{
    [Fact]
    public async Task What_was_seen_comes_again_only_when_there_is_nothing_else()
    {
        await using var own = await app.OwnHostAsync();
        var (reader, other, nameless) = (await own.SignUpAsync(), await own.SignUpAsync(), await own.SignUpAsync());
        await nameless.Client.DeleteJsonAsync("/api/v1/feed/personalisation");
        var notes = new List<long>();
        for (var author = 0; author < 15; author++)
        {
            notes.AddRange(await own.PublishAsync(await own.SignUpAsync(), count: 2));
        }

        var first = (await reader.Client.GetJsonAsync("/api/v1/feed/discover?limit=20")).NoteIds();
        foreach (var person in (Person[])[reader, nameless])
        {
            await SeeAsync(own, person, first);
        }

        // The ten that are left come first; the page is filled up by what was seen.
        var next = (await reader.Client.GetJsonAsync("/api/v1/feed/discover?limit=20")).NoteIds();
        Assert.Equal(notes.Except(first).Order(), next[..10].Order());
        Assert.Equal(20, next.Distinct().Count());
        // From there to the end nothing comes twice, and nothing is lost.
        Assert.Equal(notes.Order(), (await reader.Client.ReadAllAsync("/api/v1/feed/discover?limit=7")).Order());
        Assert.Equal(notes.Except(first).Order(), (await reader.Client.GetJsonAsync("/api/v1/feed/discover?limit=10&channel=life")).NoteIds().Order());

        await SeeAsync(own, reader, notes);
        Assert.Equal(notes.Order(), (await reader.Client.ReadAllAsync("/api/v1/feed/discover?limit=20")).Order());
        // Somebody else has seen nothing, and of the nameless nobody knows.
        Assert.Equal(first.Order(), (await other.Client.GetJsonAsync("/api/v1/feed/discover?limit=20")).NoteIds().Order());
        Assert.Equal(first.Order(), (await nameless.Client.GetJsonAsync("/api/v1/feed/discover?limit=20")).NoteIds().Order());
    }

    [Fact]
    public async Task What_was_seen_a_moment_ago_is_known_before_the_roll_up()
    {
        await using var own = await app.OwnHostAsync();
        var (reader, other) = (await own.SignUpAsync(), await own.SignUpAsync());
        for (var author = 0; author < 4; author++)
        {
            await own.PublishAsync(await own.SignUpAsync());
        }

        var first = (await reader.Client.GetJsonAsync("/api/v1/feed/discover?limit=2")).NoteIds();
        await SeeAsync(own, reader, first, isRolledUp: false);

        Assert.Empty((await reader.Client.GetJsonAsync("/api/v1/feed/discover?limit=2")).NoteIds().Intersect(first));
        Assert.Equal(first, (await other.Client.GetJsonAsync("/api/v1/feed/discover?limit=2")).NoteIds());
        await reader.Client.DeleteJsonAsync("/api/v1/feed/interests");
        Assert.Equal(first, (await reader.Client.GetJsonAsync("/api/v1/feed/discover?limit=2")).NoteIds());
    }

    [Theory]
    [InlineData("/api/v1/feed/interests")]
    [InlineData("/api/v1/feed/personalisation")]
    public async Task Who_begins_anew_or_does_not_want_to_be_known_has_seen_nothing(string forgotten)
    {
        await using var own = await app.OwnHostAsync();
        var reader = await own.SignUpAsync();
        for (var author = 0; author < 4; author++)
        {
            await own.PublishAsync(await own.SignUpAsync());
        }

        var first = (await reader.Client.GetJsonAsync("/api/v1/feed/discover?limit=2")).NoteIds();
        await SeeAsync(own, reader, first);
        Assert.Empty((await reader.Client.GetJsonAsync("/api/v1/feed/discover?limit=2")).NoteIds().Intersect(first));

        await reader.Client.DeleteJsonAsync(forgotten);

        Assert.Equal(0, await own.InDb<DiscoveryDb, int>(db => db.SeenCards.CountAsync(AppFixture.Ct)));
        Assert.Equal(first, (await reader.Client.GetJsonAsync("/api/v1/feed/discover?limit=2")).NoteIds());
    }

    [Fact]
    public async Task Follow_stays_exactly_as_it_came()
    {
        await using var own = await app.OwnHostAsync();
        var (author, reader) = (await own.SignUpAsync(), await own.SignUpAsync());
        await reader.Client.PutJsonAsync($"/api/v1/accounts/{author.Id}/follow");
        var notes = await own.PublishAsync(author, count: 3);

        await SeeAsync(own, reader, notes);

        Assert.Equal(notes.Reverse(), (await reader.Client.GetJsonAsync("/api/v1/feed/following")).NoteIds());
    }

    [Fact]
    public void The_last_eight_hundred_are_remembered_and_hardly_anything_that_was_not_seen()
    {
        var seen = new SeenCards { AccountId = 1 };
        for (var note = 1L; note <= 5_000; note++)
        {
            seen.Add(note);
            seen.Add(note);
        }

        Assert.All(Enumerable.Range(4_201, 800), note => Assert.True(seen.Has(note)));
        Assert.InRange(Enumerable.Range(1, 3_000).Count(note => seen.Has(note)) / 3_000.0, 0, .04);
        Assert.InRange(Enumerable.Range(10_001, 10_000).Count(note => seen.Has(note)) / 10_000.0, 0, .04);
    }

    private static async Task SeeAsync(AppFixture host, Person reader, IEnumerable<long> notes, bool isRolledUp = true)
    {
        await reader.Client.PostJsonAsync("/api/v1/events", notes.Select(note => new
        {
            id = Guid.NewGuid(),
            type = "impression",
            target = new { kind = "note", id = note.ToString(CultureInfo.InvariantCulture) },
            detail = "discover:hot",
            at = host.Clock.GetUtcNow(),
        }).ToArray());
        await host.Services.GetRequiredService<SignalWriter>().FlushAsync(AppFixture.Ct);
        if (!isRolledUp)
        {
            return;
        }

        await host.MoveClockAsync(TimeSpan.FromSeconds(10));
        await host.RunJobAsync("discovery.roll-up-signals");
        await host.RunJobAsync("discovery.roll-up-signals");
    }
}

public sealed class SeenCardsOnSqlite(OnSqlite app) : SeenCardsTests(app);

public sealed class SeenCardsOnPostgres(OnPostgres app) : SeenCardsTests(app);
