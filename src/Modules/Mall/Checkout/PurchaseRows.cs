using Sward.Mall.Commissions;
using Sward.Mall.Orders;
using Sward.Mall.Payments;
using Sward.Mall.Stock;

namespace Sward.Mall.Checkout;

/// <summary>The rows of one purchase: its payments, its orders by store and warehouse with their lines, and the holds on their stock.</summary>
internal sealed record PurchaseRows(Purchase Purchase, IReadOnlyList<Payment> Payments, IReadOnlyList<Order> Orders, IReadOnlyList<Hold> Holds)
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
            PreSaleId = wish.PreSale?.Id,
            ReturnTerms = wish.ReturnTerms,
        };
        var orders = SplitOrders.Split(wish, purchase.Id, taken, nextId);
        return new(purchase, [.. PaymentsOf(wish, purchase, nextId)], orders, [.. HoldsOf(wish, orders, taken, nextId)]);
    }

    public void AddTo(MallDb db)
    {
        db.Add(Purchase);
        db.AddRange(Payments);
        db.AddRange(Orders);
        db.AddRange(Holds);
    }

    /// <summary>Writes the added rows of many purchases, each after those that it refers to.</summary>
    public static async Task InsertAsync(MallDb db, CancellationToken ct)
    {
        await db.InsertAddedAsync<Purchase>(ct);
        await db.InsertAddedAsync<Payment>(ct);
        await db.InsertAddedAsync<Order>(ct);
        await db.InsertAddedAsync<OrderLine>(ct);
        await db.InsertAddedAsync<OrderStep>(ct);
        await db.InsertAddedAsync<LineCommission>(ct);
        await db.InsertAddedAsync<Hold>(ct);
    }

    /// <summary>One for all of it, or that of the deposit and that of the rest.</summary>
    private static IEnumerable<Payment> PaymentsOf(CheckoutWish wish, Purchase purchase, Func<long> nextId)
    {
        Payment Of(PaymentPart part, long minor, DateTimeOffset expiresAt, DateTimeOffset? opensAt = null) => new()
        {
            Id = nextId(),
            PurchaseId = purchase.Id,
            Part = part,
            BuyerId = wish.BuyerId,
            Provider = wish.PaymentProvider,
            Currency = purchase.Currency,
            AmountMinor = minor,
            CreatedAt = wish.At,
            OpensAt = opensAt,
            ExpiresAt = expiresAt,
        };
        if (wish.PreSale is { } sale)
        {
            return [Of(PaymentPart.Deposit, wish.Quote.Cart.DepositMinor, wish.ExpiresAt), Of(PaymentPart.Rest, wish.Quote.Cart.RestMinor, sale.FinalUntil, sale.FinalFrom)];
        }

        var payment = Of(PaymentPart.Whole, wish.Quote.DueMinor, wish.ExpiresAt);
        if (payment.AmountMinor == 0)
        {
            // There is no till to go to: it is begun, and to be asked about.
            payment.MoveTo(PaymentState.Pending, wish.At);
        }

        return [payment];
    }

    private static IEnumerable<Hold> HoldsOf(CheckoutWish wish, IReadOnlyList<Order> orders, IReadOnlyList<TakenUnits> taken, Func<long> nextId) =>
        from units in taken
        group units.Units by (Goods: wish.Quote.Goods[units.Line], units.WarehouseId) into stock
        select new Hold
        {
            Id = nextId(),
            OrderId = orders.Single(order => order.StoreId == stock.Key.Goods.StoreId && order.Kind == stock.Key.Goods.Terms.Kind && order.WarehouseId == stock.Key.WarehouseId && order.DeliveryDay == wish.DayOf(stock.Key.Goods)).Id,
            SkuId = stock.Key.Goods.SkuId,
            WarehouseId = stock.Key.WarehouseId,
            Units = stock.Sum(),
            FlashSaleId = wish.FlashSaleId,
            PreSaleId = wish.PreSale?.Id,
        };
}
