namespace Sward.Contracts.Accounts;

/// <summary>A tab of a profile that its owner may close to others.</summary>
public enum ProfileTab
{
    Notes,
    Collected,
    Liked,
}

/// <summary>Knows to whom people open the tabs of their profiles.</summary>
public interface IProfileTabs
{
    /// <summary>May this reader open the tab? Its owner always may; whoever is blocked, either way, never.</summary>
    Task<bool> IsOpenAsync(long accountId, ProfileTab tab, long? readerId, CancellationToken ct);
}
