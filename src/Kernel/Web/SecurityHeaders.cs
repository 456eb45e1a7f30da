using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Sward.Kernel;

/// <summary>What the page allows the browser to do: the site's own scripts, styles and pictures, nothing inline but the import map, no framing.</summary>
public sealed class ContentPolicy
{
    private string? header;

    /// <summary>Hashes of inline scripts, <c>'sha256-…'</c>. Asked at the first request: only then all static files that the import map names are known.</summary>
    public Func<string> ScriptHashes { get; set; } = static () => "";

    public string Header => header ??= $"default-src 'none'; script-src 'self' {ScriptHashes()}; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
        + "connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}

/// <summary>Security headers on every answer that does not bring its own.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this IApplicationBuilder app, ContentPolicy policy) => app.Use((http, next) =>
    {
        // Last of all: an answer that failed is cleared, headers and all, before its problem is written.
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.TryAdd("Content-Security-Policy", policy.Header);
            headers.TryAdd("X-Content-Type-Options", "nosniff");
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers.TryAdd("Permissions-Policy", "camera=(self), microphone=(self), geolocation=(self), payment=()");
            headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
            if (http.Request.IsHttps)
            {
                headers.TryAdd("Strict-Transport-Security", "max-age=31536000");
            }

            return Task.CompletedTask;
        });
        return next(http);
    });
}
