using Sward.Mall.Orders;

namespace Sward.Mall.PreSales;

/// <summary>What was agreed about an order in a pre-sale, and what became of its deposit.</summary>
/// <param name="Rest">To be paid between <paramref name="FinalFrom"/> and <paramref name="FinalUntil"/>.</param>
/// <param name="ShipBy">The last day on which the store may send, in the site's time zone.</param>
/// <param name="Forfeited">The deposit, when the buyer has lost it.</param>
/// <param name="Penalty">What the store owes the buyer beside what was paid.</param>
internal sealed record PreOrderView(
    long PreSaleId, Money Deposit, Money Rest, DateTimeOffset FinalFrom, DateTimeOffset FinalUntil, DateOnly ShipBy, Money Forfeited, Money Penalty)
{
    public static PreOrderView Of(Order order, PreSale sale, Func<long, Money> moneyOf) => new(
        sale.Id, moneyOf(order.DepositMinor), moneyOf(order.TotalMinor - order.DepositMinor), sale.FinalFrom, sale.FinalUntil, sale.ShipBy,
        moneyOf(order.ForfeitedMinor), moneyOf(order.PenaltyMinor));
}
