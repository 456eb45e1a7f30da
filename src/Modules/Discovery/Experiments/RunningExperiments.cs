using Microsoft.Extensions.Logging;

namespace Sward.Discovery.Experiments;

/// <summary>The experiments that are switched on, as this node knows them.</summary>
internal sealed class RunningExperiments(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RunningExperiments> log)
    : NodeJob(TimeSpan.FromSeconds(15), clock, log)
{
    private volatile Experiment[] running = [];

    /// <summary>What this reader meets; visitors, who all see one page, meet nothing.</summary>
    public Treatment Of(long? readerId)
    {
        var experiments = running;
        if (readerId is not { } accountId || experiments.Length == 0)
        {
            return Treatment.None;
        }

        var (tuning, arms) = (Tuning.None, new List<(long, string)>());
        foreach (var experiment in experiments)
        {
            if (Assignment.ArmOf(experiment, accountId) is { } arm)
            {
                tuning = tuning.Over(arm.Tuning);
                arms.Add((experiment.Id, arm.Name));
            }
        }

        return new(tuning, arms);
    }

    /// <summary>Reads which ones are on.</summary>
    public override async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        running = await scope.ServiceProvider.GetRequiredService<DiscoveryDb>().Experiments.AsNoTracking().Where(e => e.IsOn).OrderBy(e => e.Id).ToArrayAsync(ct);
    }
}
