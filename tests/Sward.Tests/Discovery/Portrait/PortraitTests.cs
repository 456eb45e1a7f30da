using System.Net;
using System.Text.Json;
using Sward.Tests.Discovery.Learning;

namespace Sward.Tests.Discovery.Portrait;

/// <summary>What people see of what Sward thinks they like, and what correcting it does to their feed. The world is one of two tastes, with a model.</summary>
public abstract class PortraitTests(TwoTastes world) : IAsyncLifetime
{
    private const string Discover = "/api/v1/feed/discover?limit=20";
    private const string Interests = "/api/v1/feed/interests";

    public async ValueTask InitializeAsync() => await world.PlantAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_portrait_names_what_I_like_and_the_notes_that_say_so()
    {
        var (reader, author, topic) = (await world.Host.SignUpAsync(), await world.Host.SignUpAsync(), Feeds.NewTopic());
        var note = Assert.Single(await world.Host.PublishAsync(author, channel: "food", topic: topic));
        await LikeAsync(reader, note);

        var items = await ItemsAsync(reader);

        Assert.Equal([("food", "Food", 1.0), (topic, "#" + topic, 1.0)], items.Select(item => (Name(item), item.GetProperty("text").GetString(), item.GetProperty("weight").GetDouble())));
        Assert.All(items, item => Assert.Equal([note], item.GetProperty("notes").EnumerateArray().Select(witness => witness.IdOf())));
    }

    [Fact]
    public async Task With_personalisation_switched_off_nothing_personal_is_shown_or_kept()
    {
        var reader = await world.Host.SignUpAsync();
        await LikeAsync(reader, world.Tea[0]);
        Assert.Contains(await SourcesAsync(reader), source => source is "for-you");

        await reader.Client.DeleteJsonAsync("/api/v1/feed/personalisation");

        Assert.Equal(["hot"], (await SourcesAsync(reader)).Distinct());
        Assert.Empty(await ItemsAsync(reader));
        Assert.DoesNotContain("next", await SourcesAsync(reader, $"/api/v1/feed/related/{world.Tea[3]}?limit=50"));

        await reader.Client.PutJsonAsync("/api/v1/feed/personalisation");
        Assert.Contains(await SourcesAsync(reader), source => source is "for-you");
    }

    [Fact]
    public async Task After_a_reset_what_I_did_before_says_nothing()
    {
        var reader = await world.Host.SignUpAsync();
        await LikeAsync(reader, world.Tea[0]);
        await world.Host.MoveClockAsync(TimeSpan.FromSeconds(1));

        await reader.Client.DeleteJsonAsync(Interests);

        Assert.Empty(await ItemsAsync(reader));
        Assert.Equal(["hot"], (await SourcesAsync(reader)).Distinct());
        await world.Host.MoveClockAsync(TimeSpan.FromSeconds(1));
        await LikeAsync(reader, world.Tea[1]);
        Assert.NotEmpty(await ItemsAsync(reader));
    }

    [Fact]
    public async Task A_removed_interest_is_no_longer_what_picks_follow_from()
    {
        var reader = await world.Host.SignUpAsync();
        await LikeAsync(reader, world.Tea[0]);

        await TurnAsync(reader, "channel", "life", "never");

        Assert.Equal(["hot"], (await SourcesAsync(reader)).Distinct());
        Assert.Equal("never", Assert.Single(await ItemsAsync(reader)).GetProperty("turn").GetString());
        await TurnAsync(reader, "channel", "life", "plain");
        Assert.Contains(await SourcesAsync(reader), source => source is "for-you");
    }

