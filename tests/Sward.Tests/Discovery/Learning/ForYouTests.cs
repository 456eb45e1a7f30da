using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Discovery;
using Sward.Discovery.Experiments;
using Sward.Discovery.Experiments.Desk;
using Sward.Discovery.Experiments.Drafting;
using Sward.Discovery.Experiments.Reporting;
using Sward.Discovery.Learning.Acting;
using Sward.Discovery.Learning.Models;
using Sward.Discovery.Signals;

namespace Sward.Tests.Discovery.Learning;

/// <summary>What a model that was trained on two tastes does for its readers and its operators.</summary>
public abstract class ForYouTests(TwoTastes world) : IAsyncLifetime
{
    private const string Discover = "/api/v1/feed/discover?limit=20";

    public async ValueTask InitializeAsync() => await world.PlantAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_like_changes_the_next_page()
    {
        var reader = await world.Host.SignUpAsync();
        var first = await reader.Client.GetJsonAsync(Discover);

        await reader.Client.PutJsonAsync($"/api/v1/notes/{world.Tea[0]}/like");
        await world.Host.DeliverFactsAsync();
        var next = await reader.Client.GetJsonAsync($"{Discover}&cursor={first.Body.GetProperty("next").GetString()}");

        // The note that the readers of these tests like is hot by that; the others are old and cold.
        Assert.Empty(first.NoteIds().Intersect(world.Tea.Skip(1).Concat(world.Yarn)));
        Assert.InRange(next.NoteIds().Intersect(world.Tea).Count(), 4, TwoTastes.NotesOfTaste);
        Assert.Empty(next.NoteIds().Intersect(world.Yarn));
        var reason = next.Items().First(card => world.Tea.Contains(card.GetProperty("note").IdOf())).GetProperty("reason");
        Assert.Equal(("because-you-liked", "Because of what you did with “A note”", "for-you"), (reason.GetProperty("code").GetString(), reason.GetProperty("text").GetString(), reason.GetProperty("source").GetString()));
    }

    [Fact]
    public async Task A_note_that_was_picked_is_not_shown_again_in_its_own_place()
    {
        var reader = await world.Host.SignUpAsync();
        await reader.Client.PutJsonAsync($"/api/v1/notes/{world.Tea[0]}/like");
        await world.Host.DeliverFactsAsync();

        var ids = await reader.Client.ReadAllAsync(Discover);

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Empty(world.Tea.Concat(world.Yarn).Except(ids));
    }

    [Fact]
    public async Task Beside_a_note_stands_what_people_turned_to_next()
    {
        var related = await world.Host.Visitor.GetJsonAsync($"/api/v1/feed/related/{world.Tea[3]}?limit=50");

        var next = related.Items().Where(card => card.GetProperty("reason").GetProperty("source").GetString() is "next").Select(card => card.GetProperty("note").IdOf()).ToArray();
        Assert.NotEmpty(next);
        Assert.Empty(next.Except(world.Tea));
    }

    [Fact]
    public async Task An_author_who_was_blocked_is_never_picked()
    {
        var reader = await world.Host.SignUpAsync();
        await reader.Client.PutJsonAsync($"/api/v1/notes/{world.Tea[0]}/like");
        await reader.Client.PutJsonAsync($"/api/v1/accounts/{world.Authors[1].Id}/block");
        await world.Host.DeliverFactsAsync();

        var page = await reader.Client.GetJsonAsync(Discover);

        Assert.NotEmpty(page.NoteIds().Intersect(world.Tea));
        Assert.DoesNotContain(page.Items(), card => card.GetProperty("author").IdOf() == world.Authors[1].Id);
    }

