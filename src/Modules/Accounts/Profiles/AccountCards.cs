using Sward.Contracts.Accounts;
using Sward.Contracts.Media;

namespace Sward.Accounts;

/// <summary>Account cards, remembered on this node until the profile changes.</summary>
internal sealed class AccountCards(IServiceScopeFactory scopes, TimeProvider clock) : CacheFollower, IAccountCards
{
    private readonly BatchCache<AccountCard> cache = new(capacity: 100_000, clock);

    public override string Name => "accounts.cards";

    public async Task<IReadOnlyDictionary<long, AccountCard>> GetAsync(IReadOnlyCollection<long> accountIds, CancellationToken ct) =>
        await cache.GetAsync(accountIds, missing => LoadAsync(missing, ct));

    public async Task<IReadOnlyDictionary<string, AccountCard>> GetByHandleAsync(IReadOnlyCollection<string> handles, CancellationToken ct)
    {
        string[] wanted = [.. handles.Select(h => h.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];
        if (wanted.Length == 0)
        {
            return new Dictionary<string, AccountCard>(StringComparer.Ordinal);
        }

        await using var scope = scopes.CreateAsyncScope();
        var ids = await scope.ServiceProvider.GetRequiredService<AccountsDb>().Accounts.Where(a => wanted.Contains(a.Handle)).Select(a => a.Id).ToListAsync(ct);
        return (await GetAsync(ids, ct)).Values.ToDictionary(card => card.Handle, StringComparer.Ordinal);
    }

    public void Evict(long accountId) => cache.Evict(accountId);

    protected override void Apply(LoggedFact fact)
    {
        if (fact.Is<ProfileChanged>(out var changed))
        {
            Evict(changed.AccountId);
        }
    }

    private async Task<IReadOnlyDictionary<long, AccountCard>> LoadAsync(IReadOnlyCollection<long> accountIds, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<AccountsDb>().Accounts.AsNoTracking()
            .Where(a => accountIds.Contains(a.Id)).Select(a => new { a.Id, a.Handle, a.Nickname, a.AvatarId }).ToListAsync(ct);
        long[] avatars = [.. rows.Select(r => r.AvatarId).OfType<long>()];
        var media = avatars.Length == 0 ? null : await scope.ServiceProvider.GetRequiredService<IMediaCards>().GetAsync(avatars, ct);
        return rows.ToDictionary(r => r.Id, r => new AccountCard(r.Id, r.Handle, r.Nickname, AvatarOf(r.AvatarId)));

        // An avatar is drawn small: the narrowest WebP serves every browser.
        string? AvatarOf(long? id) => id is { } known && media?.GetValueOrDefault(known) is { } card
            ? card.Variants.Where(v => v.Type is "image/webp").MinBy(v => v.Width)?.Url
            : null;
    }
}
