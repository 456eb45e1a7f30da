using Sward.Mall.Payments.Sandbox;

namespace Sward.Mall.Payouts;

/// <summary>
/// A payment provider that pays out what it holds for others by our instructions. The money of stores and creators stays with it: the ledger keeps claims only.
/// A provider without this port cannot, and who asks for a payout is told so.
/// </summary>
internal interface ISplitMoney
{
    /// <summary>The payment provider's name.</summary>
    string Name { get; }

    /// <summary>Sends the instruction. Called until it succeeds, always with the same payout's id.</summary>
    Task SendAsync(Payout payout, CancellationToken ct);

    /// <summary>What became of it: <see cref="PayoutState.Sent"/> while nothing is known.</summary>
    Task<PayoutState> AskAsync(Payout payout, CancellationToken ct);
}

internal static class SplitMoneyExtensions
{
    public static ISplitMoney Named(this IEnumerable<ISplitMoney> splits, string name) => splits.Single(split => string.Equals(split.Name, name, StringComparison.Ordinal));
}

/// <summary>Pays out of the sandbox, where nobody has money. How it ends is told by the payee: one that ends in 0000 does not exist, one that ends in 9999 sends it back after a day.</summary>
internal sealed class SandboxSplits(TimeProvider clock) : ISplitMoney
{
    private static readonly TimeSpan UntilReturned = TimeSpan.FromDays(1);

    public string Name => SandboxProvider.ProviderName;

    public Task SendAsync(Payout payout, CancellationToken ct) => Task.CompletedTask;

    public Task<PayoutState> AskAsync(Payout payout, CancellationToken ct) => Task.FromResult(
        payout.Payee.EndsWith("0000", StringComparison.Ordinal) || (payout.Payee.EndsWith("9999", StringComparison.Ordinal) && clock.GetUtcNow() - payout.AskedAt >= UntilReturned)
            ? PayoutState.Returned
            : PayoutState.Paid);
}
