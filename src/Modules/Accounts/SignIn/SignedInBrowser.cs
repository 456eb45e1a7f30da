namespace Sward.Accounts;

/// <summary>Signs a browser in and out: the session's token becomes the site's cookie, and the account's language follows it.</summary>
internal static class SignedInBrowser
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    public static void SignIn(this HttpContext http, Account account, string token)
    {
        http.Response.Cookies.Append(SessionCookie.Name, token, Options(http, httpOnly: true));
        http.Response.Cookies.Append(Languages.Cookie, account.Language, Options(http, httpOnly: false));
    }

    public static void SignOut(this HttpContext http) => http.Response.Cookies.Delete(SessionCookie.Name);

    /// <summary>Where a page sends the person afterwards: back to where they came from on this site, else home.</summary>
    public static string SafeReturn(string? path) =>
        path is { Length: > 1 } && path[0] is '/' && path[1] is not ('/' or '\\') && !path.Any(char.IsControl) ? path : "/";

    private static CookieOptions Options(HttpContext http, bool httpOnly) =>
        new() { HttpOnly = httpOnly, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = Kept, IsEssential = true, Path = "/" };
}
