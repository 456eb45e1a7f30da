namespace Sward.Mall.Orders;

/// <summary>Where an order is.</summary>
internal enum OrderState
{
    PendingPayment,
    Paid,
    ToShip,
    Shipped,
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
    /// <summary>An order's money, less what was refunded, lies in escrow.</summary>
    public static readonly OrderState[] InEscrow =
        [OrderState.Paid, OrderState.ToShip, OrderState.Shipped, OrderState.Completed, OrderState.PartRefunded, OrderState.Refunding];

    /// <summary>Sold: paid for, and not given back as a whole.</summary>
    public static readonly OrderState[] Sold = [.. InEscrow, OrderState.Closed];
}

/// <summary>In which role somebody acts on an order.</summary>
internal enum ActorKind
{
    Buyer,
    Seller,
    System,
}

/// <summary>Who acts: an account in a role, or the system by itself.</summary>
internal readonly record struct Actor(ActorKind Kind, long? AccountId)
{
    public static Actor System { get; } = new(ActorKind.System, null);
}
