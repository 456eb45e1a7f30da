using Sward.Mall.Checkout;
using Sward.Mall.Orders;

namespace Sward.Mall.Ledger;

/// <summary>Writes the ledger: one method per way that money moves, each entry balanced. Booked in the transaction of the change it belongs to.</summary>
internal sealed class Books(MallDb db, Ids ids)
{
    /// <summary>A charge came in: the buyer's money is held.</summary>
    public void Paid(Purchase purchase, string chargeId, Money amount, DateTimeOffset at) => Post(
        EntryKind.Paid, purchase, orderId: null, $"paid:{chargeId}", amount.Currency, at,
        (AccountKind.Buyer, purchase.BuyerId, -amount.Amount), (AccountKind.Escrow, purchase.Id, amount.Amount));

    /// <summary>Held money goes back to the buyer.</summary>
    public void Refunded(Purchase purchase, long? orderId, long refundId, Money amount, DateTimeOffset at) => Post(
        EntryKind.Refunded, purchase, orderId, $"refund:{refundId}", amount.Currency, at,
        (AccountKind.Escrow, purchase.Id, -amount.Amount), (AccountKind.Refund, purchase.BuyerId, amount.Amount));

    /// <summary>What is left of an order's money becomes its store's.</summary>
    public void Settled(Purchase purchase, Order order, DateTimeOffset at) => Post(
        EntryKind.Settled, purchase, order.Id, $"settled:{order.Id}", order.Currency, at,
        (AccountKind.Escrow, purchase.Id, order.RefundedMinor - order.TotalMinor), (AccountKind.Merchant, order.StoreId, order.TotalMinor - order.RefundedMinor));

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
