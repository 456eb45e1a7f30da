using Microsoft.Extensions.Localization;

namespace Sward.Accounts;

/// <summary>Opens an account and signs the browser in.</summary>
internal sealed class SignUpPage(OpenAccount open, IStringLocalizer texts) : PageModel
{
    public string Return { get; private set; } = "/";

    public string? Login { get; private set; }

    public string? Nickname { get; private set; }

    public string? Problem { get; private set; }

    public void OnGet(string? @return) => Return = SignedInBrowser.SafeReturn(@return);

    public async Task<IActionResult> OnPostAsync(string? nickname, string? login, string? password, string? @return, CancellationToken ct)
    {
        (Nickname, Login, Return) = (nickname, login, SignedInBrowser.SafeReturn(@return));
        try
        {
            var (account, token) = await open.OpenAsync(
                new OpenAccount.Request(login, Phone: null, password ?? "", Code: null, nickname ?? "").Checked(), HttpContext.ClientAddress(), Request.Headers.UserAgent, ct);
            HttpContext.SignIn(account, token);
            // Who came for something else goes on to it; the others are asked what they like.
            return LocalRedirect(Return is "/" ? "/interests" : Return);
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = refusal.Code is "kernel.invalid" ? texts["accounts.sign-up.incomplete"] : texts.Of(refusal);
            return Page();
        }
    }
}
