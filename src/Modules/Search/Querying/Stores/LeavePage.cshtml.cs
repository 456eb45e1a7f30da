using Sward.Contracts.Accounts;

namespace Sward.Search;

/// <summary>Asks before somebody leaves for a store's page on another site. Only addresses of stores on approved sites are led to.</summary>
internal sealed class LeavePage(SearchDb db, OutsideSites sites, ICircles circles, ICurrentAccount account) : PageModel
{
    public long StoreId { get; private set; }

    public string Link { get; private set; } = "";

    public string Host { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(long storeId, CancellationToken ct)
    {
        var store = await db.Stores.AsNoTracking().SingleOrDefaultAsync(s => s.Id == storeId && s.IsDirect, ct);
        if (store is not { OutsideLink: { } link } || (await circles.OfAsync(account.IdOrNull, ct)).Blocked.Contains(store.OwnerId)
            || !(await sites.ApprovedAsync([link], ct)).TryGetValue(link, out var host))
        {
            return NotFound();
        }

        (StoreId, Link, Host) = (storeId, link, host);
        return Page();
    }
}
