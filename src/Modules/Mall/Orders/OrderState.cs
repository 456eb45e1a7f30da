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
