using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;

namespace Sward.Accounts;

/// <summary>Leads to one's own profile.</summary>
[Authorize]
internal sealed class MePage(IAccountCards cards, ICurrentAccount account) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => LocalRedirect($"/u/{(await cards.GetAsync([account.Id], ct))[account.Id].Handle}");
}
