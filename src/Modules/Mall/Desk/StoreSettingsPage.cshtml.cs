using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Sward.Mall.Stock;
using Sward.Mall.Stores;

namespace Sward.Mall.Desk;

/// <summary>A store's name, story and price guarantee, what it wants of search, and where its warehouses stand.</summary>
[Authorize]
internal sealed class StoreSettingsPage(MyStore mine, EditStore edit, KeepWarehouses warehouses, IOptions<MallOptions> options, IStringLocalizer texts) : PageModel
{
    public Store Store { get; private set; } = null!;

    public IReadOnlyList<WarehouseView> Warehouses { get; private set; } = [];

    public int GuaranteeDays => options.Value.PriceGuaranteeDays;

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(long storeId, CancellationToken ct)
    {
        if (await mine.FindAsync(storeId, ct) is not { } store)
        {
            return NotFound();
        }

        Store = store;
        Warehouses = await warehouses.ListAsync(storeId, ct) ?? [];
        return Page();
    }

    public Task<IActionResult> OnPostAsync(long storeId, string? name, string? story, bool guaranteesPrices, bool searchDirect, string? outsideLink, CancellationToken ct)
    {
        EditStore.Request WishOf() => new() { Name = name, Story = story ?? "", GuaranteesPrices = guaranteesPrices, SearchDirect = searchDirect, OutsideLink = outsideLink?.Trim() ?? "" };
        return DoAsync(storeId, async () => await edit.ChangeAsync(storeId, WishOf().Checked(), ct) is not null, ct);
    }

    public Task<IActionResult> OnPostWarehouseAsync(long storeId, string? code, string? country, CancellationToken ct) => DoAsync(
        storeId, () => warehouses.PlaceAsync(storeId, code ?? "", new KeepWarehouses.Request(country ?? "").Checked(), ct), ct);

    /// <summary>Changes something of the store; false says that it is not one of this account.</summary>
    private async Task<IActionResult> DoAsync(long storeId, Func<Task<bool>> change, CancellationToken ct)
    {
        try
        {
            return await change() ? LocalRedirect($"/desk/{storeId}/store") : NotFound();
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
            return await OnGetAsync(storeId, ct);
        }
    }
}
