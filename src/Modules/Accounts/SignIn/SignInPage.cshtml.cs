using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Sward.Accounts;

/// <summary>Signs a browser in by password, or by a code that is sent first.</summary>
internal sealed class SignInPage(StartSession start, OneTimeCodes codes, RateCounts rates, IOptions<AccountsOptions> options, IStringLocalizer texts) : PageModel
{
    public string Return { get; private set; } = "/";

    public string? Login { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>A code was sent and is asked for.</summary>
    public bool ByCode { get; private set; }

    public void OnGet(string? @return) => Return = SignedInBrowser.SafeReturn(@return);

    public async Task<IActionResult> OnPostAsync(string? login, string? password, string? code, string? @return, CancellationToken ct)
    {
        (Login, Return, ByCode) = (login, SignedInBrowser.SafeReturn(@return), code is not null);
        try
        {
            var request = new StartSession.Request(login ?? "", password, code).Checked();
            var (account, token) = await start.StartAsync(request, HttpContext.ClientAddress(), Request.Headers.UserAgent, ct);
            HttpContext.SignIn(account, token);
            return LocalRedirect(Return);
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }

    public async Task<IActionResult> OnPostCodeAsync(string? login, string? @return, CancellationToken ct)
    {
        (Login, Return) = (login, SignedInBrowser.SafeReturn(@return));
        try
        {
            var address = Accounts.Login.Parse(login) ?? throw new Refusal("accounts.login-unreadable", StatusCodes.Status400BadRequest);
            await rates.CountAsync($"codes {HttpContext.ClientAddress()}", options.Value.SignInsPerClient, TimeSpan.FromMinutes(10), ct);
            await codes.SendAsync(address, ct);
            ByCode = true;
            return Page();
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }

    private PageResult Refused(Refusal refusal)
    {
        Response.StatusCode = refusal.Status;
        Problem = texts.Of(refusal);
        return Page();
    }
}
