using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>The drafts of an account, to go on with or to throw away.</summary>
[Authorize]
internal sealed class DraftsPage(Drafts drafts, ICurrentAccount account) : PageModel
{
    private const int Size = 30;

    public Page<DraftView> Drafts { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? cursor, CancellationToken ct)
    {
        if (await drafts.PageAsync(account.Id, cursor, Size, ct) is not { } page)
        {
            return NotFound();
        }

        Drafts = page;
        return Page();
    }
}
