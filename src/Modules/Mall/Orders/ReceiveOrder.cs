using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Mall.Reviews;
using Sward.Mall.Shipments;

namespace Sward.Mall.Orders;

/// <summary>The buyer has the goods; after a while that is taken for granted.</summary>
internal sealed class ReceiveOrder(MallDb db, ChangeOrder change, InviteNotes invite, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder orders) => orders
        .MapPost("/{orderId:long}/receive", HandleAsync)
        .WithName("ReceiveOrder")
        .WithIdempotency()
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization();

    public Task ReceiveAsync(long accountId, long orderId, CancellationToken ct) => change.RunAsync(
        accountId, orderId, [ActorKind.Buyer], async (_, order, buyer) => Receive(order, await Parcels.OfAsync(db, order, ct), buyer, "received"), ct);

    /// <summary>Whoever says that the goods are there says it of every parcel on its way.</summary>
    public void Receive(Order order, Parcels parcels, Actor by, string reason)
    {
        var now = clock.GetUtcNow();
        foreach (var shipment in parcels.UnderWay)
        {
            shipment.MoveTo(ShipmentState.Signed, by, reason, now);
        }

        parcels.Lead("parcels", now);
        order.MoveTo(OrderState.Completed, by, reason, now);
        order.FollowRefunds(reason, now);
        db.Announce(new OrderReceived(order.Id, order.Number, order.SellerId, order.BuyerId, order.ProductIds, now));
        invite.Invite(order, order.Lines, now);
    }

    private static async Task<Ok<OrderView>> HandleAsync(
        long orderId, ReceiveOrder receive, ReadOrders orders, ICurrentAccount account, CancellationToken ct)
    {
        await receive.ReceiveAsync(account.Id, orderId, ct);
        return TypedResults.Ok((await orders.FindAsync(account.Id, orderId, ct))!);
    }
}
