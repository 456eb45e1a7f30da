namespace Sward.Mall.Orders;

/// <summary>Where an order is.</summary>
internal enum OrderState
{
    PendingPayment,

    /// <summary>A pre-sale's, before its deposit.</summary>
    PendingDeposit,

    /// <summary>The deposit is paid; the rest can be in its window.</summary>
    PendingFinal,
    Paid,
    ToShip,

    /// <summary>Some units are on their way, others still with the store.</summary>
    PartShipped,
    Shipped,

    /// <summary>Nothing is on its way any more; the buyer has yet to say that all is well.</summary>
    Delivered,

    /// <summary>The vouchers are out; over when each is used, given back or expired.</summary>
    Issued,
    Completed,

    /// <summary>The window for after-sales is over and the store has its money.</summary>
    Closed,

    /// <summary>On its way from paid to cancelled: the money goes back.</summary>
    Refunding,
    Cancelled,
    PartRefunded,
    Refunded,
}

/// <summary>States that mean the same to somebody.</summary>
internal static class OrderStates
{
    /// <summary>Waits for a payment; the stock is held for it.</summary>
    public static readonly OrderState[] Unpaid = [OrderState.PendingPayment, OrderState.PendingDeposit, OrderState.PendingFinal];

    /// <summary>The store has sent some of it, and its after-sale window is not over.</summary>
    public static readonly OrderState[] Sent = [OrderState.PartShipped, OrderState.Shipped, OrderState.Delivered, OrderState.Completed, OrderState.PartRefunded];

    /// <summary>An order's money, less what was refunded, lies in escrow.</summary>
    public static readonly OrderState[] InEscrow = [OrderState.Paid, OrderState.ToShip, OrderState.Issued, .. Sent, OrderState.Refunding];

    /// <summary>Sold: paid for, and not given back as a whole.</summary>
    public static readonly OrderState[] Sold = [.. InEscrow, OrderState.Closed];
}

/// <summary>In which role somebody acts on an order.</summary>
internal enum ActorKind
{
    Buyer,
    Seller,

    /// <summary>The platform, who decides between the two.</summary>
    Operator,
    System,
}

/// <summary>Who acts: an account in a role, or the system by itself.</summary>
internal readonly record struct Actor(ActorKind Kind, long? AccountId)
{
    public static Actor System { get; } = new(ActorKind.System, null);
}
