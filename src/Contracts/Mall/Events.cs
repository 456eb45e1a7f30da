namespace Sward.Contracts.Mall;

/// <summary>A store was opened.</summary>
public sealed record StoreOpened(long StoreId, long OwnerId, string StoreName, DateTimeOffset At) : IEvent
{
    public static string Name => "mall.store-opened.v1";
}

/// <summary>A store's name or what it wants of search has changed: carries the current state.</summary>
/// <param name="SearchDirect">Whether a search for its name shall lead to it.</param>
/// <param name="OutsideLink">An https address where it sells as well; null for none.</param>
public sealed record StoreChanged(long StoreId, long OwnerId, string StoreName, bool SearchDirect, string? OutsideLink, DateTimeOffset At) : IEvent
{
    public static string Name => "mall.store-changed.v1";
}

/// <summary>A product was listed or changed: carries the current state for readers such as search.</summary>
/// <param name="ShipsFrom">Countries of the warehouses that keep it (<see cref="ShippingCountries"/>); null in facts of a time that did not say.</param>
public sealed record ProductListed(
    long ProductId, long StoreId, string StoreName, string ProductName, string Origin, string Category, string? Brand, string Description,
    Money Price, bool OnSale, DateTimeOffset At, IReadOnlyList<string>? ShipsFrom = null) : IEvent
{
    public static string Name => "mall.product-listed.v1";
}

/// <summary>Somebody put a product into their cart that was not in it before.</summary>
public sealed record ProductPutIntoCart(long ProductId, long AccountId, DateTimeOffset At) : IEvent
{
    public static string Name => "mall.product-put-into-cart.v1";
}

/// <summary>Somebody took a product out of their cart again, without buying it.</summary>
public sealed record ProductTakenOutOfCart(long ProductId, long AccountId, DateTimeOffset At) : IEvent
{
    public static string Name => "mall.product-taken-out-of-cart.v1";
}

/// <summary>Somebody asked a store about goods that are not bought here. What they wrote is the store's to read, and no fact.</summary>
public sealed record LeadAsked(long LeadId, long ProductId, string ProductName, long StoreId, long SellerId, long AccountId, DateTimeOffset At) : IEvent
{
    public static string Name => "mall.lead-asked.v1";
}

/// <summary>An order was made and waits for payment.</summary>
public sealed record OrderPlaced(long OrderId, string Number, long StoreId, long SellerId, long BuyerId, Money Total, IReadOnlyList<long> ProductIds, DateTimeOffset At) : IEvent
{
    public static string Name => "mall.order-placed.v1";
}

/// <summary>The deposit of a pre-sale's order is paid; the rest follows in its window.</summary>
public sealed record DepositPaid(long OrderId, string Number, long SellerId, long BuyerId, DateTimeOffset At) : IEvent
{
    public static string Name => "mall.deposit-paid.v1";
}

/// <summary>The rest of a pre-sale's order can be paid, until <paramref name="Until"/>.</summary>
public sealed record RestDue(long OrderId, string Number, long BuyerId, DateTimeOffset Until, DateTimeOffset At) : IEvent
{
    public static string Name => "mall.rest-due.v1";
}

/// <summary>A day is left to pay the rest of a pre-sale's order.</summary>
public sealed record RestClosing(long OrderId, string Number, long BuyerId, DateTimeOffset Until, DateTimeOffset At) : IEvent
{
    public static string Name => "mall.rest-closing.v1";
}

/// <summary>An order is paid and can be shipped.</summary>
public sealed record OrderPaid(long OrderId, string Number, long StoreId, long SellerId, long BuyerId, Money Total, IReadOnlyList<long> ProductIds, DateTimeOffset At) : IEvent
{
    public static string Name => "mall.order-paid.v1";
}

/// <summary>The delivery of large goods was put on another day, by buyer or store.</summary>
public sealed record DeliveryDayChanged(long OrderId, string Number, long SellerId, long BuyerId, DateOnly Day, bool ByBuyer, DateTimeOffset At) : IEvent
{
    public static string Name => "mall.delivery-day-changed.v1";
}

/// <summary>The merchant handed the parcel over.</summary>
public sealed record OrderShipped(long OrderId, string Number, long SellerId, long BuyerId, string Carrier, string TrackingNumber, DateTimeOffset At) : IEvent
{
    public static string Name => "mall.order-shipped.v1";
}

/// <summary>The buyer has the goods: time to write about them.</summary>
public sealed record OrderReceived(long OrderId, string Number, long SellerId, long BuyerId, IReadOnlyList<long> ProductIds, DateTimeOffset At) : IEvent
{
    public static string Name => "mall.order-received.v1";
}

/// <summary>All that was paid for these goods of an order went back, or it was cancelled after it was paid: the buyer has not bought them after all.</summary>
public sealed record GoodsRefunded(long OrderId, long BuyerId, IReadOnlyList<long> ProductIds, DateTimeOffset At) : IEvent
{
    public static string Name => "mall.goods-refunded.v1";
}

/// <summary>Coupons were given to people who did not ask for them one by one: a store or the platform pushed them, or they began to follow the store.</summary>
/// <param name="StoreName">Null for the platform's.</param>
/// <param name="AccountIds">Who has one now; each person is named once for a coupon.</param>
public sealed record CouponsGiven(long CouponId, string Title, string? StoreName, IReadOnlyList<long> AccountIds, DateTimeOffset Until, DateTimeOffset At) : IEvent
{
    public static string Name => "mall.coupons-given.v1";
}

/// <summary>Coupons that somebody has and has not used are good for one more day.</summary>
/// <param name="Count">How many of them are told of together.</param>
/// <param name="Title">What the one is called that ends first, at <paramref name="Until"/>.</param>
public sealed record CouponsExpiring(long AccountId, int Count, string Title, DateTimeOffset Until, DateTimeOffset At) : IEvent
{
    public static string Name => "mall.coupons-expiring.v1";
}

/// <summary>An order was cancelled by buyer, seller or timeout. <paramref name="Reason"/> is a stable word: buyer, seller, timeout.</summary>
public sealed record OrderCancelled(long OrderId, string Number, long SellerId, long BuyerId, string Reason, DateTimeOffset At) : IEvent
{
    public static string Name => "mall.order-cancelled.v1";
}

/// <summary>A variant that somebody wants is back, cheaper or in a sale. Each of the three is told a want once.</summary>
/// <param name="Variant">What sets the variant apart, for example "Red · M"; empty when nothing does.</param>
/// <param name="News">A word of <see cref="WantNews"/>.</param>
public sealed record WantAnswered(long AccountId, long ProductId, long SkuId, string Variant, string News, DateTimeOffset At) : IEvent
{
    public static string Name => "mall.want-answered.v1";
}
