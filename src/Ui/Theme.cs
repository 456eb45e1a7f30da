using Microsoft.AspNetCore.Http;

namespace Sward.Ui;

/// <summary>Light, dark, or what the system says: kept in a cookie so that visitors have it too.</summary>
public static class Theme
{
    public const string Cookie = "theme";

    /// <summary>light or dark when the person chose one; null follows the system.</summary>
    public static string? Of(HttpContext context) => context.Request.Cookies[Cookie] is "light" or "dark" ? context.Request.Cookies[Cookie] : null;
}
