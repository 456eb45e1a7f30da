using Sward.Mall.Checkout;
using Sward.Mall.Commissions;
using Sward.Mall.Invoices;
using Sward.Mall.Payments;
using Sward.Mall.PreSales;
using Sward.Mall.Stock;

namespace Sward.Mall.Orders;

/// <summary>All that belongs to one purchase, read under its lock. Every change of an order or a payment starts by opening one.</summary>
internal sealed record Dossier(
    Purchase Purchase, IReadOnlyList<Payment> Payments, IReadOnlyList<Order> Orders, IReadOnlyList<Hold> Holds, UsedMeans Means, IReadOnlyList<LineCommission> Commissions, PreSale? PreSale,
    List<Invoice> Invoices)
{
    /// <summary>Locks and reads a purchase; needs a transaction. Whoever comes second waits here, and then sees what the first has done.</summary>
    public static async Task<Dossier> OpenAsync(MallDb db, long purchaseId, CancellationToken ct)
    {
        // What was read before the lock may be old news.
        db.ChangeTracker.Clear();
        // The update takes the row's lock on PostgreSQL; on SQLite the transaction itself is the lock.
        await db.Purchases.Where(p => p.Id == purchaseId).ExecuteUpdateAsync(set => set.SetProperty(p => p.Version, p => p.Version + 1), ct);
        var purchase = await db.Purchases.SingleAsync(p => p.Id == purchaseId, ct);
        var payments = await db.Payments.Where(p => p.PurchaseId == purchaseId).OrderBy(p => p.Id).ToListAsync(ct);
        var orders = await db.Orders.Include(o => o.Lines).Where(o => o.PurchaseId == purchaseId).OrderBy(o => o.Id).ToListAsync(ct);
        var orderIds = orders.Select(o => o.Id).ToArray();
        var holds = await db.Holds.Where(h => orderIds.Contains(h.OrderId)).ToListAsync(ct);
        // Shares and invoices come after the money: whoever takes the payment need not ask for them.
        var paidIds = orders.Where(o => o.PaidAt is not null).Select(o => o.Id).ToArray();
        var commissions = paidIds.Length == 0 ? [] : await db.LineCommissions.AsNoTracking().Where(c => paidIds.Contains(c.OrderId)).ToListAsync(ct);
        var preSale = purchase.PreSaleId is { } preSaleId ? await db.PreSales.AsNoTracking().SingleAsync(s => s.Id == preSaleId, ct) : null;
        var invoices = paidIds.Length == 0 ? [] : await db.Invoices.Where(i => paidIds.Contains(i.OrderId) && i.Number != null).OrderBy(i => i.Id).ToListAsync(ct);
        return new(purchase, payments, orders, holds, await UsedMeans.OpenAsync(db, purchase, orders, ct), commissions, preSale, invoices);
    }

    public Payment Payment(long paymentId) => Payments.Single(payment => payment.Id == paymentId);

    public Order Order(long orderId) => Orders.Single(order => order.Id == orderId);

    /// <summary>Who has a share of an order's money, as its refunds stand now.</summary>
    public Shares SharesOf(Order order) => Shares.Of(order, Commissions);

    /// <summary>The buyer has coupons and points again once all of the purchase is undone: while a part of it keeps its share of the discount, they stay used.</summary>
    public void GiveMeansBackIfUndone(DateTimeOffset now)
    {
        if (Orders.All(order => order.IsUndone))
        {
            Means.GiveBack(Purchase, now);
        }
    }

    public IEnumerable<Hold> HoldsOf(Order order) => Holds.Where(hold => hold.OrderId == order.Id);
}
