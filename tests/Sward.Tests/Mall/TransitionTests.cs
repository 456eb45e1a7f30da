using Sward.Kernel;
using Sward.Mall.AfterSales;
using Sward.Mall.Orders;
using Sward.Mall.Payments;

namespace Sward.Tests.Mall;

/// <summary>The state machines against a second table, written by hand: what is not in it must be refused.</summary>
public sealed class TransitionTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    private static readonly Dictionary<OrderState, string> OrderWays = new()
    {
        [OrderState.PendingPayment] = "Paid:S Cancelled:BsS",
        [OrderState.Paid] = "ToShip:S",
        [OrderState.ToShip] = "Refunding:Bs Shipped:s",
        [OrderState.Shipped] = "Completed:BS Refunded:S",
        [OrderState.Completed] = "PartRefunded:S Refunded:S Closed:S",
        [OrderState.PartRefunded] = "Refunded:S Closed:S",
        [OrderState.Refunding] = "Cancelled:S",
        [OrderState.Cancelled] = "",
        [OrderState.Refunded] = "",
        [OrderState.Closed] = "",
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

    private static readonly Dictionary<AfterSaleState, string> AfterSaleWays = new()
    {
        [AfterSaleState.Applied] = "SellerRefused:s SellerAgreed:sS BuyerCancelled:B",
        [AfterSaleState.SellerAgreed] = "BuyerShipping:B Refunding:S BuyerCancelled:BS",
        [AfterSaleState.BuyerShipping] = "SellerReceived:sS",
        [AfterSaleState.SellerReceived] = "Refunding:S",
        [AfterSaleState.Refunding] = "Done:S",
        [AfterSaleState.SellerRefused] = "",
        [AfterSaleState.Done] = "",
        [AfterSaleState.BuyerCancelled] = "",
    };

    [Fact]
    public void An_order_takes_every_legal_step_and_no_other()
    {
        foreach (var (from, to, by) in
            from f in Enum.GetValues<OrderState>() from t in Enum.GetValues<OrderState>() from b in Enum.GetValues<ActorKind>() select (f, t, b))
        {
            Assert.Equal(IsLegal(OrderWays[from], to, by), OrderTransitions.Allows(from, to, by));
        }
    }

    [Fact]
    public void A_refused_step_leaves_the_order_and_its_log_alone()
    {
        var order = new Order { Number = "1", Currency = "CNY" };

        Assert.Equal("mall.order-state", Assert.Throws<Refusal>(() => order.MoveTo(OrderState.Shipped, new Actor(ActorKind.Seller, 1), "shipped", Now)).Code);
        Assert.Equal(OrderState.PendingPayment, order.State);
        Assert.Empty(order.Steps);

        order.MoveTo(OrderState.Cancelled, new Actor(ActorKind.Buyer, 7), "changed my mind", Now);
        var step = Assert.Single(order.Steps);
        Assert.Equal((OrderState.Cancelled, ActorKind.Buyer, 7, "changed my mind", Now), (step.State, step.By, step.AccountId, step.Reason, step.At));
    }

    [Fact]
    public void A_payment_takes_every_legal_step_and_no_other()
    {
        foreach (var (from, to) in from f in Enum.GetValues<PaymentState>() from t in Enum.GetValues<PaymentState>() select (f, t))
        {
            Assert.Equal(IsNamed(PaymentWays[from], $"{to}"), PaymentIn(from).Can(to));
        }
    }

    [Fact]
    public void A_request_takes_every_legal_step_and_no_other()
    {
        foreach (var (from, to, by) in
            from f in Enum.GetValues<AfterSaleState>() from t in Enum.GetValues<AfterSaleState>() from b in Enum.GetValues<ActorKind>() select (f, t, b))
        {
            var refusal = Record.Exception(() => AfterSaleIn(from).MoveTo(to, new Actor(by, 1), Now));
            Assert.Equal(IsLegal(AfterSaleWays[from], to, by), refusal is null);
        }
    }

    private static bool IsLegal<TState>(string ways, TState to, ActorKind by) where TState : struct, Enum =>
        ways.Split(' ').Any(way => way.Split(':') is [var state, var who] && string.Equals(state, $"{to}", StringComparison.Ordinal) && who.Contains(by switch
        {
            ActorKind.Buyer => 'B',
            ActorKind.Seller => 's',
            _ => 'S',
        }, StringComparison.Ordinal));

    private static bool IsNamed(string ways, string state) => ways.Split(' ').Contains(state, StringComparer.Ordinal);

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

    private static AfterSale AfterSaleIn(AfterSaleState state)
    {
        var afterSale = new AfterSale { Reason = "torn", Currency = "CNY" };
        (AfterSaleState To, ActorKind By)[] way = state switch
        {
            AfterSaleState.Applied => [],
            AfterSaleState.SellerRefused => [(state, ActorKind.Seller)],
            AfterSaleState.BuyerCancelled => [(state, ActorKind.Buyer)],
            _ =>
            [
                .. new[]
                {
                    (AfterSaleState.SellerAgreed, ActorKind.Seller), (AfterSaleState.BuyerShipping, ActorKind.Buyer), (AfterSaleState.SellerReceived, ActorKind.Seller),
                    (AfterSaleState.Refunding, ActorKind.System), (AfterSaleState.Done, ActorKind.System),
                }.TakeWhile(step => step.Item1 <= state),
            ],
        };
        Array.ForEach(way, step => afterSale.MoveTo(step.To, new Actor(step.By, 1), Now));
        return afterSale;
    }
}
