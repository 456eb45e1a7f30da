using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Mall.Catalog;
using Sward.Mall.Orders;
using Sward.Mall.PreSales;
using Sward.Mall.Shipments;

namespace Sward.Mall.AfterSales;

/// <summary>The buyer asks for something about units of one line: their money back, others in their place, or what was missing in the parcel.</summary>
internal sealed class ApplyForAfterSale(MallDb db, ChangeOrder change, ClaimDoubleDeposit deposits, ReceiptWindows windows, AnnounceAfterSale announce, Idempotency once, Ids ids, TimeProvider clock)
{
    /// <summary>Which units, what for, and why.</summary>
    /// <param name="LineId">May be left out when the order has only one line.</param>
    /// <param name="Reason">What there is to add to the cause; without a cause it has to be said here.</param>
    /// <param name="Units">How many units of the line; without it, all that no other request is about.</param>
    /// <param name="Cause">Why; it decides about time and freight.</param>
    public sealed record Request(
        long? LineId, AfterSaleKind Kind, [property: MaxLength(500)] string? Reason, [property: Range(1, MallOptions.MaxUnits)] int? Units = null, AfterSaleCause? Cause = null)
    {
        internal string Comment => Reason?.Trim() ?? "";

        internal AfterSaleCause CauseOrDefault => Cause ?? (Kind is AfterSaleKind.MissingItem ? AfterSaleCause.MissingItem : AfterSaleCause.Other);
    }

    public static void Map(IEndpointRouteBuilder orders) => orders
        .MapPost("/{orderId:long}/after-sales", HandleAsync)
        .WithName("ApplyForAfterSale")
        .WithIdempotency(required: true)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization();

    /// <summary>Makes the request, for the first units of the line that no other is about.</summary>
    /// <exception cref="IdempotencyKeyTaken">It was applied for before, under the same key.</exception>
    public async Task<AfterSaleView> ApplyAsync(long accountId, long orderId, Request request, CancellationToken ct)
    {
        if (request.Kind is AfterSaleKind.PriceGuarantee)
        {
            throw new Refusal("mall.after-sale-kind", StatusCodes.Status422UnprocessableEntity);
        }

        if (request is { CauseOrDefault: AfterSaleCause.Other, Comment: "" })
        {
            throw new Refusal("mall.after-sale-reason-needed", StatusCodes.Status422UnprocessableEntity);
        }

        AfterSaleView? applied = null;
        await change.RunAsync(accountId, orderId, [ActorKind.Buyer], async (dossier, order, buyer) =>
        {
            var line = request.LineId is null && order.Lines.Count > 1
                ? throw new Refusal("mall.line-needed", StatusCodes.Status422UnprocessableEntity)
                : order.Lines.Find(l => l.Id == (request.LineId ?? l.Id)) ?? throw new Refusal("mall.line-not-found", StatusCodes.Status404NotFound);
            if (request.Kind is AfterSaleKind.DoubleDeposit)
            {
                Keep(await deposits.ClaimAsync(dossier, order, buyer, request.Comment, ct));
                return;
            }

            CheckTime(order, request);
            var parcels = await Parcels.OfAsync(db, order, ct);
            var (count, unsent) = Choose(parcels, line, request);
            CheckCause(line, request, unsent);
            var claimed = parcels.Requests.Where(a => a.LineId == line.Id).SelectMany(a => a.ClaimedUnits).ToHashSet();
            int[] units = [.. Enumerable.Range(0, line.Units).Where(unit => !claimed.Contains(unit)).Take(count)];
            var afterSale = AfterSale.Applied(ids.Next(), order, line, request, units, unsent, clock.GetUtcNow());
            if (request.Kind is not (AfterSaleKind.Exchange or AfterSaleKind.MissingItem) && afterSale.ClaimMinor == 0)
            {
                throw new Refusal("mall.nothing-to-refund", StatusCodes.Status422UnprocessableEntity);
            }

            db.AfterSales.Add(afterSale);
            announce.Moved(order, afterSale, buyer);
            Keep(afterSale);
        }, ct);
        return applied ?? throw new IdempotencyKeyTaken();

        void Keep(AfterSale afterSale)
        {
            applied = AfterSaleView.Of(afterSale);
            once.Keep(db, LocationOf(applied), applied);
        }
    }

    /// <summary>Before a parcel leaves, cancelling is the way. Afterwards time is counted by the cause: what the store answers for may be brought up after the order is closed and its money shared out.</summary>
    private void CheckTime(Order order, Request request)
    {
        if (!order.Kind.IsSent() || (order.State is not OrderState.Closed && !OrderStates.Sent.Contains(order.State)))
        {
            throw new Refusal("mall.order-state");
        }

        if (order.ReceivedAt is { } receivedAt && windows.EndOf(request.CauseOrDefault, receivedAt) <= clock.GetUtcNow())
        {
            throw new Refusal("mall.after-sale-too-late");
        }
    }

    /// <summary>What is only not wanted has to come back, and some goods may not. What never left the store is simply not sent.</summary>
    private static void CheckCause(OrderLine line, Request request, bool unsent)
    {
        if (unsent || request.CauseOrDefault.IsFault())
        {
            return;
        }

        if (line.Returns is not ReturnRule.SevenDays)
        {
            throw new Refusal("mall.not-returnable", StatusCodes.Status422UnprocessableEntity);
        }

        if (request is { CauseOrDefault: AfterSaleCause.NoReason, Kind: not (AfterSaleKind.ReturnAndRefund or AfterSaleKind.Exchange) })
        {
            throw new Refusal("mall.after-sale-send-back", StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>How many units, and whether they are still with the store: what was never sent can only be refunded.</summary>
    private static (int Units, bool Unsent) Choose(Parcels parcels, OrderLine line, Request request)
    {
        var (sent, toSend) = (parcels.Unclaimed(line), request.Kind is AfterSaleKind.RefundOnly ? parcels.ToSend(line) : 0);
        if (sent <= 0 && toSend <= 0)
        {
            throw new Refusal("mall.after-sale-exists");
        }

        var wanted = request.Units ?? (sent > 0 ? sent : toSend);
        return wanted <= sent ? (wanted, false)
            : wanted <= toSend ? (wanted, true)
            : throw new Refusal("mall.units-not-left", StatusCodes.Status409Conflict, Math.Max(sent, toSend));
    }

    private static string LocationOf(AfterSaleView afterSale) => $"/api/v1/orders/{afterSale.OrderId}";

    private static async Task<Created<AfterSaleView>> HandleAsync(
        long orderId, Request request, ApplyForAfterSale apply, ICurrentAccount account, CancellationToken ct)
    {
        var applied = await apply.ApplyAsync(account.Id, orderId, request, ct);
        return TypedResults.Created(LocationOf(applied), applied);
    }
}
