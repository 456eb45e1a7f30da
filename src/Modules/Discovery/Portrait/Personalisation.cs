using Sward.Contracts.Discovery;
using Sward.Discovery.Filters;

namespace Sward.Discovery.Portrait;

/// <summary>What a person said about being known, and what is remembered of what they were shown.</summary>
/// <param name="IsOn">Off: no source rests on what people did, and signals are not kept with the account.</param>
/// <param name="Since">What they did before says nothing.</param>
/// <param name="WasAsked">They have chosen interests, or would rather not.</param>
/// <param name="Wishes">How they turned single interests.</param>
internal sealed record Personalisation(bool IsOn, DateTimeOffset Since, bool WasAsked, IReadOnlyDictionary<InterestKey, InterestTurn> Wishes)
{
    /// <summary>What they were shown of late; null when nothing is remembered.</summary>
    public SeenCards? Seen { get; init; }

    /// <summary>Of a visitor, and of somebody who said nothing.</summary>
    public static Personalisation Unsaid { get; } = new(IsOn: true, DateTimeOffset.UnixEpoch, WasAsked: false, new Dictionary<InterestKey, InterestTurn>());
}

/// <summary>
/// What people said about being known and what they were shown, in one query, cached on the node. Forgotten when a fact says that what they said changed; what they were shown on another node is
/// known here a minute later.
/// </summary>
internal sealed class PersonalisationOfPeople(IServiceScopeFactory scopes, TimeProvider clock) : CacheFollower, IPersonalisation
{
    private readonly BatchCache<Personalisation> people = new(capacity: 20_000, clock, TimeSpan.FromMinutes(1));

    public override string Name => "discovery.personalisation-of-people";

    public ValueTask<Personalisation> OfAsync(long? accountId, CancellationToken ct) =>
        accountId is { } id ? people.GetAsync(id, id => LoadAsync(id, ct)) : ValueTask.FromResult(Personalisation.Unsaid);

    public async ValueTask<bool> IsOnAsync(long accountId, CancellationToken ct) => (await OfAsync(accountId, ct)).IsOn;

    /// <summary>The person's next feed reads all of it again.</summary>
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
        var known = await (
            from setting in db.PersonalisationSettings.AsNoTracking()
            where setting.AccountId == accountId
            join shown in db.SeenCards on setting.AccountId equals shown.AccountId into cards
            from seen in cards.DefaultIfEmpty()
            select new { Setting = setting, Seen = seen, Wishes = db.InterestWishes.Where(w => w.AccountId == setting.AccountId).ToList() }).SingleOrDefaultAsync(ct);
        return known is null
            ? Personalisation.Unsaid
            : new(!known.Setting.IsOff, known.Setting.Since, known.Setting.WasAsked, TurnsOf(known.Wishes)) { Seen = known.Seen };
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
