using System.Collections.Concurrent;
using Sward.Contracts.Discovery;

namespace Sward.Discovery.Hiding;

/// <summary>What people have hidden, cached on the node; forgotten when a fact says that it changed.</summary>
internal sealed class HidesOfPeople(IServiceScopeFactory scopes) : Follower
{
    private const int MaxPeople = 50_000;

    // The entry stands before its load begins: whoever changed something before that is seen by the load, whoever changes it after takes the entry away.
    private readonly ConcurrentDictionary<long, Lazy<Task<Hides>>> people = new();

    public override string Name => "discovery.hides-of-people";

    public async ValueTask<Hides> OfAsync(long? accountId, CancellationToken ct)
    {
        if (accountId is not { } id)
        {
            return Hides.Nothing;
        }

        if (people.Count >= MaxPeople)
        {
            people.Clear();
        }

        var entry = people.GetOrAdd(id, static (id, self) => new Lazy<Task<Hides>>(() => self.LoadAsync(id)), this);
        try
        {
            return await entry.Value.WaitAsync(ct);
        }
        catch
        {
            people.TryRemove(new(id, entry));
            throw;
        }
    }

    /// <summary>The person's next feed reads again what they have hidden.</summary>
    public void Forget(long accountId) => people.TryRemove(accountId, out _);

    public override Task FollowAsync(IReadOnlyList<LoggedFact> facts, CancellationToken ct)
    {
        foreach (var fact in facts)
        {
            if (fact.Is<HiddenFromFeeds>(out var hidden))
            {
                Forget(hidden.AccountId);
            }
            else if (fact.Is<ShownInFeeds>(out var shown))
            {
                Forget(shown.AccountId);
            }
        }

        return Task.CompletedTask;
    }

    private async Task<Hides> LoadAsync(long accountId)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DiscoveryDb>();
        var hides = await db.Hides.AsNoTracking().Where(h => h.AccountId == accountId).ToArrayAsync(CancellationToken.None);
        return hides.Length == 0 ? Hides.Nothing : new Hides(hides);
    }
}
