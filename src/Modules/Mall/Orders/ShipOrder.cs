using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Mall.Shipments;

namespace Sward.Mall.Orders;

/// <summary>The short way of sending: all that is left, in one parcel, to the carrier.</summary>
internal static class ShipOrder
{
    public sealed record Request([property: Required, MaxLength(40)] string Carrier, [property: Required, MaxLength(60)] string Number);

    public static void Map(IEndpointRouteBuilder orders) => orders
        .MapPost("/{orderId:long}/ship", HandleAsync)
        .WithName("ShipOrder")
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization();

    private static async Task<Ok<OrderView>> HandleAsync(
        long orderId, Request request, SendParcel send, ReadOrders orders, ICurrentAccount account, CancellationToken ct)
    {
        await send.SendAsync(account.Id, orderId, new SendParcel.Request(request.Carrier, request.Number), ct);
        return TypedResults.Ok((await orders.FindAsync(account.Id, orderId, ct))!);
    }
}
