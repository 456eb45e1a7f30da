using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Sward.Kernel;

/// <summary>A running process and the time below which it may issue ids.</summary>
internal sealed class Node
{
    public int Number { get; init; }

    public Guid Holder { get; set; }

    public DateTimeOffset LeaseUntil { get; set; }

    /// <summary>No id at or above this time has been issued under this number.</summary>
    public DateTimeOffset IssuedUntil { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Node>
    {
        public void Configure(EntityTypeBuilder<Node> builder)
        {
            builder.HasKey(n => n.Number);
            builder.Property(n => n.Number).ValueGeneratedNever();
        }
    }
}

/// <summary>Leases a node number and keeps the ceiling of <see cref="Ids"/> ahead of the clock.</summary>
public sealed class NodeLease(IServiceScopeFactory scopes, Ids ids, TimeProvider clock, ILogger<NodeLease> log) : BackgroundService
{
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(5);
    private int? number;

    /// <summary>Who this process is, for leases of every kind.</summary>
    public Guid Holder { get; } = Guid.NewGuid();

    /// <summary>Takes a number if there is none yet and moves the ceiling; also called by tests that move the clock.</summary>
    public async Task RenewAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        var now = clock.GetUtcNow();
        var (until, ceiling) = (now + Ahead, (ids.Reached > now ? ids.Reached : now) + Ahead);
        if (number is { } held)
        {
            var renewed = await db.Nodes.Where(n => n.Number == held && n.Holder == Holder).ExecuteUpdateAsync(
                set => set.SetProperty(n => n.LeaseUntil, until).SetProperty(n => n.IssuedUntil, n => n.IssuedUntil < ceiling ? ceiling : n.IssuedUntil), ct);
            if (renewed == 1)
            {
                ids.Allow(held, now, ceiling);
                return;
            }

            // Somebody took our number while we slept: ids below the ceiling we wrote stay ours, further ones need a new number.
            number = null;
        }

        await TakeAsync(db, now, until, ct);
    }

    /// <summary>Renews the lease until cancelled: the whole life of a server, and before that for work that precedes the first request.</summary>
    public async Task KeepAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(RenewEvery, clock);
        do
        {
            try
            {
                await RenewAsync(ct);
            }
#pragma warning disable CA1031 // The database may be away for a moment; ids stop at their ceiling, and the next renewal lifts it.
            catch (Exception error) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
            {
                log.LogError(error, "The lease for ids was not renewed; trying again");
            }
        }
        while (await timer.WaitForNextTickAsync(ct));
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => KeepAsync(stoppingToken);

    private async Task TakeAsync(KernelDb db, DateTimeOffset now, DateTimeOffset until, CancellationToken ct)
    {
        // SQLite has one process, whose data lock makes every earlier lease void.
        var single = db.Database.IsSqlite();
        for (var candidate = 0; candidate < Ids.ImportNode; candidate++)
        {
            await db.InsertOnceAsync(new Node { Number = candidate, LeaseUntil = now.AddTicks(-10), IssuedUntil = now }, ct);
            var stored = await db.Nodes.AsNoTracking().SingleAsync(n => n.Number == candidate, ct);
            var from = stored.IssuedUntil > now ? stored.IssuedUntil : now;
            var ceiling = from + Ahead;
            var taken = await db.Nodes.Where(n => n.Number == candidate && n.Holder == stored.Holder && (single || n.LeaseUntil < now)).ExecuteUpdateAsync(
                set => set.SetProperty(n => n.Holder, Holder).SetProperty(n => n.LeaseUntil, until).SetProperty(n => n.IssuedUntil, ceiling), ct);
            if (taken == 1)
            {
                number = candidate;
                ids.Allow(candidate, from, ceiling);
                return;
            }
        }

        throw new InvalidOperationException("All node numbers are leased.");
    }
}
