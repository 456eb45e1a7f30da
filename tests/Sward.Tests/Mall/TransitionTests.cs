using Sward.Kernel;
using Sward.Mall.AfterSales;
using Sward.Mall.Orders;
using Sward.Mall.Payments;
using Sward.Mall.Shipments;
using static Sward.Tests.Mall.Ways;

namespace Sward.Tests.Mall;

/// <summary>
/// The state machines against a second table, written by hand: every pair of states and every actor is tried, and what is not in the table must be refused.
/// B is the buyer, s the seller, O an operator, S the system.
/// </summary>
public sealed class TransitionTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    private static readonly Dictionary<OrderState, string> OrderWays = new()
    {
        [OrderState.PendingPayment] = "Paid:S Cancelled:BsS",
        [OrderState.PendingDeposit] = "PendingFinal:S Cancelled:BsS",
        [OrderState.PendingFinal] = "Paid:S Cancelled:BS Refunding:s",
        [OrderState.Paid] = "ToShip:S Issued:S Completed:S",
        [OrderState.ToShip] = "PartShipped:S Shipped:S Refunding:Bs",
        [OrderState.PartShipped] = "Shipped:S Refunded:S",
        [OrderState.Shipped] = "Delivered:S Refunded:S",
        [OrderState.Delivered] = "Completed:BS Refunded:S",
        [OrderState.Issued] = "Completed:S Refunding:Bs Refunded:S",
        [OrderState.Completed] = "PartRefunded:S Refunded:S Closed:S",
        [OrderState.PartRefunded] = "Refunded:S Closed:S",
        [OrderState.Refunding] = "Cancelled:S",
        [OrderState.Cancelled] = "",
        [OrderState.Refunded] = "",
        [OrderState.Closed] = "",
    };

    private static readonly Dictionary<ShipmentState, string> ShipmentWays = new()
    {
        [ShipmentState.Created] = "Packed:s",
        [ShipmentState.Packed] = "HandedOver:s",
        [ShipmentState.HandedOver] = "InTransit:sS OutForDelivery:sS Signed:BsS Exception:sS",
        [ShipmentState.InTransit] = "OutForDelivery:sS Signed:BsS Exception:sS",
        [ShipmentState.OutForDelivery] = "Signed:BsS Exception:sS",
        [ShipmentState.Exception] = "Signed:BsS Returned:sS Lost:sS",
        [ShipmentState.Signed] = "",
        [ShipmentState.Returned] = "",
        [ShipmentState.Lost] = "",
    };

    private static readonly Dictionary<AfterSaleState, string> AfterSaleWays = new()
    {
        [AfterSaleState.Applied] = "SellerRefused:s SellerAgreed:sS BuyerCancelled:B",
        [AfterSaleState.SellerRefused] = "PlatformIntervening:B BuyerCancelled:S",
        [AfterSaleState.PlatformIntervening] = "SellerAgreed:O Refunding:O PlatformRefused:O BuyerCancelled:B",
        [AfterSaleState.SellerAgreed] = "BuyerShipping:B Refunding:S BuyerCancelled:BS Done:s",
        [AfterSaleState.BuyerShipping] = "SellerReceived:sS SellerRejected:s",
        [AfterSaleState.SellerReceived] = "Refunding:S Done:s",
        [AfterSaleState.SellerRejected] = "PlatformIntervening:B BuyerCancelled:S",
        [AfterSaleState.Refunding] = "Done:S",
        [AfterSaleState.Done] = "",
        [AfterSaleState.BuyerCancelled] = "",
        [AfterSaleState.PlatformRefused] = "",
    };

    private static readonly Dictionary<PaymentState, string> PaymentWays = new()
    {
        [PaymentState.Created] = "Pending Authorized Settled Failed Cancelled Expired",
        [PaymentState.Pending] = "Authorized Settled Failed Cancelled Expired",
        [PaymentState.Authorized] = "Settled Failed Cancelled Expired",
        [PaymentState.Failed] = "Pending Settled Cancelled Expired",
        [PaymentState.Settled] = "PartRefunded Refunded",
        [PaymentState.PartRefunded] = "Refunded",
        [PaymentState.Cancelled] = "Refunded",
        [PaymentState.Expired] = "Refunded",
        [PaymentState.Refunded] = "",
    };

    [Fact]
    public void An_order_takes_every_legal_step_and_no_other() => AssertMatrix(OrderWays, OrderTransitions.Allows);

    [Fact]
    public void A_parcel_takes_every_legal_step_and_no_other() => AssertMatrix(ShipmentWays, ShipmentTransitions.Allows);

    [Fact]
    public void A_request_takes_every_legal_step_and_no_other() => AssertMatrix(AfterSaleWays, AfterSaleTransitions.Allows);

    [Fact]
    public void A_payment_takes_every_legal_step_and_no_other()
    {
        foreach (var (from, to) in from f in Enum.GetValues<PaymentState>() from t in Enum.GetValues<PaymentState>() select (f, t))
        {
            Assert.Equal(PaymentWays[from].Split(' ').Contains($"{to}", StringComparer.Ordinal), PaymentIn(from).Can(to));
        }
    }

    [Fact]
    public void A_refused_step_leaves_the_order_and_its_log_alone()
    {
        var order = new Order { Number = "1", Currency = "CNY" };

        Assert.Equal("mall.order-state", Assert.Throws<Refusal>(() => order.MoveTo(OrderState.Shipped, Actor.System, "parcels", Now)).Code);
        Assert.Equal(OrderState.PendingPayment, order.State);
        Assert.Empty(order.Steps);

        order.MoveTo(OrderState.Cancelled, new Actor(ActorKind.Buyer, 7), "changed my mind", Now);
        var step = Assert.Single(order.Steps);
        Assert.Equal((OrderState.Cancelled, ActorKind.Buyer, 7, "changed my mind", Now), (step.State, step.By, step.AccountId, step.Reason, step.At));
    }

    [Fact]
    public void A_refused_step_leaves_the_parcel_and_its_log_alone()
    {
        var parcel = new Shipment();

        Assert.Equal("mall.shipment-state", Assert.Throws<Refusal>(() => parcel.MoveTo(ShipmentState.Signed, new Actor(ActorKind.Buyer, 7), "received", Now)).Code);
        Assert.Equal(ShipmentState.Created, parcel.State);
        Assert.Empty(parcel.Steps);

        parcel.MoveTo(ShipmentState.Packed, new Actor(ActorKind.Seller, 8), "packed", Now);
        var step = Assert.Single(parcel.Steps);
        Assert.Equal((ShipmentState.Packed, ActorKind.Seller, 8, "packed", Now), (step.State, step.By, step.AccountId, step.Reason, step.At));
    }

    [Fact]
    public void A_refused_step_leaves_the_request_and_its_log_alone()
    {
        var request = new AfterSale { Reason = "torn", Currency = "CNY" };

        Assert.Equal("mall.after-sale-state", Assert.Throws<Refusal>(() => request.MoveTo(AfterSaleState.Done, Actor.System, "refunded", Now)).Code);
        Assert.Equal(AfterSaleState.Applied, request.State);
        Assert.Empty(request.Steps);

        request.MoveTo(AfterSaleState.SellerRefused, new Actor(ActorKind.Seller, 8), "worn", Now);
        var step = Assert.Single(request.Steps);
        Assert.Equal((AfterSaleState.SellerRefused, ActorKind.Seller, 8, "worn", Now), (step.State, step.By, step.AccountId, step.Reason, step.At));
    }

    private static Payment PaymentIn(PaymentState state)
    {
        var payment = new Payment { Provider = "sandbox", Currency = "CNY", AmountMinor = 2 };
        PaymentState[] way = state switch
        {
            PaymentState.Created => [],
            PaymentState.PartRefunded or PaymentState.Refunded => [PaymentState.Settled, state],
            _ => [state],
        };
        Array.ForEach(way, step => payment.MoveTo(step, Now));
        return payment;
    }
}

/// <summary>Reads tables of legal steps and tries every other one too.</summary>
internal static class Ways
{
    /// <summary>Every state to every state by every actor: allowed exactly when the table says so.</summary>
    public static void AssertMatrix<TState>(IReadOnlyDictionary<TState, string> ways, Func<TState, TState, ActorKind, bool> allows) where TState : struct, Enum
    {
        foreach (var (from, to, by) in
            from f in Enum.GetValues<TState>() from t in Enum.GetValues<TState>() from b in Enum.GetValues<ActorKind>() select (f, t, b))
        {
            Assert.True(IsLegal(ways[from], to, by) == allows(from, to, by), $"{from} to {to} by {by}");
        }
    }

    private static bool IsLegal<TState>(string ways, TState to, ActorKind by) where TState : struct, Enum =>
        ways.Split(' ').Any(way => way.Split(':') is [var state, var who] && string.Equals(state, $"{to}", StringComparison.Ordinal) && who.Contains(by switch
        {
            ActorKind.Buyer => 'B',
            ActorKind.Seller => 's',
            ActorKind.Operator => 'O',
            _ => 'S',
        }, StringComparison.Ordinal));
}
