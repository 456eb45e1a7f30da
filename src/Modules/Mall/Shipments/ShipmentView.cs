using Sward.Mall.Orders;

namespace Sward.Mall.Shipments;

/// <summary>A parcel as buyer and store see it.</summary>
/// <param name="DeliveryDay">When large goods shall be delivered, as it stands on the order; null for other kinds, and for what is sent again.</param>
/// <param name="AfterSaleId">The request whose goods it brings again.</param>
internal sealed record ShipmentView(
    long Id, long OrderId, ShipmentState State, string? Carrier, string? TrackingNumber, long? AfterSaleId, IReadOnlyList<ShipmentLineView> Lines,
    IReadOnlyList<ShipmentStepView> Log, DateOnly? DeliveryDay)
{
    public static ShipmentView Of(Shipment shipment, Order order) => new(
        shipment.Id, shipment.OrderId, shipment.State, shipment.Carrier, shipment.TrackingNumber, shipment.AfterSaleId,
        [.. shipment.Lines.OrderBy(line => line.OrderLineId).Select(line => new ShipmentLineView(line.OrderLineId, line.Units))],
        [.. shipment.Steps.OrderBy(step => step.At).ThenBy(step => step.State).Select(step => new ShipmentStepView(step.State, step.By, step.Reason, step.At))],
        shipment.AfterSaleId is null ? order.DeliveryDay : null);
}

/// <summary>Units of a line in a parcel.</summary>
internal sealed record ShipmentLineView(long LineId, int Units);

/// <summary>Who moved the parcel, when and why.</summary>
internal sealed record ShipmentStepView(ShipmentState State, ActorKind By, string Reason, DateTimeOffset At);
