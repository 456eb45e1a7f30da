using System.Collections.Frozen;
using static Sward.Mall.Orders.ActorKind;
using static Sward.Mall.Orders.OrderState;

namespace Sward.Mall.Orders;

/// <summary>
/// Every step an order may take, and who may make it. What is not in this table does not happen. From sending to delivery only the system moves an order: it
/// follows its parcels.
/// </summary>
internal static class OrderTransitions
{
    private static readonly FrozenSet<(OrderState From, OrderState To, ActorKind By)> Table =
    [
        (PendingPayment, Paid, ActorKind.System),
        (PendingPayment, Cancelled, Buyer),
        (PendingPayment, Cancelled, Seller),
        (PendingPayment, Cancelled, ActorKind.System),

        (PendingDeposit, PendingFinal, ActorKind.System),
        (PendingDeposit, Cancelled, Buyer),
        (PendingDeposit, Cancelled, Seller),
        (PendingDeposit, Cancelled, ActorKind.System),
        (PendingFinal, Paid, ActorKind.System),
        // Who withdraws, or lets the window pass, loses the deposit; nothing is refunded.
        (PendingFinal, Cancelled, Buyer),
        (PendingFinal, Cancelled, ActorKind.System),
        (PendingFinal, Refunding, Seller),

        (Paid, ToShip, ActorKind.System),
        (Paid, Issued, ActorKind.System),
        // What is read here is there at once.
        (Paid, Completed, ActorKind.System),

        (ToShip, PartShipped, ActorKind.System),
        (ToShip, Shipped, ActorKind.System),
        (PartShipped, Shipped, ActorKind.System),
        (Shipped, Delivered, ActorKind.System),
        (Delivered, Completed, Buyer),
        (Delivered, Completed, ActorKind.System),
        (Issued, Completed, ActorKind.System),

        (ToShip, Refunding, Buyer),
        (ToShip, Refunding, Seller),
        (Issued, Refunding, Buyer),
        (Issued, Refunding, Seller),
        (Refunding, Cancelled, ActorKind.System),

        (Completed, PartRefunded, ActorKind.System),
        (PartShipped, Refunded, ActorKind.System),
        (Shipped, Refunded, ActorKind.System),
        (Delivered, Refunded, ActorKind.System),
        (Issued, Refunded, ActorKind.System),
        (Completed, Refunded, ActorKind.System),
        (PartRefunded, Refunded, ActorKind.System),
        (Completed, Closed, ActorKind.System),
        (PartRefunded, Closed, ActorKind.System),
    ];

    public static bool Allows(OrderState from, OrderState to, ActorKind by) => Table.Contains((from, to, by));
}
