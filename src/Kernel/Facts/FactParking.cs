using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sward.Kernel;

/// <summary>Keeps facts whose subscriber threw and tries each again alone, later and later, until it is given up and waits for an operator.</summary>
internal sealed class FactParking(IServiceScopeFactory scopes, IReadOnlyList<FactReader> readers, TimeProvider clock, ILogger log)
{
    private const int MaxAttempts = 12;
    private static readonly Counter<long> GivenUp = Metrics.Meter.CreateCounter<long>("sward.facts.given_up", "{fact}", "Facts that a subscriber failed on twelve times.");

    /// <summary>Parks the fact and moves the subscriber's cursor past it, in one transaction.</summary>
    public async Task ParkAsync(FactReader reader, LoggedFact fact, Exception error, CancellationToken ct)
    {
        log.LogError(error, "{Subscriber} failed on {Fact} at {Position}; parked", reader.Subscriber, fact.Name, fact.Position);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await reader.MoveAsync(db, fact.Position, ct))
        {
            reader.Resume(null);
            return;
        }

        db.Parked.Add(new ParkedFact
        {
            Subscriber = reader.Subscriber,
            Transaction = fact.Position.Transaction,
            Position = fact.Position.Number,
            Name = fact.Name,
            Payload = fact.Payload,
            At = fact.At,
            Attempts = 1,
            Error = error.ToString(),
            DueAt = clock.GetUtcNow() + BackOff(1),
        });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        reader.Moved(fact.Position);
    }

    public async Task RetryDueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var held = readers.Where(r => r.Held).Select(r => r.Subscriber).ToArray();
        List<ParkedFact> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            due = await scope.ServiceProvider.GetRequiredService<KernelDb>().Parked.AsNoTracking()
                .Where(p => !p.Dead && p.DueAt <= now && held.Contains(p.Subscriber)).OrderBy(p => p.DueAt).Take(50).ToListAsync(ct);
        }

        foreach (var parked in due)
        {
            await RetryAsync(readers.First(r => string.Equals(r.Subscriber, parked.Subscriber, StringComparison.Ordinal)), parked, ct);
        }
    }

    private async Task RetryAsync(FactReader reader, ParkedFact parked, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(reader.Context);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            // Deleting the row decides who retries; if the handler throws, the row is back.
            if (await Row(db, parked).ExecuteDeleteAsync(ct) == 1)
            {
                await reader.RunAsync(scope.ServiceProvider, new(new(parked.Transaction, parked.Position), parked.Name, parked.Payload, parked.At), ct);
                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
            }
        }
#pragma warning disable CA1031 // Whatever it throws is recorded with the fact.
        catch (Exception error) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var attempts = parked.Attempts + 1;
            var (text, dueAt, dead) = (error.ToString(), clock.GetUtcNow() + BackOff(attempts), attempts >= MaxAttempts);
            log.LogError(error, "{Subscriber} failed on parked {Fact} at {Position}, attempt {Attempt} of {Most}", parked.Subscriber, parked.Name, parked.Position, attempts, MaxAttempts);
            await using var scope = scopes.CreateAsyncScope();
            await Row(scope.ServiceProvider.GetRequiredService<KernelDb>(), parked).ExecuteUpdateAsync(
                set => set.SetProperty(p => p.Attempts, attempts).SetProperty(p => p.Error, text).SetProperty(p => p.DueAt, dueAt).SetProperty(p => p.Dead, dead), ct);
            if (dead)
            {
                GivenUp.Add(1, new KeyValuePair<string, object?>("subscriber", parked.Subscriber));
            }
        }
    }

    private static IQueryable<ParkedFact> Row(ModuleDb db, ParkedFact parked) => db.Set<ParkedFact>()
        .Where(p => p.Subscriber == parked.Subscriber && p.Transaction == parked.Transaction && p.Position == parked.Position);

    private static TimeSpan BackOff(int attempts) => TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(2, attempts)));
}
