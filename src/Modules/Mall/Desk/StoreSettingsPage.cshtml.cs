using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Mall.Stores;

namespace Sward.Mall.Desk;

/// <summary>A store's name, story and threshold discount.</summary>
[Authorize]
internal sealed class StoreSettingsPage(MyStore mine, EditStore edit, IStringLocalizer texts) : PageModel
{
    public Store Store { get; private set; } = null!;

    public string? Problem { get; private set; }

    public string Plain(long minor) => minor == 0 ? "" : new Money(minor, Store.Currency).ToPlainString();

    public async Task<IActionResult> OnGetAsync(long storeId, CancellationToken ct)
    {
        if (await mine.FindAsync(storeId, ct) is not { } store)
        {
            return NotFound();
        }

        Store = store;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long storeId, string? name, string? story, string? threshold, string? off, CancellationToken ct)
    {
        if (await mine.FindAsync(storeId, ct) is not { } store)
        {
            return NotFound();
        }

        try
        {
            var request = new EditStore.Request { Name = name, Story = story ?? "", ThresholdMinor = TypedMoney.MinorOrNull(threshold, store.Currency) ?? 0, OffMinor = TypedMoney.MinorOrNull(off, store.Currency) ?? 0 }.Checked();
            return await edit.ChangeAsync(storeId, request, ct) is null ? NotFound() : LocalRedirect($"/desk/{storeId}/store");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts[$"problem.{refusal.Code}", [.. refusal.Arguments]];
            return await OnGetAsync(storeId, ct);
        }
    }
}
