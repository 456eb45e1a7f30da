using Sward.Mall.Catalog;
using Sward.Mall.Checkout;
using Sward.Mall.Pricing;
using Sward.Mall.Stock;

namespace Sward.Mall.Orders;

/// <summary>Splits a priced cart into orders by store, kind of goods, warehouse and day of delivery. It moves units that have their price; it never computes one.</summary>
internal static class SplitOrders
{
    public static IReadOnlyList<Order> Split(CheckoutWish wish, long purchaseId, IReadOnlyList<TakenUnits> taken, Func<long> nextId) =>
    [
        .. taken
            .GroupBy(units => (wish.Quote.Goods[units.Line].StoreId, wish.Quote.Goods[units.Line].Terms.Kind, units.WarehouseId, Day: wish.DayOf(wish.Quote.Goods[units.Line])))
            .Select(parcel => OrderOf(wish, purchaseId, parcel.Key.WarehouseId, [.. parcel], nextId)),
    ];

    private static Order OrderOf(CheckoutWish wish, long purchaseId, long warehouseId, IReadOnlyList<TakenUnits> parcel, Func<long> nextId)
    {
        var id = nextId();
        var goods = wish.Quote.Goods[parcel[0].Line];
        var lines = parcel.Select(units => LineOf(wish, id, units, nextId)).ToList();
        var order = new Order
        {
            Id = id,
            Number = OrderNumbers.Next(wish.At),
            PurchaseId = purchaseId,
            BuyerId = wish.BuyerId,
            StoreId = goods.StoreId,
            SellerId = goods.SellerId,
            WarehouseId = warehouseId,
            Kind = goods.Terms.Kind,
            DeliveryDay = wish.DayOf(goods),
            IsPriceGuaranteed = goods.Terms.IsPriceGuaranteed,
            Currency = wish.Quote.Cart.Currency,
            GoodsMinor = lines.Sum(line => line.UnitGoodsMinor.Sum()),
            FreightMinor = lines.Sum(line => line.UnitFreightMinor.Sum()),
            TaxMinor = lines.Sum(line => line.UnitTaxMinor.Sum()),
            CreditMinor = lines.Sum(line => line.UnitCreditMinor.Sum()),
            TotalMinor = lines.Sum(line => line.TotalMinor),
            DepositMinor = lines.Sum(line => line.UnitDepositMinor.Sum()),
            Why = WhyOf(wish.Quote.Cart, parcel),
            PlacedAt = wish.At,
            ExpiresAt = wish.ExpiresAt,
            Lines = lines,
        };
        order.LogPlaced(wish.PreSale is null ? OrderState.PendingPayment : OrderState.PendingDeposit);
        return order;
    }

    private static OrderLine LineOf(CheckoutWish wish, long orderId, TakenUnits units, Func<long> nextId)
    {
        var (priced, goods) = (wish.Quote.Cart.Lines[units.Line], wish.Quote.Goods[units.Line]);
        return new OrderLine
        {
            Id = nextId(),
            OrderId = orderId,
            SkuId = goods.SkuId,
            ProductId = goods.ProductId,
            ProductName = goods.ProductName,
            Options = goods.Options,
            PictureId = goods.PictureId,
            Units = units.Units,
            ValidDays = goods.Terms.ValidDays,
            Day = goods.Terms.Day,
            Installation = wish.Deliveries.GetValueOrDefault(goods.SkuId)?.Installation == true,
            // What a buyer was not asked about does not bind them.
            Returns = goods.Terms.Returns.NeedsConfirmation() && wish.ReturnTerms is null ? ReturnRule.SevenDays : goods.Terms.Returns,
            UnitPriceMinor = priced.UnitPriceMinor,
            UnitGoodsMinor = UnitsOf(priced.UnitGoodsMinor, units),
            UnitFreightMinor = UnitsOf(priced.UnitFreightMinor, units),
            UnitTaxMinor = UnitsOf(priced.UnitTaxMinor, units),
            UnitCreditMinor = UnitsOf(priced.UnitCreditMinor, units),
            UnitGoodsSubsidyMinor = UnitsOf(priced.UnitGoodsSubsidyMinor, units),
            UnitFreightSubsidyMinor = UnitsOf(priced.UnitFreightSubsidyMinor, units),
            UnitDepositMinor = UnitsOf(priced.UnitDepositMinor, units),
            TotalMinor = Enumerable.Range(units.From, units.Units).Sum(priced.UnitTotalMinor),
        };
    }

    private static List<PriceNote> WhyOf(PricedCart cart, IReadOnlyList<TakenUnits> parcel) =>
    [
        .. cart.Steps
            .Where(step => parcel.Any(units => UnitsOf(step.ByUnit[units.Line], units).Any(minor => minor != 0)))
            .Select(step => new PriceNote(step.Step, step.OfferId, step.Why, parcel.Sum(units => UnitsOf(step.ByUnit[units.Line], units).Sum()))),
    ];

    private static List<long> UnitsOf(IReadOnlyList<long> line, TakenUnits units) => [.. line.Skip(units.From).Take(units.Units)];
}
