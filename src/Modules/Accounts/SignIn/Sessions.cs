using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Sward.Accounts;

/// <summary>Starts and ends sessions; used by the API and by the sign-in pages.</summary>
internal sealed class Sessions(AccountsDb db, SessionCache cache, Ids ids, TimeProvider clock, IOptions<AccountsOptions> options)
{
    /// <summary>Starts a session and returns its token, which is shown once and stored nowhere.</summary>
    public async Task<string> StartAsync(long accountId, string? agent, CancellationToken ct)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetUtcNow();
        db.Sessions.Add(new Session
        {
            Id = ids.Next(),
            AccountId = accountId,
            TokenHash = HashOf(token),
            Agent = agent is { Length: > 120 } ? agent[..120] : agent ?? "",
            StartedAt = now,
            LastSeenAt = now,
            ExpiresAt = now.AddDays(options.Value.SessionDays),
        });
        await db.SaveChangesAsync(ct);
        return token;
    }

    /// <summary>Ends one session of the account; false when there is no such session.</summary>
    public async Task<bool> EndAsync(long accountId, long sessionId, CancellationToken ct)
    {
        var hash = await db.Sessions.Where(s => s.Id == sessionId && s.AccountId == accountId).Select(s => s.TokenHash).SingleOrDefaultAsync(ct);
        if (hash is null)
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Sessions.Where(s => s.TokenHash == hash).ExecuteDeleteAsync(ct);
        db.Announce(new SessionEnded(hash));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        cache.Forget(hash);
        return true;
    }

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)));
}
