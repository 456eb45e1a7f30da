using Sward.Discovery.Experiments.Drafting;
using Sward.Discovery.Experiments.Statistics;
using Sward.Discovery.Signals.RollUp;

namespace Sward.Discovery.Experiments.Reporting;

/// <summary>Compares the arms of an experiment by what their people did since they met them, whether they were served by them again or not.</summary>
internal sealed class ReportExperiment(DiscoveryDb db)
{
    /// <summary>What people did in so many days before the start foretells what they do.</summary>
    private const int DaysBefore = 14;

    public static IReadOnlyList<(string Name, Func<PersonDay, int> Of)> Figures { get; } =
    [
        ("impressions", day => day.Impressions), ("opens", day => day.Opens), ("dwell", day => day.DwellSeconds), ("bounces", day => day.Bounces), ("reactions", day => day.Reactions),
        ("suggested", day => day.Suggested), ("chosen", day => day.SuggestedChosen),
    ];

    public async Task<ExperimentReport> OfAsync(Experiment experiment, CancellationToken ct)
    {
        var exposures = await db.Exposures.AsNoTracking().Where(e => e.ExperimentId == experiment.Id).ToListAsync(ct);
        var start = DateOnly.FromDateTime((experiment.StartedAt ?? experiment.CreatedAt).UtcDateTime);
        var from = start.AddDays(-DaysBefore);
        var days = (await (
            from day in db.PersonDays.AsNoTracking()
            join exposure in db.Exposures on day.AccountId equals exposure.AccountId
            where exposure.ExperimentId == experiment.Id && day.Day >= @from
            select day).ToListAsync(ct)).ToLookup(day => day.AccountId);
        var groups = experiment.Arms.Select(arm => exposures.Where(exposure => string.Equals(exposure.Arm, arm.Name, StringComparison.Ordinal)).ToArray()).ToArray();
        return new(
            [.. experiment.Arms.Zip(groups, (arm, people) => new ArmSize(arm.Name, people.Length))],
            SampleRatio.Chance([.. groups.Select(people => people.Length)]),
            [.. Figures.SelectMany(figure => Compare(figure.Name, experiment.Arms, [.. groups.Select(people => people.Select(exposure => PersonOf(exposure, days, start, figure.Of)).ToArray())]))])
        {
            Preference = experiment.Arms.Any(arm => arm.Tuning.Picks is PickOrder.Draft) ? await PreferenceAsync(experiment.Id, ct) : null,
        };
    }

    private async Task<Preference> PreferenceAsync(long experimentId, CancellationToken ct)
    {
        var people = await (
            from pick in db.DraftedPicks.AsNoTracking()
            join exposure in db.Exposures on pick.AccountId equals exposure.AccountId
            where exposure.ExperimentId == experimentId && pick.IsOpened && pick.At >= exposure.FirstAt
            group pick by pick.AccountId into picks
            select new { First = picks.Count(p => p.Team == DraftTeam.First), Second = picks.Count(p => p.Team == DraftTeam.Second) }).ToListAsync(ct);
        return new(people.Count(p => p.First > p.Second), people.Count(p => p.Second > p.First), people.Count(p => p.First == p.Second));
    }

    private static BeforeAndAfter PersonOf(Exposure exposure, ILookup<long, PersonDay> days, DateOnly start, Func<PersonDay, int> figure)
    {
        var met = DateOnly.FromDateTime(exposure.FirstAt.UtcDateTime);
        return new(days[exposure.AccountId].Where(day => day.Day < start).Sum(figure), days[exposure.AccountId].Where(day => day.Day >= met).Sum(figure));
    }

    private static IEnumerable<FigureReport> Compare(string figure, IReadOnlyList<Arm> arms, BeforeAndAfter[][] groups)
    {
        var adjusted = Cuped.Adjust(groups);
        double[] before = [.. groups[0].Select(person => person.Before)], after = [.. groups[0].Select(person => person.After)];
        for (var arm = 1; arm < arms.Count; arm++)
        {
            yield return new(
                figure, arms[arm].Name, Sample.Of(after).Mean, Difference.Between(after, [.. groups[arm].Select(person => person.After)]),
                Difference.Between(adjusted[0], adjusted[arm]), Difference.Between(before, [.. groups[arm].Select(person => person.Before)]));
        }
    }
}
