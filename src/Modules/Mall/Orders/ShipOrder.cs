using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;

namespace Sward.Mall.Orders;

/// <summary>The seller hands the parcel to a carrier.</summary>
internal sealed class ShipOrder(MallDb db, ChangeOrder change, TimeProvider clock)
{
    public sealed record Request([property: Required, MaxLength(40)] string Carrier, [property: Required, MaxLength(60)] string Number);

    public static void Map(IEndpointRouteBuilder orders) => orders
        .MapPost("/{orderId:long}/ship", HandleAsync)
        .WithName("ShipOrder")
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization();

    public Task ShipAsync(long accountId, long orderId, Request parcel, CancellationToken ct) => change.RunAsync(
        accountId, orderId, [ActorKind.Seller], (_, order, actor) =>
        {
            var now = clock.GetUtcNow();
            order.MoveTo(OrderState.Shipped, actor, "shipped", now);
            (order.Carrier, order.TrackingNumber) = (parcel.Carrier, parcel.Number);
            db.Announce(new OrderShipped(order.Id, order.Number, order.SellerId, order.BuyerId, parcel.Carrier, parcel.Number, now));
            return Task.CompletedTask;
        }, ct);

    private static async Task<Ok<OrderView>> HandleAsync(
        long orderId, Request request, ShipOrder ship, ReadOrders orders, ICurrentAccount account, CancellationToken ct)
    {
        await ship.ShipAsync(account.Id, orderId, request, ct);
        return TypedResults.Ok((await orders.FindAsync(account.Id, orderId, ct))!);
    }
}
