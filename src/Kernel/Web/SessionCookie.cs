using Microsoft.AspNetCore.Http;

namespace Sward.Kernel;

/// <summary>The one cookie that signs a browser in; its absence makes a request a visitor's.</summary>
public static class SessionCookie
{
    public const string Name = "sward-session";

    /// <summary>Whether the request could be somebody's: it carries the cookie or a bearer token.</summary>
    public static bool MayBeSignedIn(this HttpRequest request) => request.Cookies.ContainsKey(Name) || request.Headers.Authorization.Count > 0;
}
