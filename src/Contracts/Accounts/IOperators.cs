namespace Sward.Contracts.Accounts;

/// <summary>Who runs this installation, for what has to be decided by people.</summary>
public interface IOperators
{
    /// <summary>Their accounts, at most a hundred.</summary>
    Task<IReadOnlyList<long>> ListAsync(CancellationToken ct);
}
