using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Sward.Ui;

/// <summary>Chooses language and theme, for everybody: kept in two cookies for a year.</summary>
internal sealed class LookPage(TimeProvider clock) : PageModel
{
    public IActionResult OnPost(string? language, string? theme, string? @return)
    {
        if (language is not null && Texts.Languages.Contains(language, StringComparer.Ordinal))
        {
            Keep(Languages.Cookie, language);
        }

        if (theme is "light" or "dark")
        {
            Keep(Theme.Cookie, theme);
        }
        else if (theme is not null)
        {
            Response.Cookies.Delete(Theme.Cookie);
        }

        return LocalRedirect(Url.IsLocalUrl(@return) ? @return! : "/settings/look");
    }

    private void Keep(string cookie, string value) => Response.Cookies.Append(cookie, value, new CookieOptions
    {
        Expires = clock.GetUtcNow().AddYears(1),
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = Request.IsHttps,
        IsEssential = true,
    });
}
