namespace Sward.Contracts.Accounts;

/// <summary>Who is making this request.</summary>
public interface ICurrentAccount
{
    bool IsSignedIn { get; }

    /// <summary>The signed-in account. Throws for visitors: only endpoints that require sign-in read it.</summary>
    long Id { get; }

    /// <summary>The signed-in account, or null for a visitor.</summary>
    long? IdOrNull { get; }

    bool IsOperator { get; }
}
