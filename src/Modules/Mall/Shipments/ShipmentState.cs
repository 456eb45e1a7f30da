using System.Collections.Frozen;
using Sward.Mall.Orders;
using static Sward.Mall.Orders.ActorKind;
using static Sward.Mall.Shipments.ShipmentState;

namespace Sward.Mall.Shipments;

/// <summary>Where a parcel is.</summary>
internal enum ShipmentState
{
    /// <summary>Decided what goes into it.</summary>
    Created,
    Packed,

    /// <summary>With the carrier: from here on it cannot be called back.</summary>
    HandedOver,
    InTransit,
    OutForDelivery,

    /// <summary>The buyer has it.</summary>
    Signed,

    /// <summary>Something went wrong on the way.</summary>
    Exception,

    /// <summary>Back at the store; its units are to be sent again.</summary>
    Returned,

    /// <summary>Gone; its units are to be sent again.</summary>
    Lost,
}

/// <summary>Every step a parcel may take, and who may tell of it: the store, the carrier (the system), or the buyer who holds it in their hands.</summary>
internal static class ShipmentTransitions
{
    private static readonly FrozenSet<(ShipmentState From, ShipmentState To, ActorKind By)> Table =
    [
        (ShipmentState.Created, Packed, Seller),
        (Packed, HandedOver, Seller),
        .. ByStoreOrCarrier(HandedOver, InTransit, OutForDelivery, Signed, ShipmentState.Exception),
        .. ByStoreOrCarrier(InTransit, OutForDelivery, Signed, ShipmentState.Exception),
        .. ByStoreOrCarrier(OutForDelivery, Signed, ShipmentState.Exception),
        // It turned up after all.
        .. ByStoreOrCarrier(ShipmentState.Exception, Signed, Returned, Lost),
        (HandedOver, Signed, Buyer), (InTransit, Signed, Buyer), (OutForDelivery, Signed, Buyer), (ShipmentState.Exception, Signed, Buyer),
    ];

    public static bool Allows(ShipmentState from, ShipmentState to, ActorKind by) => Table.Contains((from, to, by));

    private static IEnumerable<(ShipmentState From, ShipmentState To, ActorKind By)> ByStoreOrCarrier(ShipmentState from, params ShipmentState[] to) =>
        to.SelectMany(state => new[] { (from, state, Seller), (from, state, ActorKind.System) });
}
