using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Sward.Mall.Stores;

namespace Sward.Mall.Desk;

/// <summary>A store's name, story and price guarantee.</summary>
[Authorize]
internal sealed class StoreSettingsPage(MyStore mine, EditStore edit, IOptions<MallOptions> options, IStringLocalizer texts) : PageModel
{
    public Store Store { get; private set; } = null!;

    public int GuaranteeDays => options.Value.PriceGuaranteeDays;

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(long storeId, CancellationToken ct)
    {
        if (await mine.FindAsync(storeId, ct) is not { } store)
        {
            return NotFound();
        }

        Store = store;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long storeId, string? name, string? story, bool guaranteesPrices, CancellationToken ct)
    {
        if (await mine.FindAsync(storeId, ct) is not { } store)
        {
            return NotFound();
        }

        try
        {
            var request = new EditStore.Request { Name = name, Story = story ?? "", GuaranteesPrices = guaranteesPrices }.Checked();
            return await edit.ChangeAsync(storeId, request, ct) is null ? NotFound() : LocalRedirect($"/desk/{storeId}/store");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
            return await OnGetAsync(storeId, ct);
        }
    }
}
