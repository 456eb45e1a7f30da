using Sward.Mall.Checkout;
using Sward.Mall.GiftCards;
using Sward.Mall.Orders;
using Sward.Mall.Payments;

namespace Sward.Mall.Ledger;

/// <summary>Writes the ledger: one method per way that money moves, each entry balanced. Booked in the transaction of the change it belongs to.</summary>
internal sealed class Books(MallDb db, Ids ids)
{
    /// <summary>A charge came in: the buyer's money is held.</summary>
    public void Paid(Purchase purchase, string chargeId, Money amount, DateTimeOffset at) => Post(
        EntryKind.Paid, purchase, orderId: null, $"paid:{chargeId}", amount.Currency, at,
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

    /// <summary>What is left of an order's money becomes its store's.</summary>
    public void Settled(Purchase purchase, Order order, DateTimeOffset at) => Post(
        EntryKind.Settled, purchase, order.Id, $"settled:{order.Id}", order.Currency, at,
        (AccountKind.Escrow, purchase.Id, order.RefundedMinor - order.TotalMinor), (AccountKind.Merchant, order.StoreId, order.TotalMinor - order.RefundedMinor));

    private static (AccountKind Account, long OwnerId, long Minor) AccountOf(Purchase purchase, Refund part) =>
        part.GiftCardId is { } cardId ? (AccountKind.GiftCard, cardId, part.AmountMinor) : (AccountKind.Refund, purchase.BuyerId, part.AmountMinor);

    private void Post(
        EntryKind kind, Purchase purchase, long? orderId, string key, string currency, DateTimeOffset at,
        params ReadOnlySpan<(AccountKind Account, long OwnerId, long Minor)> postings)
    {
        var entry = new LedgerEntry
        {
            Id = ids.Next(),
            Kind = kind,
            PurchaseId = purchase.Id,
            OrderId = orderId,
            Key = key,
            Currency = currency,
            At = at,
        };
        foreach (var (account, ownerId, minor) in postings)
        {
            entry.Postings.Add(new Posting { EntryId = entry.Id, Account = account, OwnerId = ownerId, AmountMinor = minor });
        }

        db.LedgerEntries.Add(entry);
    }
}
