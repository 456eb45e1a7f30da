using Sward.Mall.Orders;
using Sward.Mall.Payments;
using Sward.Mall.Stock;

namespace Sward.Mall.Checkout;

/// <summary>The rows of one purchase: its payment, its orders by store and warehouse with their lines, and the holds on their stock.</summary>
internal sealed record PurchaseRows(Purchase Purchase, Payment Payment, IReadOnlyList<Order> Orders, IReadOnlyList<Hold> Holds)
{
    public static PurchaseRows Of(CheckoutWish wish, IReadOnlyList<TakenUnits> taken, Func<long> nextId)
    {
        var cart = wish.Quote.Cart;
        var purchase = new Purchase
        {
            Id = nextId(),
            BuyerId = wish.BuyerId,
            Key = wish.Key,
            Currency = cart.Currency,
            TotalMinor = cart.TotalMinor,
            PointsUsed = cart.PointsUsed,
            CardsMinor = cart.TotalMinor - wish.Quote.DueMinor,
            ShipTo = wish.ShipTo,
            PlacedAt = wish.At,
            ExpiresAt = wish.ExpiresAt,
        };
        var payment = new Payment
        {
            Id = nextId(),
            PurchaseId = purchase.Id,
            BuyerId = wish.BuyerId,
            Provider = wish.PaymentProvider,
            Currency = cart.Currency,
            AmountMinor = wish.Quote.DueMinor,
            CreatedAt = wish.At,
            ExpiresAt = wish.ExpiresAt,
        };
        if (payment.AmountMinor == 0)
        {
            // There is no till to go to: it is begun, and to be asked about.
            payment.MoveTo(PaymentState.Pending, wish.At);
        }

        var orders = SplitOrders.Split(wish, purchase.Id, taken, nextId);
        return new(purchase, payment, orders, [.. HoldsOf(wish, orders, taken, nextId)]);
    }

    public void AddTo(MallDb db)
    {
        db.Add(Purchase);
        db.Add(Payment);
        db.AddRange(Orders);
        db.AddRange(Holds);
    }

    private static IEnumerable<Hold> HoldsOf(CheckoutWish wish, IReadOnlyList<Order> orders, IReadOnlyList<TakenUnits> taken, Func<long> nextId) =>
        from units in taken
        group units.Units by (Goods: wish.Quote.Goods[units.Line], units.WarehouseId) into stock
        select new Hold
        {
            Id = nextId(),
            OrderId = orders.Single(order => order.StoreId == stock.Key.Goods.StoreId && order.Kind == stock.Key.Goods.Terms.Kind && order.WarehouseId == stock.Key.WarehouseId).Id,
            SkuId = stock.Key.Goods.SkuId,
            WarehouseId = stock.Key.WarehouseId,
            Units = stock.Sum(),
            FlashSaleId = wish.FlashSaleId,
        };
}
