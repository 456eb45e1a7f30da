using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Mall.Orders;

namespace Sward.Mall.Invoices;

/// <summary>The buyer of an order that is over asks the store for an invoice, once.</summary>
internal sealed class AskForInvoice(MallDb db, ChangeOrder change, Idempotency once, Ids ids, TimeProvider clock)
{
    /// <summary>States in which there is something to be invoiced that is not about to change.</summary>
    public static readonly OrderState[] States = [OrderState.Completed, OrderState.PartRefunded, OrderState.Closed];

    /// <summary>In whose name it is.</summary>
    /// <param name="TaxNumber">A company has one: 8 to 20 digits and capital letters.</param>
    public sealed record Request(
        InvoiceKind Kind,
        [property: Required, StringLength(Invoice.Mapping.TitleLength, MinimumLength = 1)] string Title,
        [property: RegularExpression("[0-9A-Z]{8,20}")] string? TaxNumber = null,
        [property: EmailAddress, StringLength(Invoice.Mapping.EmailLength)] string? Email = null);

    public static void Map(IEndpointRouteBuilder orders) => orders
        .MapPost("/{orderId:long}/invoices", HandleAsync)
        .WithName("AskForInvoice")
        .WithIdempotency()
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization();

    /// <summary>Makes the request; the store will find it at its desk.</summary>
    /// <exception cref="IdempotencyKeyTaken">It was asked for before, under the same key.</exception>
    public async Task<InvoiceView> AskAsync(long accountId, long orderId, Request request, CancellationToken ct)
    {
        if (request.Kind is InvoiceKind.Company != request.TaxNumber is not null)
        {
            throw new Refusal("mall.invoice-tax-number", StatusCodes.Status422UnprocessableEntity);
        }

        InvoiceView? asked = null;
        await change.RunAsync(accountId, orderId, [ActorKind.Buyer], async (_, order, _) =>
        {
            if (!States.Contains(order.State) || order.TotalMinor == order.RefundedMinor)
            {
                throw new Refusal("mall.order-state");
            }

            if (await db.Invoices.AnyAsync(i => i.OrderId == orderId, ct))
            {
                throw new Refusal("mall.invoice-exists");
            }

            var invoice = new Invoice
            {
                Id = ids.Next(),
                OrderId = orderId,
                StoreId = order.StoreId,
                Kind = request.Kind,
                Title = request.Title.Trim(),
                TaxNumber = request.TaxNumber,
                Email = request.Email,
                Currency = order.Currency,
                AskedAt = clock.GetUtcNow(),
            };
            db.Invoices.Add(invoice);
            asked = InvoiceView.Of(invoice, order.Number);
            once.Keep(db, LocationOf(asked), asked);
        }, ct);
        return asked ?? throw new IdempotencyKeyTaken();
    }

    private static string LocationOf(InvoiceView invoice) => $"/api/v1/orders/{invoice.OrderId}/invoices";

    private static async Task<Created<InvoiceView>> HandleAsync(long orderId, Request request, AskForInvoice ask, ICurrentAccount account, CancellationToken ct)
    {
        var asked = await ask.AskAsync(account.Id, orderId, request, ct);
        return TypedResults.Created(LocationOf(asked), asked);
    }
}
