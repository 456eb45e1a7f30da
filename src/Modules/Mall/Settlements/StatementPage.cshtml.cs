using Microsoft.AspNetCore.Authorization;
using Sward.Mall.Desk;

namespace Sward.Mall.Settlements;

/// <summary>A store's statement of a month, to read and to take away.</summary>
[Authorize]
internal sealed class StatementPage(MyStore mine, ReadStatement read, StatementFiles files) : PageModel
{
    public StatementView Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long storeId, long statementId, CancellationToken ct)
    {
        if (await FindAsync(storeId, statementId, ct) is not { } view)
        {
            return NotFound();
        }

        Shown = view;
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(long storeId, long statementId, CancellationToken ct) =>
        await FindAsync(storeId, statementId, ct) is { } view ? File(files.ToCsv(view), "text/csv; charset=utf-8", $"statement-{statementId}.csv") : NotFound();

    public async Task<IActionResult> OnGetPdfAsync(long storeId, long statementId, CancellationToken ct) =>
        await FindAsync(storeId, statementId, ct) is { } view ? File(files.ToPdf(view), "application/pdf", $"statement-{statementId}.pdf") : NotFound();

    private async Task<StatementView?> FindAsync(long storeId, long statementId, CancellationToken ct) =>
        await mine.FindAsync(storeId, ct) is null ? null : await read.FindAsync(storeId, statementId, ct);
}
