using Sward.Contracts.Discovery;

namespace Sward.Discovery.Hiding;

/// <summary>What people have hidden, cached on the node; forgotten when a fact says that it changed.</summary>
internal sealed class HidesOfPeople(IServiceScopeFactory scopes, TimeProvider clock) : CacheFollower
{
    private readonly BatchCache<Hides> people = new(capacity: 50_000, clock);

    public override string Name => "discovery.hides-of-people";

    public ValueTask<Hides> OfAsync(long? accountId, CancellationToken ct) =>
        accountId is { } id ? people.GetAsync(id, id => LoadAsync(id, ct)) : ValueTask.FromResult(Hides.Nothing);

    /// <summary>The person's next feed reads again what they have hidden.</summary>
    public void Forget(long accountId) => people.Evict(accountId);

    protected override void Apply(LoggedFact fact)
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

    private async Task<Hides> LoadAsync(long accountId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DiscoveryDb>();
        var hides = await db.Hides.AsNoTracking().Where(h => h.AccountId == accountId).ToArrayAsync(ct);
        return hides.Length == 0 ? Hides.Nothing : new Hides(hides);
    }
}
