using Sward.Mall.AfterSales;
using Sward.Mall.Orders;

namespace Sward.Mall.Shipments;

/// <summary>What was sent of an order and what is still owed; read under the purchase's lock. The order's state follows from it.</summary>
internal sealed class Parcels(Order order, List<Shipment> shipments, IReadOnlyList<AfterSale> requests)
{
    public static async Task<Parcels> OfAsync(MallDb db, Order order, CancellationToken ct) => new(
        order,
        await db.Shipments.Include(s => s.Lines).Where(s => s.OrderId == order.Id).OrderBy(s => s.Id).ToListAsync(ct),
        await db.AfterSales.Where(a => a.OrderId == order.Id).OrderBy(a => a.Id).ToListAsync(ct));

    /// <summary>The buyer's requests about the order.</summary>
    public IReadOnlyList<AfterSale> Requests => requests;

    public IEnumerable<Shipment> UnderWay => shipments.Where(shipment => shipment.IsUnderWay);

    /// <summary>Units that wait to be put into a parcel: not in one that will arrive, and not asked to be refunded instead.</summary>
    public int ToSend(OrderLine line) =>
        line.Units - Ordered.Where(s => !s.IsGone).Sum(s => s.UnitsOf(line)) - requests.Where(a => a.LineId == line.Id && a.IsUnsent).Sum(a => a.ClaimedUnits.Count);

    /// <summary>Units that have left in a parcel that was not lost, and that no request is about.</summary>
    public int Unclaimed(OrderLine line) =>
        Ordered.Where(s => s.HasLeft && !s.IsGone).Sum(s => s.UnitsOf(line)) - requests.Where(a => a.LineId == line.Id && !a.IsUnsent).Sum(a => a.ClaimedUnits.Count);

    /// <summary>Whether a parcel is missing, or its units have yet to be sent again.</summary>
    public bool IsAnyAstray => Ordered.Any(s => s.State is ShipmentState.Exception) || order.Lines.Exists(line => ToSend(line) > 0);

    /// <summary>Whether a parcel was put together for a request.</summary>
    public bool IsAnswered(long afterSaleId) => shipments.Exists(shipment => shipment.AfterSaleId == afterSaleId);

    public void Add(Shipment shipment) => shipments.Add(shipment);

    /// <summary>Leads the order as far as its parcels are. It never goes back: a parcel that is lost later does not unsend the others.</summary>
    public void Lead(string reason, DateTimeOffset now)
    {
        var all = Ordered.All(s => s.HasLeft) && order.Lines.TrueForAll(line => ToSend(line) == 0);
        if (order.State is OrderState.ToShip or OrderState.PartShipped && all)
        {
            order.MoveTo(OrderState.Shipped, Actor.System, reason, now);
        }

        if (order.State is OrderState.ToShip && Ordered.Any(s => s.HasLeft))
        {
            order.MoveTo(OrderState.PartShipped, Actor.System, reason, now);
        }

        if (order.State is OrderState.Shipped && all && !Ordered.Any(s => s.IsUnderWay))
        {
            order.MoveTo(OrderState.Delivered, Actor.System, reason, now);
        }
    }

    private IEnumerable<Shipment> Ordered => shipments.Where(shipment => shipment.AfterSaleId is null);
}