    [Fact]
    public async Task Two_orders_draft_the_picks_and_the_report_says_whose_were_opened()
    {
        var host = world.Host;
        var id = await host.InScope<ChangeExperiments, long>(change => change.PlanAsync(1, new("draft", "ranking", 100, new Tuning { Picks = PickOrder.Draft }), AppFixture.Ct));
        await host.InScope<ChangeExperiments>(change => change.SwitchAsync(1, id, on: true, AppFixture.Ct));
        var experiment = await host.InDb<DiscoveryDb, Experiment>(db => db.Experiments.AsNoTracking().SingleAsync(e => e.Id == id, AppFixture.Ct));
        Person reader;
        do
        {
            reader = await host.SignUpAsync();
        }
        while (Assignment.ArmOf(experiment, reader.Id)!.Name is not ChangeExperiments.Test);

        await reader.Client.PutJsonAsync($"/api/v1/notes/{world.Tea[0]}/like");
        await host.DeliverFactsAsync();
        var shown = (await reader.Client.GetJsonAsync(Discover)).NoteIds();
        await RollUpAsync();
        var picks = await host.InDb<DiscoveryDb, List<DraftedPick>>(db => db.DraftedPicks.AsNoTracking().Where(p => p.AccountId == reader.Id).ToListAsync(AppFixture.Ct));
        Assert.Empty(picks.Select(pick => pick.NoteId).Except(shown));
        // Filters and breadth take picks of either away, so that what is left need not be even.
        Assert.Contains(picks, pick => pick.Team is DraftTeam.First);
        Assert.Contains(picks, pick => pick.Team is DraftTeam.Second);

        var opened = picks.First(pick => pick.Team is DraftTeam.Second).NoteId.ToString(CultureInfo.InvariantCulture);
        await reader.Client.PostJsonAsync("/api/v1/events", new[] { new { id = Guid.NewGuid(), type = "open", target = new { kind = "note", id = opened }, at = host.Clock.GetUtcNow() } });
        await RollUpAsync();
        var report = await host.InScope<ReportExperiment, ExperimentReport>(report => report.OfAsync(experiment, AppFixture.Ct));
        await host.InScope<ChangeExperiments>(change => change.EndAsync(1, id, AppFixture.Ct));

        Assert.Equal(new Preference(0, 1, 0), report.Preference);

        async Task RollUpAsync()
        {
            await host.Services.GetRequiredService<SignalWriter>().FlushAsync(AppFixture.Ct);
            await host.MoveClockAsync(TimeSpan.FromMinutes(1));
            await host.RunJobAsync("discovery.roll-up-signals");
        }
    }

    [Fact]
    public async Task An_operator_goes_back_to_an_older_model()
    {
        var models = world.Host.Services.GetRequiredService<Models>();
        var older = models.Version!.Value;
        await world.Host.MoveClockAsync(TimeSpan.FromDays(1));
        await world.Host.RunJobAsync("discovery.train-model");
        Assert.NotEqual(older, models.Version);

        await world.Host.MoveClockAsync(TimeSpan.FromMinutes(1));
        var used = await DiscoveryModule.UseModelAsync(world.Host.Services, older, AppFixture.Ct);
        await models.RunAsync(AppFixture.Ct);

        Assert.True(used);
        Assert.Equal(older, models.Version);
        Assert.StartsWith($"* {older} ", (await DiscoveryModule.ListModelsAsync(world.Host.Services, AppFixture.Ct))[0]);
        Assert.False(await DiscoveryModule.UseModelAsync(world.Host.Services, 1, AppFixture.Ct));
    }
}

/// <summary>A small world: those who like tea, and those who like yarn. It stands on a host of its own, because a model learns from whatever other tests do.</summary>
public abstract class TwoTastes(AppFixture app) : IAsyncDisposable
{
    public const int NotesOfTaste = 20;

    private Task? planting;

    public AppFixture Host { get; private set; } = null!;

    public List<long> Tea { get; } = [];

    public List<long> Yarn { get; } = [];

    public List<Person> Authors { get; } = [];

    /// <summary>Notes of both tastes, newer ones that nobody acted on, a crowd that has acted, and a model that was trained on it: once for all tests of a class.</summary>
    public Task PlantAsync() => planting ??= PlantOnceAsync();

    public async ValueTask DisposeAsync()
    {
        if (Host is not null)
        {
            await Host.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private async Task PlantOnceAsync()
    {
        Host = await app.OwnHostAsync();
        for (var i = 0; i < 5; i++)
        {
            Authors.Add(await Host.SignUpAsync());
        }

        foreach (var author in Authors)
        {
            Tea.AddRange(await Host.PublishAsync(author, NotesOfTaste / 5));
            Yarn.AddRange(await Host.PublishAsync(author, NotesOfTaste / 5));
        }

        await Host.PublishAsync(await Host.SignUpAsync(), 100);
        await Host.InDb<DiscoveryDb, int>(async db =>
        {
            var dice = new Random(5);
            for (var person = 0; person < 30; person++)
            {
                var account = Tea[0] + person;
                db.Actions.AddRange((person % 2 == 0 ? Tea : Yarn).OrderBy(_ => dice.Next()).Take(10)
                    .Select(noteId => new NoteAction { AccountId = account, NoteId = noteId, Liked = true, At = Host.Clock.GetUtcNow() }));
            }

            return await db.SaveChangesAsync(AppFixture.Ct);
        });
        await Host.RunJobAsync("discovery.train-model");
    }
}

public sealed class TwoTastesOnSqlite(OnSqlite app) : TwoTastes(app);

public sealed class TwoTastesOnPostgres(OnPostgres app) : TwoTastes(app);

public sealed class ForYouOnSqlite(TwoTastesOnSqlite world) : ForYouTests(world), IClassFixture<TwoTastesOnSqlite>;

public sealed class ForYouOnPostgres(TwoTastesOnPostgres world) : ForYouTests(world), IClassFixture<TwoTastesOnPostgres>;
