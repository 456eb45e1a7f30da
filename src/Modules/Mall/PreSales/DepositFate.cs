using Sward.Mall.AfterSales;
using Sward.Mall.Ledger;
using Sward.Mall.Orders;
using Sward.Mall.Payments;

namespace Sward.Mall.PreSales;

/// <summary>
/// What becomes of a deposit when its order does not come about (Civil Code of China, article 587): a buyer who withdraws loses it to the store, a store that fails gives it
/// back twice.
/// </summary>
internal sealed class DepositFate(MallDb db, Books books, Refunds refunds, AnnounceAfterSale announce, Ids ids, TimeZoneInfo zone, TimeProvider clock)
{
    /// <summary>Why the steps are taken that follow by themselves.</summary>
    public const string Reason = "double-deposit";

    /// <summary>Whether the promised day is over. Goods that have left by then are not late.</summary>
    public bool IsLate(DateOnly shipBy) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime) > shipBy;

    /// <summary>Whether it is the store's failure when this actor ends an order of the pre-sale.</summary>
    public bool IsStoresFault(PreSale sale, Actor by) => by.Kind is ActorKind.Seller || IsLate(sale.ShipBy);

    /// <summary>The store keeps the deposit, or what the price guarantee left of it. It is no sale: nobody has a commission of it.</summary>
    public void Forfeit(Dossier dossier, Order order)
    {
        order.CountForfeit(Math.Min(order.DepositMinor, order.LeftMinor));
        books.Forfeited(dossier.Purchase, order, clock.GetUtcNow());
    }

    /// <summary>The store gives all of an order back, and owes its deposit once more.</summary>
    /// <param name="paidMinor">What was paid for it so far and not given back.</param>
    public void GiveDouble(Dossier dossier, Order order, long paidMinor, Actor by, string reason) =>
        GiveDouble(dossier, order, [.. Enumerable.Range(0, order.Lines[0].Units)], paidMinor, by, reason);

    /// <summary>The same for some units. Whether it is owed is a matter of dates and not of opinions, so nobody is asked.</summary>
    /// <param name="paidMinor">What was paid for the units and not given back.</param>
    public AfterSale GiveDouble(Dossier dossier, Order order, IReadOnlyList<int> units, long paidMinor, Actor by, string reason)
    {
        var (line, now) = (order.Lines[0], clock.GetUtcNow());
        var penalty = units.Sum(line.UnitDepositOf);
        var afterSale = AfterSale.DoubleDeposit(ids.Next(), order, line, units, paidMinor + penalty, by, reason, now);
        db.AfterSales.Add(afterSale);
        afterSale.MoveTo(AfterSaleState.SellerAgreed, Actor.System, Reason, now);
        afterSale.MoveTo(AfterSaleState.Refunding, Actor.System, Reason, now);
        refunds.OfOrder(dossier, order, paidMinor, Reason, line);
        order.CountPenalty(penalty);
        books.Penalized(dossier.Purchase, order, afterSale.Id, penalty, now);
        afterSale.MarkRefunded();
        afterSale.MoveTo(AfterSaleState.Done, Actor.System, "refunded", now);
        announce.Moved(order, afterSale, by);
        return afterSale;
    }
}
