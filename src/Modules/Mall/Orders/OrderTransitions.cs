using System.Collections.Frozen;
using static Sward.Mall.Orders.ActorKind;
using static Sward.Mall.Orders.OrderState;

namespace Sward.Mall.Orders;

/// <summary>Every step an order may take, and who may make it. What is not in this table does not happen.</summary>
internal static class OrderTransitions
{
    private static readonly FrozenSet<(OrderState From, OrderState To, ActorKind By)> Table =
    [
        (PendingPayment, Paid, ActorKind.System),
        (PendingPayment, Cancelled, Buyer),
        (PendingPayment, Cancelled, Seller),
        (PendingPayment, Cancelled, ActorKind.System),
        (Paid, ToShip, ActorKind.System),
        (ToShip, Refunding, Buyer),
        (ToShip, Refunding, Seller),
        (Refunding, Cancelled, ActorKind.System),
        (ToShip, Shipped, Seller),
        (Shipped, Completed, Buyer),
        (Shipped, Completed, ActorKind.System),
        (Shipped, Refunded, ActorKind.System),
        (Completed, PartRefunded, ActorKind.System),
        (Completed, Refunded, ActorKind.System),
        (PartRefunded, Refunded, ActorKind.System),
        (Completed, Closed, ActorKind.System),
        (PartRefunded, Closed, ActorKind.System),
    ];

    public static bool Allows(OrderState from, OrderState to, ActorKind by) => Table.Contains((from, to, by));
}
