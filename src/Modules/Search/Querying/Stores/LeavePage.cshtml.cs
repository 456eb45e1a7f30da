using Sward.Contracts.Accounts;

namespace Sward.Search;

/// <summary>Asks before somebody leaves for a store's page on another site. Only addresses of stores on approved sites are led to.</summary>
internal sealed class LeavePage(FindStores find, ICurrentAccount account) : PageModel
{
    public long StoreId { get; private set; }

    public string Link { get; private set; } = "";

    public string Host { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(long storeId, CancellationToken ct)
    {
        if (await find.OutsideAsync(storeId, account.IdOrNull, ct) is not { } site)
        {
            return NotFound();
        }

        (StoreId, Link, Host) = (storeId, site.Link, site.Host);
        return Page();
    }
}
