using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Discovery;
using Sward.Discovery.Experiments;
using Sward.Discovery.Experiments.Desk;
using Sward.Discovery.Experiments.Reporting;
using Sward.Discovery.Signals;
using Sward.Discovery.Signals.RollUp;
using Sward.Kernel;

namespace Sward.Tests.Discovery.Experiments;

/// <summary>An experiment from its plan to its report.</summary>
public abstract class ExperimentTests(AppFixture app)
{
    private static readonly Tuning OneAuthorEach = new() { AuthorsInTwenty = 1 };

    [Fact]
    public async Task People_are_served_by_their_arm_and_belong_to_it_from_then_on()
    {
        await using var own = await app.OwnHostAsync();
        var author = await own.SignUpAsync();
        await own.PublishAsync(author, count: 3);
        await own.PublishAsync(await own.SignUpAsync(), count: 3);
        var id = await PlanAsync(own, "breadth", 100);
        await own.InScope<ChangeExperiments>(change => change.SwitchAsync(author.Id, id, on: true, AppFixture.Ct));
        var experiment = await own.InDb<DiscoveryDb, Experiment>(db => db.Experiments.AsNoTracking().SingleAsync(AppFixture.Ct));
        var people = new[] { await own.SignUpAsync(), await own.SignUpAsync(), await own.SignUpAsync(), await own.SignUpAsync(), await own.SignUpAsync() };

        foreach (var person in people)
        {
            var page = await person.Client.GetJsonAsync("/api/v1/feed/discover?limit=4");
            var ofOne = page.Items().Count(card => card.GetProperty("author").IdOf() == author.Id);
            var arm = Assignment.ArmOf(experiment, person.Id)!.Name;
            // The newer three are the other author's. With one of each in twenty, two of them wait; when nobody is left they fill the page before the older two, who came later.
            Assert.Equal(arm is ChangeExperiments.Test ? 1 : 2, ofOne);
            Assert.Equal(arm, Assert.Single(own.Services.GetRequiredService<RunningExperiments>().Of(person.Id).Arms).Arm);
        }

        await own.Services.GetRequiredService<SignalWriter>().FlushAsync(AppFixture.Ct);
        await own.MoveClockAsync(TimeSpan.FromMinutes(1));
        await own.RunJobAsync("discovery.roll-up-signals");
        var exposures = await own.InDb<DiscoveryDb, Dictionary<long, string>>(db => db.Exposures.ToDictionaryAsync(e => e.AccountId, e => e.Arm, AppFixture.Ct));
        Assert.Equal(people.Select(person => Assignment.ArmOf(experiment, person.Id)!.Name), people.Select(person => exposures[person.Id]));

        await own.InScope<ChangeExperiments>(change => change.SwitchAsync(author.Id, id, on: false, AppFixture.Ct));
        Assert.Empty(own.Services.GetRequiredService<RunningExperiments>().Of(people[0].Id).Arms);
    }

    [Fact]
    public async Task The_report_knows_the_difference_that_was_put_into_it()
    {
        await using var own = await app.OwnHostAsync();
        var id = await PlanAsync(own, "opens", 100);
        await own.InScope<ChangeExperiments>(change => change.SwitchAsync(1, id, on: true, AppFixture.Ct));
        var today = DateOnly.FromDateTime(own.Clock.GetUtcNow().UtcDateTime);
        await own.InDb<DiscoveryDb, int>(async db =>
        {
            var dice = new Random(3);
            for (var person = 1; person <= 400; person++)
            {
                var (habit, inTest) = (dice.Next(20), person % 2 == 0);
                db.Exposures.Add(new Exposure { ExperimentId = id, AccountId = person, Arm = inTest ? ChangeExperiments.Test : ChangeExperiments.Control, FirstAt = own.Clock.GetUtcNow() });
                db.PersonDays.Add(new PersonDay { AccountId = person, Day = today.AddDays(-3), Opens = habit });
                db.PersonDays.Add(new PersonDay { AccountId = person, Day = today, Opens = habit + dice.Next(3) + (inTest ? 2 : 0) });
                // Too long ago to count.
                db.PersonDays.Add(new PersonDay { AccountId = person, Day = today.AddDays(-30), Opens = 1_000 });
            }

            return await db.SaveChangesAsync(AppFixture.Ct);
        });

        var experiment = await own.InDb<DiscoveryDb, Experiment>(db => db.Experiments.AsNoTracking().SingleAsync(AppFixture.Ct));
        var report = await own.InScope<ReportExperiment, ExperimentReport>(report => report.OfAsync(experiment, AppFixture.Ct));

        Assert.Equal([("control", 200), ("test", 200)], report.Arms.Select(arm => (arm.Arm, arm.People)));
        Assert.False(report.IsUneven);
        var opens = report.Figures.Single(figure => figure.Figure is "opens");
        Assert.InRange(opens.Adjusted.Mean, 1.7, 2.3);
        Assert.InRange(2, opens.Adjusted.Low, opens.Adjusted.High);
        Assert.True(opens.Adjusted.Error < opens.Plain.Error / 3);
        Assert.False(opens.DifferedBefore);
        Assert.Equal(1, report.Figures.Single(figure => figure.Figure is "reactions").Plain.Chance);
    }

