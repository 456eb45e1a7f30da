using Microsoft.EntityFrameworkCore;

namespace Sward.Kernel;

/// <summary>A subscriber with its place in the log.</summary>
internal sealed class FactReader(string subscriber, Subscription[] subscriptions)
{
    private readonly ILookup<string, Subscription> byEvent = subscriptions.ToLookup(s => s.Event, StringComparer.Ordinal);

    public string Subscriber => subscriber;

    public Type Context { get; } = subscriptions.Select(s => s.Context).Distinct().Single();

    public bool Held { get; private set; }

    /// <summary>Where the cursor row stands.</summary>
    public FactPosition Stored { get; private set; }

    /// <summary>How far this process has looked; ahead of <see cref="Stored"/> while nothing wanted comes by.</summary>
    public FactPosition Seen { get; set; }

    public bool Wants(LoggedFact fact) => byEvent.Contains(fact.Name);

    public async Task RunAsync(IServiceProvider scope, LoggedFact fact, CancellationToken ct)
    {
        foreach (var subscription in byEvent[fact.Name])
        {
            await subscription.RunAsync(scope, fact.Payload, ct);
        }
    }

    /// <summary>Takes up the lease at the stored position, or lets go of it when there is none.</summary>
    public void Resume(FactPosition? stored)
    {
        Held = stored is not null;
        Stored = stored ?? Stored;
        Seen = Seen > Stored && Held ? Seen : Stored;
    }

    /// <summary>Moves the cursor row if it still stands where we last saw it; that decides between two processes.</summary>
    public async Task<bool> MoveAsync(ModuleDb db, FactPosition to, CancellationToken ct)
    {
        var (from, name) = (Stored, subscriber);
        return await db.Set<FactCursor>().Where(c => c.Subscriber == name && c.Transaction == from.Transaction && c.Position == from.Number)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Transaction, to.Transaction).SetProperty(c => c.Position, to.Number), ct) == 1;
    }

    public void Moved(FactPosition to) => (Stored, Seen) = (to, to > Seen ? to : Seen);
}
