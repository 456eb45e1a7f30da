using Sward.Mall.Checkout;
using Sward.Mall.Commissions;
using Sward.Mall.GiftCards;
using Sward.Mall.Orders;
using Sward.Mall.Payments;
using Sward.Mall.Payouts;

namespace Sward.Mall.Ledger;

/// <summary>Writes the ledger: one method per way that money moves, each entry balanced. Booked in the transaction of the change it belongs to.</summary>
internal sealed class Books(MallDb db, Ids ids)
{
    /// <summary>A charge came in: the buyer's money is held.</summary>
    public void Paid(Purchase purchase, string provider, string chargeId, Money amount, DateTimeOffset at) => Post(
        EntryKind.Paid, purchase, orderId: null, $"paid:{provider}:{chargeId}", amount.Currency, at,
        (AccountKind.Buyer, purchase.BuyerId, -amount.Amount), (AccountKind.Escrow, purchase.Id, amount.Amount));

    /// <summary>A gift card paid its part: that is held too.</summary>
    public void PaidByCard(Purchase purchase, GiftCardSpend spend, DateTimeOffset at) => Post(
        EntryKind.Paid, purchase, orderId: null, $"gift-card:{spend.CardId}:{purchase.Id}", purchase.Currency, at,
        (AccountKind.GiftCard, spend.CardId, -spend.AmountMinor), (AccountKind.Escrow, purchase.Id, spend.AmountMinor));

    /// <summary>Held money goes back to the buyer, and to the gift cards that paid it.</summary>
    /// <param name="parts">The refunds that it is made of; the first names the entry.</param>
    public void Refunded(Purchase purchase, long? orderId, IReadOnlyList<Refund> parts, DateTimeOffset at) => Post(
        EntryKind.Refunded, purchase, orderId, $"refund:{parts[0].Id}", parts[0].Currency, at,
        [(AccountKind.Escrow, purchase.Id, -parts.Sum(part => part.AmountMinor)), .. parts.Select(part => AccountOf(purchase, part))]);

    /// <summary>What is left of an order's money leaves escrow for those who have a share of it.</summary>
    public void Settled(Purchase purchase, Order order, Shares shares, DateTimeOffset at) => Post(
        EntryKind.Settled, purchase, order.Id, $"settled:{order.Id}", order.Currency, at,
        [(AccountKind.Escrow, purchase.Id, -shares.PaidMinor), .. Postings(order, shares, sign: 1)]);

    /// <summary>A deposit that the buyer gave up leaves escrow for the store, all of it.</summary>
    public void Forfeited(Purchase purchase, Order order, DateTimeOffset at) => Post(
        EntryKind.Forfeited, purchase, order.Id, $"forfeited:{order.Id}", order.Currency, at,
        (AccountKind.Escrow, purchase.Id, -order.ForfeitedMinor), (AccountKind.Merchant, order.StoreId, order.ForfeitedMinor));

    /// <summary>What the store owes a buyer whom it failed. It may have to be carried as a debt.</summary>
    /// <param name="afterSaleId">The request that it answers.</param>
    public void Penalized(Purchase purchase, Order order, long afterSaleId, long minor, DateTimeOffset at) => Post(
        EntryKind.Penalized, purchase, order.Id, $"penalty:{afterSaleId}", order.Currency, at,
        (AccountKind.Merchant, order.StoreId, -minor), (AccountKind.Penalty, order.BuyerId, minor));

    /// <summary>What the buyer paid to send back what was the store's fault; the store owes it like a penalty.</summary>
    /// <param name="afterSaleId">The return that it belongs to.</param>
    public void ReturnFreight(Purchase purchase, Order order, long afterSaleId, long minor, DateTimeOffset at) => Post(
        EntryKind.ReturnFreight, purchase, order.Id, $"return-freight:{afterSaleId}", order.Currency, at,
        (AccountKind.Merchant, order.StoreId, -minor), (AccountKind.Penalty, order.BuyerId, minor));

    /// <summary>A refund after that: each gives back the part of their share that it takes, and a claim that has been paid out already is carried as a debt.</summary>
    public void TakenBack(Purchase purchase, Order order, IReadOnlyList<Refund> parts, Shares before, Shares after, DateTimeOffset at) => Post(
        EntryKind.TakenBack, purchase, order.Id, $"refund:{parts[0].Id}", order.Currency, at,
        [.. parts.Select(part => AccountOf(purchase, part)), .. Postings(order, before, sign: -1), .. Postings(order, after, sign: 1)]);

    /// <summary>A claim is on its way out.</summary>
    public void PayoutAsked(Payout payout, DateTimeOffset at) => Post(
        EntryKind.PayoutAsked, purchase: null, orderId: null, $"payout:{payout.Id}", payout.Currency, at,
        (payout.Account, payout.OwnerId, -payout.AmountMinor), (AccountKind.Payout, payout.Id, payout.AmountMinor));

    /// <summary>It arrived.</summary>
    public void PaidOut(Payout payout, DateTimeOffset at) => Post(
        EntryKind.PaidOut, purchase: null, orderId: null, $"paid-out:{payout.Id}", payout.Currency, at,
        (AccountKind.Payout, payout.Id, -payout.AmountMinor), (AccountKind.PaidOut, payout.OwnerId, payout.AmountMinor));

    /// <summary>It came back: the claim has it again.</summary>
    /// <param name="hadArrived">It was booked as arrived before.</param>
    public void PayoutReturned(Payout payout, bool hadArrived, DateTimeOffset at) => Post(
        EntryKind.PayoutReturned, purchase: null, orderId: null, $"payout-returned:{payout.Id}", payout.Currency, at,
        hadArrived ? (AccountKind.PaidOut, payout.OwnerId, -payout.AmountMinor) : (AccountKind.Payout, payout.Id, -payout.AmountMinor),
        (payout.Account, payout.OwnerId, payout.AmountMinor));

    private static IEnumerable<(AccountKind Account, long OwnerId, long Minor)> Postings(Order order, Shares shares, int sign) =>
    [
        (AccountKind.Merchant, order.StoreId, sign * shares.StoreMinor),
        (AccountKind.Commission, Posting.Platform, sign * shares.PlatformMinor),
        (AccountKind.Subsidy, Posting.Platform, -sign * shares.SubsidyMinor),
        .. shares.CreatorMinor.Select(creator => (AccountKind.Creator, creator.Key, sign * creator.Value)),
    ];

    private static (AccountKind Account, long OwnerId, long Minor) AccountOf(Purchase purchase, Refund part) =>
        part.GiftCardId is { } cardId ? (AccountKind.GiftCard, cardId, part.AmountMinor) : (AccountKind.Refund, purchase.BuyerId, part.AmountMinor);

    private void Post(
        EntryKind kind, Purchase? purchase, long? orderId, string key, string currency, DateTimeOffset at,
        params IEnumerable<(AccountKind Account, long OwnerId, long Minor)> postings)
    {
        var entry = new LedgerEntry
        {
            Id = ids.Next(),
            Kind = kind,
            PurchaseId = purchase?.Id,
            OrderId = orderId,
            Key = key,
            Currency = currency,
            At = at,
        };
        foreach (var account in postings.GroupBy(posting => (posting.Account, posting.OwnerId), posting => posting.Minor).Where(account => account.Sum() != 0))
        {
            entry.Postings.Add(new Posting { EntryId = entry.Id, Account = account.Key.Account, OwnerId = account.Key.OwnerId, AmountMinor = account.Sum() });
        }

        db.LedgerEntries.Add(entry);
    }
}
