using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Mall.Orders;

namespace Sward.Mall.AfterSales;

/// <summary>The buyer asks for the money of one line back, with or without sending the goods back.</summary>
internal sealed class ApplyForAfterSale(MallDb db, ChangeOrder change, IOptions<MallOptions> options, Ids ids, TimeProvider clock)
{
    /// <summary>Which line, and why.</summary>
    /// <param name="LineId">May be left out when the order has only one line.</param>
    public sealed record Request(long? LineId, AfterSaleKind Kind, [property: Required, StringLength(500, MinimumLength = 1)] string Reason);

    public static void Map(IEndpointRouteBuilder orders) => orders
        .MapPost("/{orderId:long}/after-sales", HandleAsync)
        .WithName("ApplyForAfterSale")
        .WithIdempotency(required: true)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization();

    public async Task<AfterSale> ApplyAsync(long accountId, long orderId, Request request, Idempotency? once, CancellationToken ct)
    {
        AfterSale? applied = null;
        await change.RunAsync(accountId, orderId, [ActorKind.Buyer], async (_, order, _) =>
        {
            if (once is not null && await once.IsTakenAsync(db, ct))
            {
                throw new IdempotencyKeyTaken();
            }

            var line = request.LineId is null && order.Lines.Count > 1
                ? throw new Refusal("mall.line-needed", StatusCodes.Status422UnprocessableEntity)
                : order.Lines.Find(l => l.Id == (request.LineId ?? l.Id)) ?? throw new Refusal("mall.line-not-found", StatusCodes.Status404NotFound);
            // Before the parcel leaves, cancelling is the way.
            if (order.State is not (OrderState.Shipped or OrderState.Completed or OrderState.PartRefunded))
            {
                throw new Refusal("mall.order-state");
            }

            // An order may stay open longer than its window: for a request about another line, or until the job comes by.
            if (order.ReceivedAt <= clock.GetUtcNow().AddDays(-options.Value.AfterSaleDays))
            {
                throw new Refusal("mall.after-sale-too-late");
            }

            if (line.TotalMinor == 0)
            {
                throw new Refusal("mall.nothing-to-refund", StatusCodes.Status422UnprocessableEntity);
            }

            if (await db.AfterSales.AnyAsync(a => a.LineId == line.Id && !AfterSale.Fruitless.Contains(a.State), ct))
            {
                throw new Refusal("mall.after-sale-exists");
            }

            applied = Applied(order, line, request);
            db.AfterSales.Add(applied);
            once?.Keep(db, LocationOf(applied), AfterSaleView.Of(applied));
        }, ct);
        return applied!;
    }

    private AfterSale Applied(Order order, OrderLine line, Request request)
    {
        var now = clock.GetUtcNow();
        var afterSale = new AfterSale
        {
            Id = ids.Next(),
            OrderId = order.Id,
            LineId = line.Id,
            Kind = request.Kind,
            Reason = request.Reason,
            Currency = order.Currency,
            AmountMinor = line.TotalMinor,
            AppliedAt = now,
        };
        afterSale.LogApplied(order.BuyerId, now);
        return afterSale;
    }

    private static string LocationOf(AfterSale afterSale) => $"/api/v1/orders/{afterSale.OrderId}";

    private static async Task<Created<AfterSaleView>> HandleAsync(
        long orderId, Request request, ApplyForAfterSale apply, Idempotency once, ICurrentAccount account, CancellationToken ct)
    {
        var afterSale = await apply.ApplyAsync(account.Id, orderId, request, once, ct);
        return TypedResults.Created(LocationOf(afterSale), AfterSaleView.Of(afterSale));
    }
}
