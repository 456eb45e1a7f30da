using Microsoft.AspNetCore.Authorization;

namespace Sward.Accounts;

/// <summary>Ends the browser's session.</summary>
[Authorize]
internal sealed class SignOutPage(Sessions sessions, CurrentAccount account) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/settings");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await sessions.EndAsync(account.Id, account.SessionId!.Value, ct);
        HttpContext.SignOut();
        return LocalRedirect("/");
    }
}
