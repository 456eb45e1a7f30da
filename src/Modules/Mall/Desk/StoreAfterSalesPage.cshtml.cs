using Microsoft.AspNetCore.Authorization;
using Sward.Mall.AfterSales;
using Sward.Mall.Stores;
using Sward.Ui;

namespace Sward.Mall.Desk;

/// <summary>What a store's buyers ask for after the sale, newest first.</summary>
[Authorize]
internal sealed class StoreAfterSalesPage(MyStore mine, ReadAfterSales requests) : PageModel
{
    private const int Size = 50;

    public Store Store { get; private set; } = null!;

    public Page<AfterSaleFile> List { get; private set; } = null!;

    public Pager Pager { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long storeId, string? cursor, CancellationToken ct)
    {
        if (await mine.FindAsync(storeId, ct) is not { } store || !Cursor.TryDecode(cursor, out var before, out _))
        {
            return NotFound();
        }

        Store = store;
        List = Page<AfterSaleFile>.Of(await requests.OfStoreAsync(storeId, before, Size + 1, ct), Size, file => Cursor.Encode(file.Request.Id));
        Pager = new(List.Next is { } next ? $"/desk/{storeId}/after-sales?cursor={next}" : null);
        return Page();
    }
}
