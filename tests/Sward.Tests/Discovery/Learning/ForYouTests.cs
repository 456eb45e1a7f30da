using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Sward.Discovery;
using Sward.Discovery.Learning.Acting;
using Sward.Discovery.Learning.Models;

namespace Sward.Tests.Discovery.Learning;

/// <summary>A small world of two tastes: those who like tea, and those who like yarn.</summary>
public abstract class ForYouTests(AppFixture app)
{
    private const string Discover = "/api/v1/feed/discover?limit=20";
    private const int NotesOfTaste = 20;
    private static readonly ConditionalWeakTable<AppFixture, Task<World>> Worlds = [];

    [Fact]
    public async Task A_like_changes_the_next_page()
    {
        var world = await Worlds.GetValue(app, PlantAsync);
        var reader = await app.SignUpAsync();
        var first = await reader.Client.GetJsonAsync(Discover);

        await reader.Client.PutJsonAsync($"/api/v1/notes/{world.Tea[0]}/like");
        await app.DeliverFactsAsync();
        var next = await reader.Client.GetJsonAsync($"{Discover}&cursor={first.Body.GetProperty("next").GetString()}");

        // The note that the readers of these tests like is hot by that; the others are old and cold.
        Assert.Empty(first.NoteIds().Intersect(world.Tea.Skip(1).Concat(world.Yarn)));
        Assert.InRange(next.NoteIds().Intersect(world.Tea).Count(), 4, NotesOfTaste);
        Assert.Empty(next.NoteIds().Intersect(world.Yarn));
        var reason = next.Items().First(card => world.Tea.Contains(card.GetProperty("note").IdOf())).GetProperty("reason");
        Assert.Equal(("because-you-liked", "Because you liked “A note”", "for-you"), (reason.GetProperty("code").GetString(), reason.GetProperty("text").GetString(), reason.GetProperty("source").GetString()));
    }

    [Fact]
    public async Task A_note_that_was_picked_is_not_shown_again_in_its_own_place()
    {
        var world = await Worlds.GetValue(app, PlantAsync);
        var reader = await app.SignUpAsync();
        await reader.Client.PutJsonAsync($"/api/v1/notes/{world.Tea[0]}/like");
        await app.DeliverFactsAsync();

        var ids = await reader.Client.ReadAllAsync(Discover);

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Empty(world.Tea.Concat(world.Yarn).Except(ids));
    }

    [Fact]
    public async Task Beside_a_note_stands_what_people_turned_to_next()
    {
        var world = await Worlds.GetValue(app, PlantAsync);

        var related = await app.Visitor.GetJsonAsync($"/api/v1/feed/related/{world.Tea[3]}?limit=50");

        var next = related.Items().Where(card => card.GetProperty("reason").GetProperty("source").GetString() is "next").Select(card => card.GetProperty("note").IdOf()).ToArray();
        Assert.NotEmpty(next);
        Assert.Empty(next.Except(world.Tea));
    }

    [Fact]
    public async Task An_author_who_was_blocked_is_never_picked()
    {
        var world = await Worlds.GetValue(app, PlantAsync);
        var reader = await app.SignUpAsync();
        await reader.Client.PutJsonAsync($"/api/v1/notes/{world.Tea[0]}/like");
        await reader.Client.PutJsonAsync($"/api/v1/accounts/{world.Authors[1].Id}/block");
        await app.DeliverFactsAsync();

        var page = await reader.Client.GetJsonAsync(Discover);

        Assert.NotEmpty(page.NoteIds().Intersect(world.Tea));
        Assert.DoesNotContain(page.Items(), card => card.GetProperty("author").IdOf() == world.Authors[1].Id);
    }

    [Fact]
    public async Task An_operator_goes_back_to_an_older_model()
    {
        await using var host = await app.OwnHostAsync();
        var models = host.Services.GetRequiredService<Models>();
        await PlantAsync(host);
        var older = models.Version!.Value;
        await host.MoveClockAsync(TimeSpan.FromDays(1));
        await host.RunJobAsync("discovery.train-model");
        Assert.NotEqual(older, models.Version);

        await host.MoveClockAsync(TimeSpan.FromMinutes(1));
        var used = await DiscoveryModule.UseModelAsync(host.Services, older, AppFixture.Ct);
        await models.RefreshAsync(AppFixture.Ct);

        Assert.True(used);
        Assert.Equal(older, models.Version);
        Assert.StartsWith($"* {older} ", (await DiscoveryModule.ListModelsAsync(host.Services, AppFixture.Ct))[0]);
        Assert.False(await DiscoveryModule.UseModelAsync(host.Services, 1, AppFixture.Ct));
    }

    /// <summary>Notes of both tastes, newer ones that nobody acted on, a crowd that has acted, and a model that was trained on it.</summary>
    private static async Task<World> PlantAsync(AppFixture app)
    {
        var authors = new List<Person>();
        for (var i = 0; i < 5; i++)
        {
            authors.Add(await app.SignUpAsync());
        }

        var (tea, yarn) = (new List<long>(), new List<long>());
        foreach (var author in authors)
        {
            tea.AddRange(await app.PublishAsync(author, NotesOfTaste / 5));
            yarn.AddRange(await app.PublishAsync(author, NotesOfTaste / 5));
        }

        await app.PublishAsync(await app.SignUpAsync(), 100);
        await app.InDb<DiscoveryDb, int>(async db =>
        {
            var dice = new Random(5);
            for (var person = 0; person < 30; person++)
            {
                var account = tea[0] + person;
                db.Actions.AddRange((person % 2 == 0 ? tea : yarn).OrderBy(_ => dice.Next()).Take(10)
                    .Select(noteId => new NoteAction { AccountId = account, NoteId = noteId, Liked = true, At = app.Clock.GetUtcNow() }));
            }

            return await db.SaveChangesAsync(AppFixture.Ct);
        });
        await app.RunJobAsync("discovery.train-model");
        return new(tea, yarn, authors);
    }

    private sealed record World(List<long> Tea, List<long> Yarn, List<Person> Authors);
}

public sealed class ForYouOnSqlite(OnSqlite app) : ForYouTests(app);

public sealed class ForYouOnPostgres(OnPostgres app) : ForYouTests(app);
