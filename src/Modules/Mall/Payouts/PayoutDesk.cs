using Sward.Mall.Ledger;

namespace Sward.Mall.Payouts;

/// <summary>What somebody sees of the payouts of a claim, and the form that asks for one.</summary>
/// <param name="Action">Where the form posts to.</param>
/// <param name="CanPay">Whether the provider of the currency pays out at all.</param>
/// <param name="Problem">Why the last try did not work.</param>
internal sealed record PayoutDesk(Money Balance, Money Least, IReadOnlyList<Payout> Payouts, string Action, bool CanPay, string? Problem)
{
    private const int Shown = 50;

    public bool CanAsk => CanPay && Balance.Amount >= Least.Amount;

    /// <summary>The newest payouts of a claim.</summary>
    public static async Task<IReadOnlyList<Payout>> NewestAsync(MallDb db, AccountKind account, long ownerId, CancellationToken ct) =>
        await db.Payouts.AsNoTracking().Where(p => p.Account == account && p.OwnerId == ownerId).OrderByDescending(p => p.Id).Take(Shown).ToListAsync(ct);
}
