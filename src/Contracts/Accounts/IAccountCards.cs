namespace Sward.Contracts.Accounts;

/// <summary>What every page may show of an account: <c>/u/{handle}</c> is its page.</summary>
public sealed record AccountCard(long Id, string Handle, string Nickname, string? AvatarUrl);

/// <summary>Account cards in batches. Unknown and deleted accounts are left out.</summary>
public interface IAccountCards
{
    Task<IReadOnlyDictionary<long, AccountCard>> GetAsync(IReadOnlyCollection<long> accountIds, CancellationToken ct);

    /// <summary>Accounts by handle (without the @), keyed by the handle as stored; unknown handles are left out.</summary>
    Task<IReadOnlyDictionary<string, AccountCard>> GetByHandleAsync(IReadOnlyCollection<string> handles, CancellationToken ct);
}
