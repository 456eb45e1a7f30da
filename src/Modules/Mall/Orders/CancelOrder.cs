using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Mall.Payments;
using Sward.Mall.PreSales;
using Sward.Mall.Stock;
using Sward.Mall.Vouchers;

namespace Sward.Mall.Orders;

/// <summary>
/// Cancels an order that is not on its way yet. Before payment a purchase stands or falls as a whole, because it has one payment; afterwards each order is
/// cancelled by itself and its money goes back. The deposit of a pre-sale is lost to the side that ends it.
/// </summary>
internal sealed class CancelOrder(MallDb db, ChangeOrder change, Refunds refunds, DepositFate deposits, OrderVouchers vouchers, TimeProvider clock)
{
    public sealed record Request([property: MaxLength(200)] string? Reason);

    public static void Map(IEndpointRouteBuilder orders) => orders
        .MapPost("/{orderId:long}/cancel", HandleAsync)
        .WithName("CancelOrder")
        .WithIdempotency()
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization();

    public Task CancelAsync(long accountId, long orderId, string? reason, CancellationToken ct) => change.RunAsync(
        accountId, orderId, [ActorKind.Buyer, ActorKind.Seller],
        (dossier, order, actor) => OrderStates.Unpaid.Contains(order.State)
            ? CancelUnpaidAsync(dossier, PaymentState.Cancelled, actor, reason, ct)
            : CancelPaidAsync(dossier, order, actor, reason, ct), ct);

    /// <summary>Ends a purchase whose time to pay is over.</summary>
    public Task ExpireAsync(Dossier dossier, CancellationToken ct) => CancelUnpaidAsync(dossier, PaymentState.Expired, Actor.System, reason: null, ct);

    /// <summary>Closes a purchase that was not paid, or of which only the deposit was, and gives its stock back.</summary>
    private async Task CancelUnpaidAsync(Dossier dossier, PaymentState paymentEndsAs, Actor by, string? reason, CancellationToken ct)
    {
        foreach (var payment in dossier.Payments.Where(payment => payment.ChargeId is null))
        {
            payment.MoveTo(paymentEndsAs, clock.GetUtcNow());
        }

        await StockMoves.ReleaseAsync(db, dossier.Holds, ct);
        foreach (var order in dossier.Orders)
        {
            EndUnpaid(dossier, order, by, reason);
        }

        dossier.Means.GiveCardsBack(clock.GetUtcNow());
        dossier.GiveMeansBackIfUndone(clock.GetUtcNow());
    }

    private void EndUnpaid(Dossier dossier, Order order, Actor by, string? reason)
    {
        if (order.State is OrderState.PendingFinal && by.Kind is ActorKind.Seller)
        {
            order.MoveTo(OrderState.Refunding, by, reason ?? WordOf(by), clock.GetUtcNow());
            deposits.GiveDouble(dossier, order, order.DepositMinor, by, reason ?? "");
            Close(order, Actor.System, "cancelled", announceAs: by);
            return;
        }

        if (order.State is OrderState.PendingFinal)
        {
            deposits.Forfeit(dossier, order);
        }

        Close(order, by, reason);
    }

    /// <summary>Cancels an order that was paid; it may be one of several of its purchase.</summary>
    public async Task CancelPaidAsync(Dossier dossier, Order order, Actor by, string? reason, CancellationToken ct)
    {
        if (order.State is OrderState.Issued)
        {
            await vouchers.CancelAsync(order, by, ct);
        }

        order.MoveTo(OrderState.Refunding, by, reason ?? WordOf(by), clock.GetUtcNow());
        GiveBack(dossier, order, by, reason);
        await StockMoves.ReturnAsync(db, dossier.HoldsOf(order), ct);
        // A parcel that never left was none.
        await db.Shipments.Where(s => s.OrderId == order.Id).ExecuteDeleteAsync(ct);
        Close(order, Actor.System, "cancelled", announceAs: by);
        db.Announce(new GoodsRefunded(order.Id, order.BuyerId, order.ProductIds, clock.GetUtcNow()));
        dossier.GiveMeansBackIfUndone(clock.GetUtcNow());
    }

    /// <summary>All that was paid and not given back yet; of a pre-sale without the deposit when the buyer withdraws, and with it twice when the store fails.</summary>
    private void GiveBack(Dossier dossier, Order order, Actor by, string? reason)
    {
        if (dossier.PreSale is not { } sale)
        {
            refunds.OfOrder(dossier, order, order.LeftMinor, "cancelled");
        }
        else if (deposits.IsStoresFault(sale, by))
        {
            deposits.GiveDouble(dossier, order, order.LeftMinor, by, reason ?? "");
        }
        else
        {
            refunds.OfOrder(dossier, order, Math.Max(0, order.LeftMinor - order.DepositMinor), "cancelled");
            deposits.Forfeit(dossier, order);
        }
    }

    private void Close(Order order, Actor by, string? reason, Actor? announceAs = null)
    {
        var now = clock.GetUtcNow();
        order.MoveTo(OrderState.Cancelled, by, reason ?? WordOf(by), now);
        db.Announce(new OrderCancelled(order.Id, order.Number, order.SellerId, order.BuyerId, WordOf(announceAs ?? by), now));
    }

    private static string WordOf(Actor by) => by.Kind switch
    {
        ActorKind.Buyer => "buyer",
        ActorKind.Seller => "seller",
        _ => "timeout",
    };

    private static async Task<Ok<OrderView>> HandleAsync(
        long orderId, Request? request, CancelOrder cancel, ReadOrders orders, ICurrentAccount account, CancellationToken ct)
    {
        await cancel.CancelAsync(account.Id, orderId, request?.Reason, ct);
        return TypedResults.Ok((await orders.FindAsync(account.Id, orderId, ct))!);
    }
}
