using Sward.Mall.AfterSales;
using Sward.Mall.Catalog;
using Sward.Mall.Checkout;
using Sward.Mall.Payments;
using Sward.Mall.PreSales;
using Sward.Mall.Pricing;
using Sward.Mall.Shipments;

namespace Sward.Mall.Orders;

/// <summary>An order as its buyer and its store see it.</summary>
/// <param name="PaymentId">The payment that it waits for, or the last.</param>
/// <param name="Subsidy">What the platform bears of the discounts: the store gets it on top of what the buyer paid.</param>
/// <param name="DeliveryDay">When large goods shall be delivered; null for other kinds.</param>
/// <param name="DayChangedBy">Who put that day off or forward last.</param>
/// <param name="PreSale">What was agreed when it was ordered in a pre-sale.</param>
internal sealed record OrderView(
    long Id, string Number, GoodsKind Kind, OrderState State, long CheckoutId, long PaymentId, long BuyerId, long StoreId, string StoreName,
    IReadOnlyList<OrderLineView> Lines, IReadOnlyList<PriceNoteView> Steps, Money Goods, Money Freight, Money Tax, Money Total, Money Refunded, Money Subsidy, ShipTo ShipTo,
    DateTimeOffset PlacedAt, DateTimeOffset ExpiresAt, IReadOnlyList<OrderEventView> Log, IReadOnlyList<ShipmentView> Shipments, IReadOnlyList<AfterSaleView> AfterSales,
    PreOrderView? PreSale, DateOnly? DeliveryDay, ActorKind? DayChangedBy, DateTimeOffset? DayChangedAt)
{
    public static OrderView Of(
        Order order, Purchase purchase, IReadOnlyList<Payment> payments, PreSale? preSale, string storeName, IReadOnlyList<ShipmentView> shipments, IReadOnlyList<AfterSaleView> afterSales)
    {
        Money MoneyOf(long minor) => new(minor, order.Currency);
        return new(
            order.Id, order.Number, order.Kind, order.State, order.PurchaseId, payments[order.State is OrderState.PendingDeposit ? 0 : ^1].Id, order.BuyerId, order.StoreId, storeName,
            [.. order.Lines.OrderBy(line => line.Id).Select(line => OrderLineView.Of(line, MoneyOf))],
            [.. order.Why.Select(note => new PriceNoteView(note.Step, note.OfferId, note.Why.Key, [.. note.Why.AmountsMinor.Select(MoneyOf)], MoneyOf(note.AmountMinor)))],
            MoneyOf(order.GoodsMinor), MoneyOf(order.FreightMinor), MoneyOf(order.TaxMinor), order.Total, MoneyOf(order.RefundedMinor),
            MoneyOf(order.Lines.Sum(line => Enumerable.Range(0, line.Units).Sum(line.UnitSubsidyMinor))), purchase.ShipTo,
            order.PlacedAt, order.ExpiresAt,
            [.. order.Steps.OrderBy(step => step.At).ThenBy(step => step.State).Select(step => new OrderEventView(step.State, step.By, step.Reason, step.At))],
            shipments, afterSales, preSale is null ? null : PreOrderView.Of(order, preSale, MoneyOf), order.DeliveryDay, order.DayChangedBy, order.DayChangedAt);
    }
}

/// <summary>A line of an order; <paramref name="Units"/> is what each single unit cost, freight and tax included; a refund of it gives that back, less what the price guarantee gave before, and of goods that were only not wanted less the freight. <paramref name="Returns"/> is what was agreed about returning it.</summary>
/// <param name="Installation">The buyer wants it installed.</param>
internal sealed record OrderLineView(
    long Id, long SkuId, long ProductId, string Name, IReadOnlyDictionary<string, string> Options, long? PictureId, int Quantity,
    Money UnitPrice, IReadOnlyList<Money> Units, Money Total, ReturnRule Returns, bool Installation)
{
    public static OrderLineView Of(OrderLine line, Func<long, Money> moneyOf) => new(
        line.Id, line.SkuId, line.ProductId, line.ProductName, line.Options, line.PictureId, line.Units, moneyOf(line.UnitPriceMinor),
        [.. Enumerable.Range(0, line.Units).Select(unit => moneyOf(line.UnitTotalMinor(unit)))], moneyOf(line.TotalMinor), line.Returns, line.Installation);
}

/// <summary>What a step of the price engine did to an order; <paramref name="Why"/> names the text, <paramref name="Amounts"/> go into it.</summary>
internal sealed record PriceNoteView(PriceStep Step, string? OfferId, string Why, IReadOnlyList<Money> Amounts, Money Amount);

/// <summary>Who moved the order, when and why.</summary>
internal sealed record OrderEventView(OrderState State, ActorKind By, string Reason, DateTimeOffset At);
