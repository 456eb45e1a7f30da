using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Mall.Stores;

namespace Sward.Mall.Desk;

/// <summary>A store's name and story.</summary>
[Authorize]
internal sealed class StoreSettingsPage(MyStore mine, EditStore edit, IStringLocalizer texts) : PageModel
{
    public Store Store { get; private set; } = null!;

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

    public async Task<IActionResult> OnPostAsync(long storeId, string? name, string? story, CancellationToken ct)
    {
        if (await mine.FindAsync(storeId, ct) is not { } store)
        {
            return NotFound();
        }

        try
        {
            var request = new EditStore.Request { Name = name, Story = story ?? "" }.Checked();
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
