using Sward.Contracts.Accounts;

namespace Sward.Mall.Invoices;

/// <summary>An invoice or credit note as buyer and store see it.</summary>
/// <param name="CreditOfId">The invoice that a credit note belongs to.</param>
/// <param name="Number">Null until the store has issued it; its amounts are zero until then.</param>
internal sealed record InvoiceView(
    long Id, long OrderId, string OrderNumber, long? CreditOfId, InvoiceKind Kind, string Title, string? TaxNumber, string? Email, string? Number,
    Money Goods, Money Freight, Money Tax, Money Total, DateTimeOffset AskedAt, DateTimeOffset? IssuedAt)
{
    public static InvoiceView Of(Invoice invoice, string orderNumber) => new(
        invoice.Id, invoice.OrderId, orderNumber, invoice.CreditOfId, invoice.Kind, invoice.Title, invoice.TaxNumber, invoice.Email, invoice.Number,
        new Money(invoice.GoodsMinor, invoice.Currency), new Money(invoice.FreightMinor, invoice.Currency), new Money(invoice.TaxMinor, invoice.Currency), new Money(invoice.TotalMinor, invoice.Currency),
        invoice.AskedAt, invoice.IssuedAt);
}

/// <summary>Shows invoices to the buyer and the store of their order; to everybody else they do not exist.</summary>
internal sealed class ReadInvoices(MallDb db)
{
    public static void Map(IEndpointRouteBuilder orders, IEndpointRouteBuilder stores, IEndpointRouteBuilder invoices)
    {
        orders.MapGet("/{orderId:long}/invoices", async (long orderId, ReadInvoices read, ICurrentAccount account, CancellationToken ct) =>
                TypedResults.Ok(new Page<InvoiceView>(await read.OfOrderAsync(account.Id, orderId, ct), Next: null)))
            .WithName("ListOrderInvoices")
            .RequireAuthorization();
        stores.MapGet("/{storeId:long}/invoices", HandleListAsync)
            .WithName("ListStoreInvoices")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .RequireAuthorization();
        invoices.MapGet("/{invoiceId:long}/document", HandleDocumentAsync)
            .WithName("ReadInvoiceDocument")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/pdf")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization();
    }

    public async Task<InvoiceView?> FindAsync(long accountId, long invoiceId, CancellationToken ct) => (await ViewsAsync(db.Invoices.Where(i => i.Id == invoiceId), accountId, ct)).SingleOrDefault();

    /// <summary>The invoice and its credit notes.</summary>
    public Task<IReadOnlyList<InvoiceView>> OfOrderAsync(long accountId, long orderId, CancellationToken ct) =>
        ViewsAsync(db.Invoices.Where(i => i.OrderId == orderId).OrderBy(i => i.Id), accountId, ct);

    /// <summary>Those of a store of this seller, newest first.</summary>
    public Task<IReadOnlyList<InvoiceView>> OfStoreAsync(long sellerId, long storeId, long before, int limit, CancellationToken ct) =>
        ViewsAsync(db.Invoices.Where(i => i.StoreId == storeId && i.Id < before && db.Stores.Any(s => s.Id == storeId && s.OwnerId == sellerId)).OrderByDescending(i => i.Id).Take(limit), sellerId, ct);

    private async Task<IReadOnlyList<InvoiceView>> ViewsAsync(IQueryable<Invoice> chosen, long accountId, CancellationToken ct) => (await (
        from invoice in chosen.AsNoTracking()
        join order in db.Orders on invoice.OrderId equals order.Id
        where order.BuyerId == accountId || order.SellerId == accountId
        select new { invoice, order.Number }).ToListAsync(ct)).ConvertAll(row => InvoiceView.Of(row.invoice, row.Number));

    private static async Task<Results<Ok<Page<InvoiceView>>, ProblemHttpResult>> HandleListAsync(
        long storeId, [AsParameters] PageQuery page, ReadInvoices read, ICurrentAccount account, CancellationToken ct) =>
        Cursor.TryDecode(page.Cursor, out var before, out _)
            ? TypedResults.Ok(Page<InvoiceView>.Of(await read.OfStoreAsync(account.Id, storeId, before, page.Size + 1, ct), page.Size, invoice => Cursor.Encode(invoice.Id)))
            : Problems.BadRequest("kernel.bad-cursor");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> HandleDocumentAsync(
        long invoiceId, ReadInvoices read, InvoiceDocument document, ICurrentAccount account, CancellationToken ct) =>
        await read.FindAsync(account.Id, invoiceId, ct) is { Number: not null } invoice
            ? TypedResults.File(await document.OfAsync(invoice, ct), "application/pdf", $"invoice-{invoiceId}.pdf")
            : Problems.NotFound("mall.invoice-not-found");
}