    [Fact]
    public async Task What_the_new_choose_leads_their_first_page()
    {
        var (reader, author, topic) = (await world.Host.SignUpAsync(), await world.Host.SignUpAsync(), Feeds.NewTopic());
        var chosen = await world.Host.PublishAsync(author, 3, channel: "pets", topic: topic);
        await world.Host.PublishAsync(await world.Host.SignUpAsync(), 60);
        var before = await reader.Client.GetJsonAsync(Discover);

        await TurnAsync(reader, "topic", topic, "more");

        var page = await reader.Client.GetJsonAsync(Discover);
        Assert.Empty(before.NoteIds().Intersect(chosen));
        Assert.NotEmpty(page.NoteIds().Take(4).Intersect(chosen));
        var first = page.Items().First(card => chosen.Contains(card.GetProperty("note").IdOf())).GetProperty("reason");
        Assert.Equal(("chosen", "You chose #" + topic), (first.GetProperty("code").GetString(), first.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_followed_topic_is_an_interest_until_it_is_no_longer_followed()
    {
        var reader = await world.Host.SignUpAsync();
        var topic = Feeds.NewTopic()[..24];
        await world.Host.InDb<Sward.Notes.NotesDb, int>(db =>
        {
            db.Topics.Add(new() { Id = Random.Shared.NextInt64(1, int.MaxValue), Key = topic, Name = topic });
            return db.SaveChangesAsync(AppFixture.Ct);
        });

        await reader.Client.PutJsonAsync($"/api/v1/topics/{topic}/follow");
        await world.Host.DeliverFactsAsync();
        Assert.Equal([topic], (await ItemsAsync(reader)).Select(Name));

        await reader.Client.DeleteJsonAsync($"/api/v1/topics/{topic}/follow");
        await world.Host.DeliverFactsAsync();
        Assert.Empty(await ItemsAsync(reader));
    }

    [Fact]
    public async Task A_portrait_is_nobody_elses_and_knows_no_strange_channels()
    {
        var reader = await world.Host.SignUpAsync();

        Assert.Equal("discovery.unknown-interest", (await reader.Client.PutJsonAsync(Interests, new { items = new[] { new { kind = "channel", name = "weather", to = "more" } } })).Code);
        Assert.Empty(await ItemsAsync(reader));
        Assert.Equal(HttpStatusCode.Unauthorized, (await world.Host.Visitor.GetJsonAsync(Interests)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await world.Host.Visitor.DeleteJsonAsync(Interests)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await world.Host.Visitor.DeleteJsonAsync("/api/v1/feed/personalisation")).Status);
    }

    [Fact]
    public async Task Two_hundred_turns_at_once_leave_one()
    {
        var reader = await world.Host.SignUpAsync();

        var turns = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => reader.Client.PutJsonAsync(Interests, new { items = new[] { new { kind = "channel", name = "pets", to = "more" } } })));

        Assert.All(turns, turn => Assert.Equal(HttpStatusCode.NoContent, turn.Status));
        Assert.Equal("pets", Name(Assert.Single(await ItemsAsync(reader))));
    }

    private static string? Name(JsonElement item) => item.GetProperty("name").GetString();

    private async Task LikeAsync(Person reader, long noteId)
    {
        await reader.Client.PutJsonAsync($"/api/v1/notes/{noteId}/like");
        await world.Host.DeliverFactsAsync();
    }

    private static async Task TurnAsync(Person reader, string kind, string name, string to)
    {
        var answer = await reader.Client.PutJsonAsync(Interests, new { items = new[] { new { kind, name, to } } });
        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
    }

    private static async Task<List<JsonElement>> ItemsAsync(Person reader) => [.. (await reader.Client.GetJsonAsync(Interests)).Items()];

    private static async Task<List<string>> SourcesAsync(Person reader, string url = Discover) =>
        [.. (await reader.Client.GetJsonAsync(url)).Items().Select(card => card.GetProperty("reason").GetProperty("source").GetString()!)];
}

public sealed class PortraitOnSqlite(TwoTastesOnSqlite world) : PortraitTests(world), IClassFixture<TwoTastesOnSqlite>;

public sealed class PortraitOnPostgres(TwoTastesOnPostgres world) : PortraitTests(world), IClassFixture<TwoTastesOnPostgres>;
