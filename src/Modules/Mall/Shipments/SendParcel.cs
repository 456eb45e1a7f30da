using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Mall.AfterSales;
using Sward.Mall.Orders;
using Sward.Mall.Stock;

namespace Sward.Mall.Shipments;

/// <summary>The seller puts a parcel together: all that is left of an order, some units of it, or what a request is owed. With a carrier it is handed over at once.</summary>
internal sealed class SendParcel(MallDb db, ChangeOrder change, Idempotency once, Ids ids, TimeProvider clock)
{
    /// <summary>What goes into the parcel, and with whom.</summary>
    /// <param name="Lines">Without lines: all that is still to be sent.</param>
    /// <param name="AfterSaleId">The request that the parcel answers; then its units are in it.</param>
    public sealed record Request(
        [property: MaxLength(40)] string? Carrier, [property: MaxLength(60)] string? Number,
        [property: MaxLength(MallOptions.MaxLines)] IReadOnlyList<LineRequest>? Lines = null, long? AfterSaleId = null);

    public sealed record LineRequest(long LineId, [property: Range(1, MallOptions.MaxUnits)] int Units);

    public static void Map(IEndpointRouteBuilder orders) => orders
        .MapPost("/{orderId:long}/shipments", HandleAsync)
        .WithName("SendParcel")
        .WithIdempotency()
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization();

    /// <summary>Puts the parcel together, and hands it over when its carrier is known.</summary>
    /// <exception cref="IdempotencyKeyTaken">The parcel was put together before, under the same key.</exception>
    public async Task<ShipmentView> SendAsync(long accountId, long orderId, Request request, CancellationToken ct)
    {
        ShipmentView? sent = null;
        await change.RunAsync(accountId, orderId, [ActorKind.Seller], async (_, order, seller) =>
        {
            var parcels = await Parcels.OfAsync(db, order, ct);
            var shipment = Put(order, parcels, request, seller);
            parcels.Add(shipment);
            db.Shipments.Add(shipment);
            if (!string.IsNullOrWhiteSpace(request.Carrier))
            {
                shipment.MoveTo(ShipmentState.Packed, seller, "packed", clock.GetUtcNow());
                await HandOverAsync(order, parcels, shipment, request.Carrier, request.Number, seller, ct);
            }

            sent = ShipmentView.Of(shipment, order);
            once.Keep(db, LocationOf(sent), sent);
        }, ct);
        return sent ?? throw new IdempotencyKeyTaken();
    }

    /// <summary>Gives a packed parcel to the carrier. A parcel that answers a request ends it.</summary>
    public async Task HandOverAsync(Order order, Parcels parcels, Shipment shipment, string? carrier, string? number, Actor by, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(carrier) || string.IsNullOrWhiteSpace(number))
        {
            throw new Refusal("mall.carrier-needed", StatusCodes.Status422UnprocessableEntity);
        }

        var now = clock.GetUtcNow();
        shipment.MoveTo(ShipmentState.HandedOver, by, "handed-over", now);
        (shipment.Carrier, shipment.TrackingNumber) = (carrier, number);
        if (parcels.Requests.SingleOrDefault(request => request.Id == shipment.AfterSaleId) is { } request)
        {
            request.MoveTo(AfterSaleState.Done, by, "sent-again", now);
            await TakeReplacementAsync(order, shipment, request, ct);
        }

        parcels.Lead("parcels", now);
        db.Announce(new OrderShipped(order.Id, order.Number, order.SellerId, order.BuyerId, carrier, number, now));
    }

    /// <summary>What is sent in exchange leaves the shelf. What was missing had been sold already, and what comes back is counted by the store that looks at it.</summary>
    private async Task TakeReplacementAsync(Order order, Shipment shipment, AfterSale request, CancellationToken ct)
    {
        if (request.Kind is not AfterSaleKind.Exchange)
        {
            return;
        }

        var line = order.Lines.Single(line => line.Id == request.LineId);
        var taken = (await Shelf.LockAsync(db, [line.SkuId], ct)).TakeOut(line.SkuId, shipment.UnitsOf(line)).Sum(part => part.Units);
        if (taken < shipment.UnitsOf(line))
        {
            throw new Refusal("mall.units-not-left", StatusCodes.Status409Conflict, taken);
        }
    }

    private Shipment Put(Order order, Parcels parcels, Request request, Actor seller)
    {
        var id = ids.Next();
        var shipment = new Shipment
        {
            Id = id,
            OrderId = order.Id,
            AfterSaleId = request.AfterSaleId,
            CreatedAt = clock.GetUtcNow(),
            Lines = [.. (request.AfterSaleId is { } afterSaleId ? Owed(parcels, afterSaleId) : Chosen(order, parcels, request.Lines))
                .Select(line => new ShipmentLine { ShipmentId = id, OrderLineId = line.LineId, Units = line.Units })],
        };
        shipment.LogCreated(seller);
        return shipment;
    }

    private static List<LineRequest> Owed(Parcels parcels, long afterSaleId)
    {
        var request = parcels.Requests.SingleOrDefault(request => request.Id == afterSaleId && request.AwaitsGoods)
            ?? throw new Refusal("mall.after-sale-state");
        return parcels.IsAnswered(afterSaleId) ? throw new Refusal("mall.shipment-state") : [new(request.LineId, request.ClaimedUnits.Count)];
    }

    private static List<LineRequest> Chosen(Order order, Parcels parcels, IReadOnlyList<LineRequest>? wanted)
    {
        // What was lost is sent again after the rest has left.
        if (order.State is not (OrderState.ToShip or OrderState.PartShipped or OrderState.Shipped))
        {
            throw new Refusal("mall.order-state");
        }

        List<LineRequest> lines = wanted is { Count: > 0 }
            ? [.. wanted.GroupBy(line => line.LineId).Select(line => new LineRequest(line.Key, line.Sum(l => l.Units)))]
            : [.. order.Lines.Select(line => new LineRequest(line.Id, parcels.ToSend(line))).Where(line => line.Units > 0)];
        foreach (var line in lines)
        {
            var of = order.Lines.Find(l => l.Id == line.LineId) ?? throw new Refusal("mall.line-not-found", StatusCodes.Status404NotFound);
            if (line.Units > parcels.ToSend(of))
            {
                throw new Refusal("mall.units-not-left", StatusCodes.Status409Conflict, parcels.ToSend(of));
            }
        }

        return lines.Count > 0 ? lines : throw new Refusal("mall.order-state");
    }

    private static string LocationOf(ShipmentView shipment) => $"/api/v1/orders/{shipment.OrderId}";

    private static async Task<Created<ShipmentView>> HandleAsync(
        long orderId, Request request, SendParcel send, ICurrentAccount account, CancellationToken ct)
    {
        var sent = await send.SendAsync(account.Id, orderId, request, ct);
        return TypedResults.Created(LocationOf(sent), sent);
    }
}