    [Fact]
    public async Task A_layer_gives_nobody_away_twice_and_takes_back_who_is_no_longer_needed()
    {
        var layer = Guid.NewGuid().ToString("N");
        var first = await PlanAsync(app, $"first {layer}", 60, layer);
        Assert.Equal("discovery.experiment-layer-full", (await Assert.ThrowsAsync<Refusal>(() => PlanAsync(app, $"second {layer}", 50, layer))).Code);
        Assert.Equal("discovery.experiment-taken", (await Assert.ThrowsAsync<Refusal>(() => PlanAsync(app, $"first {layer}", 10, layer))).Code);
        Assert.Equal("discovery.experiment-invalid", (await Assert.ThrowsAsync<Refusal>(() => PlanAsync(app, "", 10, layer))).Code);
        var small = await PlanAsync(app, $"small {layer}", 40, layer);

        await app.InScope<ChangeExperiments>(change => change.EndAsync(1, first, AppFixture.Ct));
        await PlanAsync(app, $"second {layer}", 50, layer);

        var experiments = await app.InDb<DiscoveryDb, List<Experiment>>(db => db.Experiments.AsNoTracking().Where(e => e.Layer == layer).OrderBy(e => e.Id).ToListAsync(AppFixture.Ct));
        Assert.Equal([(0, 600, "ended"), (600, 400, "planned"), (0, 500, "planned")], experiments.Select(e => (e.FirstBucket, e.BucketCount, e.State)));
        Assert.Equal(small, experiments[1].Id);
        var changes = await app.InDb<DiscoveryDb, List<string>>(db => db.ExperimentChanges.Where(c => c.ExperimentId == first).OrderBy(c => c.Id).Select(c => c.What).ToListAsync(AppFixture.Ct));
        Assert.Equal(["planned", "ended"], changes);
    }

    [Fact]
    public async Task Ten_operators_who_want_the_same_people_at_once_get_them_once()
    {
        var layer = Guid.NewGuid().ToString("N");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async n =>
        {
            try
            {
                await PlanAsync(app, $"{n} {layer}", 100, layer);
                return "planned";
            }
            catch (Refusal refusal)
            {
                return refusal.Code;
            }
        }));

        Assert.Single(answers, "planned");
        Assert.Equal(1, await app.InDb<DiscoveryDb, int>(db => db.Experiments.CountAsync(e => e.Layer == layer, AppFixture.Ct)));
    }

    [Fact]
    public async Task The_desk_is_for_operators()
    {
        var reader = await app.SignUpAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Client.GetAsync(new Uri("/operator/experiments", UriKind.Relative), AppFixture.Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Client.PostAsync(new Uri("/operator/experiments/1?handler=Switch", UriKind.Relative), content: null, AppFixture.Ct)).StatusCode);
    }

    private static Task<long> PlanAsync(AppFixture host, string name, decimal share, string layer = "ranking") =>
        host.InScope<ChangeExperiments, long>(change => change.PlanAsync(operatorId: 1, new(name, layer, share, OneAuthorEach), AppFixture.Ct));
}

public sealed class ExperimentsOnSqlite(OnSqlite app) : ExperimentTests(app);

public sealed class ExperimentsOnPostgres(OnPostgres app) : ExperimentTests(app);
