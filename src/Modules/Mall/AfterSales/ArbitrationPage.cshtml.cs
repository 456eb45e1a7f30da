using Microsoft.AspNetCore.Authorization;
using Sward.Mall.Desk;
using Sward.Ui;

namespace Sward.Mall.AfterSales;

/// <summary>The requests that wait for the platform's decision, the oldest first.</summary>
[Authorize(Policies.Operator)]
internal sealed class ArbitrationPage(ReadAfterSales requests) : PageModel
{
    private const int Size = 50;

    public Page<AfterSaleFile> List { get; private set; } = null!;

    public Pager Pager { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? cursor, CancellationToken ct)
    {
        if (!Cursor.TryDecode(cursor, out var after, out _))
        {
            return NotFound();
        }

        List = Page<AfterSaleFile>.Of(await requests.ForPlatformAsync(cursor is null ? 0 : after, Size + 1, ct), Size, file => Cursor.Encode(file.Request.Id));
        Pager = new(List.Next is { } next ? $"/operator/arbitration?cursor={next}" : null);
        return Page();
    }
}
