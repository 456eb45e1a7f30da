using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Sward.Accounts;

/// <summary>Checks passwords. Too many wrong ones lock the account for a while, counted by one statement so that parallel guesses count too.</summary>
internal sealed class Passwords(AccountsDb db, RateCounts rates, TimeProvider clock, IOptions<AccountsOptions> options)
{
    private readonly PasswordHasher<Account> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = options.Value.PasswordRounds }));

    public string Hash(string password) => hasher.HashPassword(null!, password);

    /// <summary>True for the right password of an account that is not locked. A locked account refuses with <c>accounts.locked</c>, right password or not.</summary>
    /// <param name="login">What the account was looked for by: logins that nobody has are locked alike, so that a lock does not tell who has an account.</param>
    public async Task<bool> CheckAsync(Account? account, string login, string password, CancellationToken ct)
    {
        if (account?.PasswordHash is null)
        {
            // Takes as long as a real comparison, so that the time does not tell whether there is such an account.
            Hash(password);
        }

        if (account is null)
        {
            await rates.CountAsync($"guess {login}", options.Value.FailuresBeforeLock, TimeSpan.FromMinutes(options.Value.LockMinutes), ct, "accounts.locked");
            return false;
        }

        var right = account.PasswordHash is { } hash && hasher.VerifyHashedPassword(null!, hash, password) is not PasswordVerificationResult.Failed;

        var now = clock.GetUtcNow();
        if (account.LockedUntil > now)
        {
            throw new Refusal("accounts.locked", StatusCodes.Status429TooManyRequests);
        }

        if (right)
        {
            // Whoever guesses at the same moment may just have locked the account: then this password comes too late as well.
            return await db.Accounts.Where(a => a.Id == account.Id && (a.LockedUntil == null || a.LockedUntil <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.FailedSignIns, 0).SetProperty(a => a.LockedUntil, (DateTimeOffset?)null), ct) == 1;
        }

        var (limit, until) = (options.Value.FailuresBeforeLock, now.AddMinutes(options.Value.LockMinutes));
        await db.Accounts.Where(a => a.Id == account.Id && (a.LockedUntil == null || a.LockedUntil <= now)).ExecuteUpdateAsync(set => set
            .SetProperty(a => a.LockedUntil, a => a.FailedSignIns + 1 >= limit ? until : null)
            .SetProperty(a => a.FailedSignIns, a => a.FailedSignIns + 1 >= limit ? 0 : a.FailedSignIns + 1), ct);
        return false;
    }
}
