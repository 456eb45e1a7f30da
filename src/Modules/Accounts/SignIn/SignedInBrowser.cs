using Microsoft.Extensions.Options;

namespace Sward.Accounts;

/// <summary>Signs a browser in and out: the session's token becomes the site's cookie, and the account's language follows it.</summary>
internal static class SignedInBrowser
{
    public static void SignIn(this HttpContext http, Account account, string token)
    {
        http.Response.Cookies.Append(SessionCookie.Name, token, Options(http, httpOnly: true));
        http.Response.Cookies.Append(Languages.Cookie, account.Language, Options(http, httpOnly: false));
    }

    public static void SignOut(this HttpContext http) => http.Response.Cookies.Delete(SessionCookie.Name);

    /// <summary>Where a page sends the person afterwards: back to where they came from on this site, else home.</summary>
    public static string SafeReturn(string? path) =>
        path is not null && RedirectHttpResult.IsLocalUrl(path) ? path : "/";

    private static CookieOptions Options(HttpContext http, bool httpOnly) => new()
    {
        HttpOnly = httpOnly,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        MaxAge = TimeSpan.FromDays(http.RequestServices.GetRequiredService<IOptions<AccountsOptions>>().Value.SessionDays),
        IsEssential = true,
        Path = "/",
    };
}
