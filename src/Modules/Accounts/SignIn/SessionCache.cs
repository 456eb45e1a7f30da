using Microsoft.Extensions.Caching.Memory;

namespace Sward.Accounts;

/// <summary>Whose session a token is.</summary>
internal sealed record SessionOwner(long SessionId, long AccountId, bool IsOperator, DateTimeOffset ExpiresAt);

/// <summary>Remembers sessions for half a minute, so that a signed-in request needs no query to know who it is. A session that ends is forgotten on every node by its fact.</summary>
internal sealed class SessionCache(IServiceScopeFactory scopes, SeenSessions seen, TimeProvider clock) : CacheFollower, IDisposable
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(10);
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = 100_000 });
    private int endings;

    public override string Name => "accounts.session-cache";

    /// <summary>The owner of a live session, or null.</summary>
    public async ValueTask<SessionOwner?> OwnerAsync(string tokenHash, CancellationToken ct)
    {
        if (!cache.TryGetValue(tokenHash, out SessionOwner? owner))
        {
            var before = Volatile.Read(ref endings);
            owner = await LoadAsync(tokenHash, ct);
            // A session that ended while it was loaded must not be remembered as alive.
            if (owner is not null && before == Volatile.Read(ref endings))
            {
                cache.Set(tokenHash, owner, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Remembered, Size = 1 });
            }
        }

        return owner is not null && owner.ExpiresAt > clock.GetUtcNow() ? owner : null;
    }

    public void Forget(string tokenHash)
    {
        Interlocked.Increment(ref endings);
        cache.Remove(tokenHash);
    }

    protected override void Apply(LoggedFact fact)
    {
        if (fact.Is<SessionEnded>(out var ended))
        {
            Forget(ended.TokenHash);
        }
    }

    public void Dispose() => cache.Dispose();

    private async Task<SessionOwner?> LoadAsync(string tokenHash, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        var now = clock.GetUtcNow();
        var row = await (
            from session in db.Sessions
            join account in db.Accounts on session.AccountId equals account.Id
            where session.TokenHash == tokenHash && session.ExpiresAt > now
            select new { session.Id, session.AccountId, account.IsOperator, session.ExpiresAt, session.LastSeenAt }).AsNoTracking().SingleOrDefaultAsync(ct);
        if (row is null)
        {
            return null;
        }

        if (row.LastSeenAt < now - SeenEvery)
        {
            seen.Add(row.Id);
        }

        return new(row.Id, row.AccountId, row.IsOperator, row.ExpiresAt);
    }
}
