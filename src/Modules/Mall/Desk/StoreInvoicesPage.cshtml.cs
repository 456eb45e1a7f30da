using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Invoices;
using Sward.Mall.Stores;
using Sward.Ui;

namespace Sward.Mall.Desk;

/// <summary>The invoices that a store's buyers asked for, and those it has issued.</summary>
[Authorize]
internal sealed class StoreInvoicesPage(MyStore mine, ReadInvoices read, IssueInvoice issue, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    private const int Size = 50;

    public Store Store { get; private set; } = null!;

    public Page<InvoiceView> List { get; private set; } = null!;

    public Pager Pager => new(List.Next is { } next ? $"/desk/{Store.Id}/invoices?cursor={next}" : null);

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(long storeId, string? cursor, CancellationToken ct)
    {
        if (await mine.FindAsync(storeId, ct) is not { } store || !Cursor.TryDecode(cursor, out var before, out _))
        {
            return NotFound();
        }

        Store = store;
        List = Page<InvoiceView>.Of(await read.OfStoreAsync(account.Id, storeId, before, Size + 1, ct), Size, invoice => Cursor.Encode(invoice.Id));
        return Page();
    }

    public async Task<IActionResult> OnPostIssueAsync(long storeId, long invoiceId, string? number, CancellationToken ct)
    {
        try
        {
            await issue.IssueAsync(account.Id, invoiceId, new IssueInvoice.Request(number ?? "").Checked(), ct);
            return LocalRedirect($"/desk/{storeId}/invoices");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
            return await OnGetAsync(storeId, cursor: null, ct);
        }
    }
}
