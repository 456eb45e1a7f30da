using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Sward.Kernel;

/// <summary>
/// Brings committed facts to the subscribers whose lease this process holds, and to all of its followers. A batch and the subscriber's cursor move in one
/// transaction of the subscriber's context: effects there happen exactly once, effects outside at least once.
/// </summary>
public sealed class FactCourier : BackgroundService
{
    private const int BatchSize = 200;

    /// <summary>A subscriber that wants none of the facts it passes writes its cursor only this seldom.</summary>
    private const int IdleStride = 2_000;

    private static readonly TimeSpan SafetyNet = TimeSpan.FromSeconds(5);

    /// <summary>How long facts are gathered after the bell rang: ten transactions for each subscriber cost ten times what one does.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);

    /// <summary>From one delivery to the next, when facts come all the time.</summary>
    private static readonly TimeSpan Stride = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly IServiceScopeFactory scopes;
    private readonly FactBell bell;
    private readonly TimeProvider clock;
    private readonly ILogger<FactCourier> log;
    private readonly Guid holder;
    private readonly FactReader[] readers;
    private readonly Follower[] followers;
    private readonly FactParking parking;
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private DateTimeOffset? leasedUntil;

    internal FactCourier(IServiceScopeFactory scopes, IEnumerable<Subscription> subscriptions, IEnumerable<Follower> followers, FactBell bell, NodeLease node,
        TimeProvider clock, ILogger<FactCourier> log)
    {
        (this.scopes, this.bell, this.clock, this.log) = (scopes, bell, clock, log);
        holder = node.Holder;
        readers = [.. subscriptions.GroupBy(s => s.Subscriber, StringComparer.Ordinal).Select(group => new FactReader(group.Key, [.. group]))];
        this.followers = [.. followers];
        parking = new(scopes, readers, clock, log);
    }

    /// <summary>Delivers all there is now; returns when nothing is left. Tests call it instead of running the loop.</summary>
    public async Task DeliverAllAsync(CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            await RenewLeasesAsync(ct);
            while (await DeliverOnceAsync(ct))
            {
            }

            await parking.RetryDueAsync(ct);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Before the first request: caches are empty still, and need not read what was long ago.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            var end = await FactLog.EndAsync(scope.ServiceProvider.GetRequiredService<KernelDb>(), cancellationToken);
            foreach (var cache in followers.OfType<CacheFollower>())
            {
                cache.Position = end;
            }
        }

        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        oneAtATime.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var (ring, began) = (bell.NextRing(), TimeProvider.System.GetTimestamp());
            try
            {
                await DeliverAllAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The database may be away for a moment; the loop must outlive it.
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                log.LogError(error, "Delivering facts failed; trying again");
            }

            await Task.WhenAny(ring, Task.Delay(SafetyNet, clock, stoppingToken));
            var rest = Stride - TimeProvider.System.GetElapsedTime(began);
            await Task.Delay(rest > Gathering ? rest : Gathering, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RenewLeasesAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (leasedUntil is { } held && now < held - (Lease / 2))
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        if (leasedUntil is null)
        {
            foreach (var reader in readers)
            {
                await db.InsertOnceAsync(new FactCursor { Subscriber = reader.Subscriber, LeaseUntil = DateTimeOffset.UnixEpoch }, ct);
            }
        }

        var until = now + Lease;
        // On SQLite there is one process, so an earlier holder is gone for sure.
        var single = db.Database.IsSqlite();
        await db.Cursors.Where(c => single || c.Holder == holder || c.LeaseUntil < now)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Holder, holder).SetProperty(c => c.LeaseUntil, until), ct);
        var cursors = await db.Cursors.AsNoTracking().Where(c => c.Holder == holder).ToDictionaryAsync(c => c.Subscriber, c => c.At, StringComparer.Ordinal, ct);
        foreach (var reader in readers)
        {
            reader.Resume(cursors.TryGetValue(reader.Subscriber, out var at) ? at : null);
        }

        leasedUntil = until;
    }

    /// <summary>Reads one batch behind the slowest reader and hands it to everybody who has not seen it; false when the log is read to its end.</summary>
    private async Task<bool> DeliverOnceAsync(CancellationToken ct)
    {
        var active = readers.Where(r => r.Held).ToArray();
        if (active.Length == 0 && followers.Length == 0)
        {
            return false;
        }

        var slowest = active.Select(r => r.Seen).Concat(followers.Select(f => f.Position)).Min();
        List<LoggedFact> facts;
        await using (var scope = scopes.CreateAsyncScope())
        {
            facts = await FactLog.ReadAsync(scope.ServiceProvider.GetRequiredService<KernelDb>(), slowest, BatchSize, ct);
        }

        if (facts.Count == 0)
        {
            return false;
        }

        foreach (var follower in followers.Where(f => f.Position < facts[^1].Position))
        {
            await follower.CatchUpAsync([.. facts.Where(f => f.Position > follower.Position)], clock, log, ct);
        }

        foreach (var reader in active.Where(r => r.Seen < facts[^1].Position))
        {
            await ReadAsync(reader, [.. facts.Where(f => f.Position > reader.Seen)], ct);
        }

        return true;
    }

    private async Task ReadAsync(FactReader reader, IReadOnlyList<LoggedFact> facts, CancellationToken ct)
    {
        var wanted = facts.Where(reader.Wants).ToArray();
        if (wanted.Length == 0)
        {
            reader.Seen = facts[^1].Position;
            if (reader.Seen.Number - reader.Stored.Number < IdleStride)
            {
                return;
            }
        }

        try
        {
            await DeliverAsync(reader, wanted, facts[^1].Position, ct);
        }
#pragma warning disable CA1031 // Whatever a handler throws is recorded, and the subscriber goes on.
        catch (Exception error) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.LogWarning(error, "{Subscriber} failed on a batch of {Count}; running it one by one", reader.Subscriber, wanted.Length);
            foreach (var fact in wanted)
            {
                await DeliverOrParkAsync(reader, fact, ct);
            }
        }
    }

    private async Task DeliverOrParkAsync(FactReader reader, LoggedFact fact, CancellationToken ct)
    {
        try
        {
            await DeliverAsync(reader, [fact], fact.Position, ct);
        }
#pragma warning disable CA1031 // As above: the fact is parked with its error.
        catch (Exception error) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            await parking.ParkAsync(reader, fact, error, ct);
        }
    }

    private async Task DeliverAsync(FactReader reader, IReadOnlyList<LoggedFact> facts, FactPosition upTo, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(reader.Context);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await reader.MoveAsync(db, upTo, ct))
        {
            // Another process took the lease and moved the cursor: what it did is done.
            reader.Resume(null);
            return;
        }

        foreach (var fact in facts)
        {
            await reader.RunAsync(scope.ServiceProvider, fact, ct);
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        reader.Moved(upTo);
    }
}
