using Sward.Discovery.Shelves;

namespace Sward.Discovery.Portrait;

/// <summary>Draws a person's portrait from what they did last and what they said about it.</summary>
internal sealed class DrawPortrait(NoteShelves shelves, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>What a person did last is what they are asked by.</summary>
    private const int LastActions = 50;

    /// <summary>So many are looked at: what somebody only opened must not crowd out what they liked.</summary>
    private const int LookedAt = 200;

    /// <summary>Empty for whoever switched personalisation off.</summary>
    public async Task<TastePortrait> RunAsync(long accountId, Personalisation personalisation, CancellationToken ct)
    {
        if (!personalisation.IsOn)
        {
            return TastePortrait.Empty;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DiscoveryDb>();
        var last = await db.Actions.AsNoTracking().Where(a => a.AccountId == accountId && a.At >= personalisation.Since)
            .OrderByDescending(a => a.At).Take(LookedAt).ToListAsync(ct);
        return TastePortrait.Of([.. last.OrderByDescending(a => a.Weight >= 1).Take(LastActions)], personalisation.Wishes, shelves.Find, clock.GetUtcNow());
    }
}
