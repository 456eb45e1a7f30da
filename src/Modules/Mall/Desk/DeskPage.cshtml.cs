using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Mall.Stores;

namespace Sward.Mall.Desk;

/// <summary>My stores, and how to open one.</summary>
[Authorize]
internal sealed class DeskPage(MallDb db, OpenStore open, IOptions<MallOptions> options, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    public IReadOnlyList<Store> Stores { get; private set; } = [];

    /// <summary>What a new store may trade in.</summary>
    public IReadOnlyList<string> Currencies => options.Value.StoreCurrencies;

    public string? Problem { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var ownerId = account.Id;
        Stores = await db.Stores.AsNoTracking().Where(s => s.OwnerId == ownerId).OrderByDescending(s => s.Id).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(string? name, StoreKind? kind, string? story, string? currency, CancellationToken ct)
    {
        try
        {
            var opened = await open.OpenAsync(new OpenStore.Request(name ?? "", kind, story, LogoId: null, currency).Checked(), ct);
            return LocalRedirect($"/desk/{opened.Value!.Id}/products");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
            await OnGetAsync(ct);
            return Page();
        }
    }
}
