using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Mall.Orders;

namespace Sward.Mall.Shipments;

/// <summary>The seller tells where a parcel is; the order follows.</summary>
internal sealed class MoveParcel(MallDb db, ChangeOrder change, SendParcel send, TimeProvider clock)
{
    /// <summary>Where the parcel is now.</summary>
    /// <param name="Carrier">Needed, with its number, when it is handed over.</param>
    public sealed record Request(
        ShipmentState State, [property: MaxLength(200)] string? Reason = null, [property: MaxLength(40)] string? Carrier = null, [property: MaxLength(60)] string? Number = null);

    public static void Map(IEndpointRouteBuilder shipments) => shipments
        .MapPost("/{shipmentId:long}/move", HandleAsync)
        .WithName("MoveParcel")
        .WithIdempotency()
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization();

    public async Task<ShipmentView> MoveAsync(long accountId, long shipmentId, Request request, CancellationToken ct)
    {
        var orderId = await db.Shipments.Where(s => s.Id == shipmentId).Select(s => s.OrderId).SingleOrDefaultAsync(ct);
        await change.RunAsync(accountId, orderId, [ActorKind.Seller], async (_, order, seller) =>
        {
            var parcels = await Parcels.OfAsync(db, order, ct);
            var shipment = await db.Shipments.SingleAsync(s => s.Id == shipmentId, ct);
            if (request.State is ShipmentState.HandedOver)
            {
                await send.HandOverAsync(order, parcels, shipment, request.Carrier, request.Number, seller, ct);
                return;
            }

            shipment.MoveTo(request.State, seller, request.Reason ?? "store", clock.GetUtcNow());
            parcels.Lead("parcels", clock.GetUtcNow());
        }, ct);
        return ShipmentView.Of(
            await db.Shipments.AsNoTracking().Include(s => s.Lines).Include(s => s.Steps).SingleAsync(s => s.Id == shipmentId, ct), await db.Orders.AsNoTracking().SingleAsync(o => o.Id == orderId, ct));
    }

    private static async Task<Ok<ShipmentView>> HandleAsync(long shipmentId, Request request, MoveParcel move, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(await move.MoveAsync(account.Id, shipmentId, request, ct));
}
