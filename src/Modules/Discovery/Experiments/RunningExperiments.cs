using Microsoft.Extensions.Logging;

namespace Sward.Discovery.Experiments;

/// <summary>The experiments that are switched on, as this node knows them.</summary>
internal sealed partial class RunningExperiments(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RunningExperiments> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

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

    public async Task RefreshAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        running = await scope.ServiceProvider.GetRequiredService<DiscoveryDb>().Experiments.AsNoTracking().Where(e => e.IsOn).OrderBy(e => e.Id).ToArrayAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        do
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The database may be away for a moment; what ran runs on.
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogNotKnown(error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "Which experiments run is not known; those known before go on")]
    private partial void LogNotKnown(Exception error);
}
