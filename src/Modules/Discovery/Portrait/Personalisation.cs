using Sward.Contracts.Discovery;

namespace Sward.Discovery.Portrait;

/// <summary>What a person said about being known.</summary>
/// <param name="IsOn">Off: no source rests on what people did, and signals are not kept with the account.</param>
/// <param name="Since">What they did before says nothing.</param>
/// <param name="WasAsked">They have chosen interests, or would rather not.</param>
/// <param name="Wishes">How they turned single interests.</param>
internal sealed record Personalisation(bool IsOn, DateTimeOffset Since, bool WasAsked, IReadOnlyDictionary<InterestKey, InterestTurn> Wishes)
{
    /// <summary>Of a visitor, and of somebody who said nothing.</summary>
    public static Personalisation Unsaid { get; } = new(IsOn: true, DateTimeOffset.UnixEpoch, WasAsked: false, new Dictionary<InterestKey, InterestTurn>());
}

/// <summary>What people said about being known, cached on the node; forgotten when a fact says that it changed.</summary>
internal sealed class PersonalisationOfPeople(IServiceScopeFactory scopes, TimeProvider clock) : CacheFollower
{
    private readonly BatchCache<Personalisation> people = new(capacity: 50_000, clock);

    public override string Name => "discovery.personalisation-of-people";

    public ValueTask<Personalisation> OfAsync(long? accountId, CancellationToken ct) =>
        accountId is { } id ? people.GetAsync(id, id => LoadAsync(id, ct)) : ValueTask.FromResult(Personalisation.Unsaid);

    /// <summary>The person's next feed reads again what they said.</summary>
    public void Forget(long accountId) => people.Evict(accountId);

    protected override void Apply(LoggedFact fact)
    {
        if (fact.Is<PersonalisationChanged>(out var changed))
        {
            Forget(changed.AccountId);
        }
    }

    private async Task<Personalisation> LoadAsync(long accountId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DiscoveryDb>();
        var setting = await db.PersonalisationSettings.AsNoTracking().SingleOrDefaultAsync(s => s.AccountId == accountId, ct);
        var wishes = await db.InterestWishes.AsNoTracking().Where(w => w.AccountId == accountId).ToListAsync(ct);
        return setting is null && wishes.Count == 0
            ? Personalisation.Unsaid
            : new(setting is not { IsOff: true }, setting?.Since ?? DateTimeOffset.UnixEpoch, setting is { WasAsked: true }, TurnsOf(wishes));
    }

    /// <summary>Two spellings of a topic may both have a row; the later one counts.</summary>
    private static Dictionary<InterestKey, InterestTurn> TurnsOf(List<InterestWish> wishes)
    {
        var turns = new Dictionary<InterestKey, InterestTurn>();
        foreach (var wish in wishes.OrderBy(wish => wish.At))
        {
            turns[new(wish.Kind, wish.Name)] = wish.Turn;
        }

        return turns;
    }
}
