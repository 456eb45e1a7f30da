using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Mall.Orders;

namespace Sward.Mall.Invoices;

/// <summary>The store gives an invoice its number: from then on it stands, and refunds make credit notes.</summary>
internal sealed class IssueInvoice(MallDb db, ChangeOrder change, ReadInvoices invoices, TimeProvider clock)
{
    public sealed record Request([property: Required, StringLength(Invoice.Mapping.NumberLength, MinimumLength = 1)] string Number);

    public static void Map(IEndpointRouteBuilder invoices) => invoices
        .MapPost("/{invoiceId:long}/issue", HandleAsync)
        .WithName("IssueInvoice")
        .WithIdempotency()
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization();

    public async Task<InvoiceView> IssueAsync(long accountId, long invoiceId, Request request, CancellationToken ct)
    {
        var (number, orderId) = (request.Number.Trim(), await db.Invoices.Where(i => i.Id == invoiceId).Select(i => i.OrderId).SingleOrDefaultAsync(ct));
        await change.RunAsync(accountId, orderId, [ActorKind.Seller], async (_, order, _) =>
        {
            var invoice = await db.Invoices.SingleAsync(i => i.Id == invoiceId, ct);
            if (invoice.Number is not null || order.TotalMinor == order.RefundedMinor)
            {
                throw new Refusal("mall.invoice-over");
            }

            if (await db.Invoices.AnyAsync(i => i.StoreId == order.StoreId && i.Number == number, ct))
            {
                throw new Refusal("mall.invoice-number-taken");
            }

            invoice.Issue(order, number, clock.GetUtcNow());
        }, ct);
        return (await invoices.FindAsync(accountId, invoiceId, ct))!;
    }

    private static async Task<Ok<InvoiceView>> HandleAsync(long invoiceId, Request request, IssueInvoice issue, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(await issue.IssueAsync(account.Id, invoiceId, request, ct));
}
