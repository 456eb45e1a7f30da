using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Sward.Search;

/// <summary>
/// Brings this node's indexes from what they have saved to what the rows say, and then follows every change, on its own node and on others, well within two seconds
/// of the fact. Searches are answered meanwhile, from what is known.
/// </summary>
internal sealed class FollowDocuments : BackgroundService
{
    /// <summary>Between two looks; with the courier's ring at the commit that keeps what is published from being found later than two seconds after.</summary>
    internal static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    /// <summary>How much has to be read again after a crash.</summary>
    private static readonly TimeSpan BetweenSaves = TimeSpan.FromMinutes(1);

    private readonly IReadOnlyList<IReplica> replicas;
    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider clock;
    private readonly ILogger<FollowDocuments> log;
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private long newest;
    private long saved;

    public FollowDocuments(IEnumerable<IReplica> replicas, IServiceScopeFactory scopes, TimeProvider clock, ILogger<FollowDocuments> log)
    {
        (this.replicas, this.scopes, this.clock, this.log) = ([.. replicas], scopes, clock, log);
        foreach (var replica in this.replicas)
        {
            Metrics.Meter.CreateObservableGauge("sward.search.behind", () => new Measurement<long>(BehindOf(replica), new KeyValuePair<string, object?>("documents", replica.Name)), unit: "{change}");
        }
    }

    /// <summary>Reads all changes there are now; tests call it after delivering facts.</summary>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SearchDb>();
            newest = await DocumentClock.NowAsync(db, ct);
            foreach (var replica in replicas)
            {
                await replica.ReadAsync(db, newest, ct);
            }
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TrySaveAsync(cancellationToken);
    }

    public override void Dispose()
    {
        oneAtATime.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = clock.GetTimestamp();
        using var timer = new PeriodicTimer(Beat, clock);
        using var progress = clock.CreateTimer(_ => TellProgress(), state: null, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
        await TryCatchUpAsync(stoppingToken);
        progress.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        log.LogInformation("Search knows documents up to {Version} after {Seconds:F1} s", newest, clock.GetElapsedTime(started).TotalSeconds);
        var savedAt = clock.GetTimestamp();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryCatchUpAsync(stoppingToken);
            if (clock.GetElapsedTime(savedAt) >= BetweenSaves)
            {
                await TrySaveAsync(stoppingToken);
                savedAt = clock.GetTimestamp();
            }
        }
    }

    private long BehindOf(IReplica replica) => Math.Max(0, newest - replica.Version);

    private void TellProgress()
    {
        foreach (var replica in replicas.Where(r => BehindOf(r) > 0))
        {
            log.LogInformation("{Documents}: {Known} of {Newest} changes are in the index", replica.Name, replica.Version, newest);
        }
    }

    /// <summary>Makes sure that a restart begins where the indexes are now.</summary>
    private async Task SaveAsync(CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            if (newest == saved)
            {
                // Also for who stops while another does: a host may be stopped twice at once.
                return;
            }

            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SearchDb>();
            var reached = newest;
            foreach (var replica in replicas)
            {
                await replica.SaveAsync(db, ct);
            }

            saved = reached;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task TrySaveAsync(CancellationToken ct)
    {
        try
        {
            await SaveAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // No time is left; a restart has more to read.
        }
#pragma warning disable CA1031 // The disk may be full and the database away; a restart then has more to read.
        catch (Exception error)
#pragma warning restore CA1031
        {
            log.LogError(error, "The search indexes could not be saved; a restart has more to read");
        }
    }

    private async Task TryCatchUpAsync(CancellationToken ct)
    {
        try
        {
            await CatchUpAsync(ct);
        }
#pragma warning disable CA1031 // The database may be away for a moment; the loop must outlive it.
        catch (Exception error) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.LogError(error, "Reading changed documents failed; trying again");
        }
    }
}
