using Microsoft.Extensions.Logging;

namespace Sward.Search;

/// <summary>Fills this node's indexes from the rows at start and then follows every change, on its own node and on others, well within two seconds of the fact.</summary>
internal sealed class FollowDocuments(IEnumerable<IReplica> replicas, IServiceScopeFactory scopes, TimeProvider clock, ILogger<FollowDocuments> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private long known;

    /// <summary>Reads all changes there are now; tests call it after delivering facts.</summary>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SearchDb>();
            var now = await DocumentClock.NowAsync(db, ct);
            if (now == known)
            {
                return;
            }

            foreach (var replica in replicas)
            {
                await replica.ReadAsync(db, known, now, ct);
            }

            known = now;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public override void Dispose()
    {
        oneAtATime.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = clock.GetTimestamp();
        await TryCatchUpAsync(stoppingToken);
        log.LogInformation("Search knows documents up to {Version} after {Seconds:F1} s", known, clock.GetElapsedTime(started).TotalSeconds);
        using var timer = new PeriodicTimer(Beat, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryCatchUpAsync(stoppingToken);
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
