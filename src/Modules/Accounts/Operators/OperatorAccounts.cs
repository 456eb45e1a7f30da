using Sward.Contracts.Accounts;

namespace Sward.Accounts;

/// <summary>Who runs this installation.</summary>
internal sealed class OperatorAccounts(AccountsDb db, SessionCache sessions) : IOperators
{
    private const int Most = 100;

    public async Task<IReadOnlyList<long>> ListAsync(CancellationToken ct) => await db.Accounts.Where(a => a.IsOperator).OrderBy(a => a.Id).Select(a => a.Id).Take(Most).ToListAsync(ct);

    public Task<bool> AnyAsync(CancellationToken ct) => db.Accounts.AnyAsync(a => a.IsOperator, ct);

    /// <summary>Makes the account the first operator; false when there is one already.</summary>
    public async Task<bool> AddFirstAsync(long accountId, CancellationToken ct) =>
        await AddAsync(db.Accounts.Where(a => a.Id == accountId && !db.Accounts.Any(other => other.IsOperator)), ct);

    /// <summary>Makes the account with this e-mail address or phone number an operator; false when there is none.</summary>
    public async Task<bool> AddAsync(Login login, CancellationToken ct) =>
        await AddAsync(db.Accounts.Where(a => login.Email != null ? a.Email == login.Email : a.Phone == login.Phone), ct);

    private async Task<bool> AddAsync(IQueryable<Account> account, CancellationToken ct)
    {
        var id = await account.Select(a => a.Id).FirstOrDefaultAsync(ct);
        if (id == 0 || await account.ExecuteUpdateAsync(set => set.SetProperty(a => a.IsOperator, true), ct) == 0)
        {
            return false;
        }

        foreach (var token in await db.Sessions.Where(s => s.AccountId == id).Select(s => s.TokenHash).ToListAsync(ct))
        {
            sessions.Forget(token);
        }

        return true;
    }
}
