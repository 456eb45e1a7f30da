using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Sward.Mall.Ledger;

namespace Sward.Mall.Payouts;

/// <summary>Takes an amount out of a claim and puts it on its way. Never more than the claim has, however many ask at once.</summary>
internal sealed class AskForPayout(MallDb db, Books books, IEnumerable<ISplitMoney> splits, IOptions<MallOptions> options, Ids ids, TimeProvider clock)
{
    /// <summary>How much, and to whom.</summary>
    public sealed record Request([property: Range(1, long.MaxValue)] long AmountMinor, [property: Required, StringLength(60, MinimumLength = 4)] string Payee);

    /// <summary>Whether the provider of a currency pays out at all.</summary>
    public bool CanPay(string currency) => splits.Any(split => string.Equals(split.Name, ProviderOf(currency), StringComparison.Ordinal));

    /// <summary>The least that is paid out. What a store owes a buyer is owed whatever it comes to.</summary>
    public Money LeastOf(AccountKind account, string currency) => account is AccountKind.Penalty ? new(1, currency) : options.Value.LeastPayoutIn(currency);

    /// <summary>Asks for a payout of the claim of a store, a creator or a buyer.</summary>
    /// <exception cref="Refusal">The claim is smaller, the amount too small, or the provider does not pay out.</exception>
    public async Task<Payout> AskAsync(AccountKind account, long ownerId, string currency, Request request, CancellationToken ct)
    {
        if (!CanPay(currency))
        {
            throw new Refusal("mall.payout-not-supported");
        }

        var least = LeastOf(account, currency);
        if (request.AmountMinor < least.Amount)
        {
            throw new Refusal("mall.payout-too-small", StatusCodes.Status422UnprocessableEntity, least.ToPlainString());
        }

        var now = clock.GetUtcNow();
        var payout = new Payout
        {
            Id = ids.Next(),
            Account = account,
            OwnerId = ownerId,
            Currency = currency,
            AmountMinor = request.AmountMinor,
            Payee = request.Payee,
            Provider = ProviderOf(currency),
            AskedAt = now,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Takes the balance's lock if it is enough; whoever comes second sees what the first has left.
        if (await db.LedgerBalances.Of(account, ownerId, currency).Where(b => b.AmountMinor >= request.AmountMinor)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.AmountMinor, b => b.AmountMinor), ct) == 0)
        {
            throw new Refusal("mall.payout-too-much");
        }

        db.Payouts.Add(payout);
        books.PayoutAsked(payout, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return payout;
    }

    private string ProviderOf(string currency) => options.Value.Providers.GetValueOrDefault(currency, options.Value.PaymentProvider);
}
