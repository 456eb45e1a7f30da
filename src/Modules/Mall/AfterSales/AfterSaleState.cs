using System.Collections.Frozen;
using Sward.Mall.Orders;
using static Sward.Mall.AfterSales.AfterSaleState;
using static Sward.Mall.Orders.ActorKind;

namespace Sward.Mall.AfterSales;

/// <summary>What the buyer asks for.</summary>
internal enum AfterSaleKind
{
    RefundOnly,
    ReturnAndRefund,

    /// <summary>The goods come back and others are sent in their place.</summary>
    Exchange,

    /// <summary>It was not in the parcel: it is sent again.</summary>
    MissingItem,

    /// <summary>A store that fails a pre-sale gives the deposit back twice.</summary>
    DoubleDeposit,

    /// <summary>The public price fell: the machine decides, and the units are as free as before to be returned.</summary>
    PriceGuarantee,
}

/// <summary>Where a request is.</summary>
internal enum AfterSaleState
{
    Applied,
    SellerRefused,

    /// <summary>The buyer has called the platform in; an operator decides.</summary>
    PlatformIntervening,

    /// <summary>Agreed, by the store, by its silence, or by the platform in its place; goods that have to come back are awaited.</summary>
    SellerAgreed,
    BuyerShipping,
    SellerReceived,

    /// <summary>What came back is not what was sent.</summary>
    SellerRejected,
    Refunding,
    Done,

    /// <summary>Taken back by the buyer, or left lying.</summary>
    BuyerCancelled,

    /// <summary>The platform decided for the store; that is final.</summary>
    PlatformRefused,
}

/// <summary>Every step a request may take, and who may make it.</summary>
internal static class AfterSaleTransitions
{
    private static readonly FrozenSet<(AfterSaleState From, AfterSaleState To, ActorKind By)> Table =
    [
        (Applied, SellerRefused, Seller),
        (Applied, SellerAgreed, Seller),
        // Silence is agreement.
        (Applied, SellerAgreed, ActorKind.System),
        (Applied, BuyerCancelled, Buyer),

        (SellerRefused, PlatformIntervening, Buyer),
        (SellerRejected, PlatformIntervening, Buyer),
        (PlatformIntervening, SellerAgreed, Operator),
        (PlatformIntervening, Refunding, Operator),
        (PlatformIntervening, PlatformRefused, Operator),
        (PlatformIntervening, BuyerCancelled, Buyer),
        // A refusal that the buyer leaves at that.
        (SellerRefused, BuyerCancelled, ActorKind.System),
        (SellerRejected, BuyerCancelled, ActorKind.System),

        (SellerAgreed, BuyerCancelled, Buyer),
        (SellerAgreed, BuyerCancelled, ActorKind.System),
        (SellerAgreed, BuyerShipping, Buyer),
        (SellerAgreed, Refunding, ActorKind.System),
        (BuyerShipping, SellerReceived, Seller),
        (BuyerShipping, SellerReceived, ActorKind.System),
        (BuyerShipping, SellerRejected, Seller),
        (SellerReceived, Refunding, ActorKind.System),
        (Refunding, Done, ActorKind.System),
        // Sent again instead of refunded.
        (SellerAgreed, Done, Seller),
        (SellerReceived, Done, Seller),
    ];

    public static bool Allows(AfterSaleState from, AfterSaleState to, ActorKind by) => Table.Contains((from, to, by));
}
