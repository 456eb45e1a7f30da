using Sward.Contracts.Mall;

namespace Sward.Inbox;

/// <summary>Tells buyers and sellers what the other side, or time, did to an order.</summary>
internal sealed class TellOfOrders(Teller teller, Ids ids)
    : IHandle<DepositPaid>, IHandle<RestDue>, IHandle<RestClosing>, IHandle<OrderPaid>, IHandle<OrderShipped>, IHandle<OrderReceived>, IHandle<OrderCancelled>, IHandle<DeliveryDayChanged>, IHandle<FlashTurnCame>, IHandle<NoteInvited>
{
    public const string Subscriber = "inbox.tell-of-orders";

    public Task HandleAsync(DepositPaid fact, CancellationToken ct) => TellAsync(fact.SellerId, NoticeKinds.DepositPaid, fact.OrderId, fact.Number, fact.At, ct);

    public Task HandleAsync(RestDue fact, CancellationToken ct) => TellAsync(fact.BuyerId, NoticeKinds.RestDue, fact.OrderId, fact.Number, fact.At, ct);

    public Task HandleAsync(RestClosing fact, CancellationToken ct) => TellAsync(fact.BuyerId, NoticeKinds.RestClosing, fact.OrderId, fact.Number, fact.At, ct);

    public Task HandleAsync(OrderPaid fact, CancellationToken ct) => TellAsync(fact.SellerId, NoticeKinds.OrderPaid, fact.OrderId, fact.Number, fact.At, ct);

    public Task HandleAsync(OrderShipped fact, CancellationToken ct) => TellAsync(fact.BuyerId, NoticeKinds.OrderShipped, fact.OrderId, fact.Number, fact.At, ct);

    public Task HandleAsync(OrderReceived fact, CancellationToken ct) => TellAsync(fact.SellerId, NoticeKinds.OrderReceived, fact.OrderId, fact.Number, fact.At, ct);

    public Task HandleAsync(DeliveryDayChanged fact, CancellationToken ct) =>
        TellAsync(fact.ByBuyer ? fact.SellerId : fact.BuyerId, NoticeKinds.DeliveryDayChanged, fact.OrderId, fact.Number, fact.At, ct);

    public async Task HandleAsync(OrderCancelled fact, CancellationToken ct)
    {
        // Who cancelled knows; after a timeout both are told.
        if (fact.Reason is not "buyer")
        {
            await TellAsync(fact.BuyerId, NoticeKinds.OrderCancelled, fact.OrderId, fact.Number, fact.At, ct);
        }

        if (fact.Reason is not "seller")
        {
            await TellAsync(fact.SellerId, NoticeKinds.OrderCancelled, fact.OrderId, fact.Number, fact.At, ct);
        }
    }

    public Task HandleAsync(FlashTurnCame fact, CancellationToken ct) => TellAsync(fact.BuyerId, NoticeKinds.FlashTurn, fact.PaymentId, fact.Number, fact.At, ct, fact.Until);

    public Task HandleAsync(NoteInvited fact, CancellationToken ct) => TellAsync(fact.BuyerId, NoticeKinds.NoteInvited, fact.OrderId, fact.Number, fact.At, ct, fact.Until);

    // Nobody is named as the actor: a block between buyer and seller does not keep either from hearing of the order.
    private Task TellAsync(long accountId, string kind, long subjectId, string number, DateTimeOffset at, CancellationToken ct, DateTimeOffset? until = null) =>
        teller.TellAsync(Notice.Begin(ids.Next(), accountId, kind, subjectId, actorId: null, at) with { Excerpt = number, Until = until }, ct);
}
