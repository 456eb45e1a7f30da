using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace Sward.Kernel;

/// <summary>
/// Caches whole answers for people without an account, by address and language. Such answers set no cookie and hold no token. Tags let a module drop them the
/// moment something on them must go.
/// </summary>
public sealed class VisitorCache(TimeSpan lifetime, params string[] tags) : IOutputCachePolicy
{
    /// <summary>The policy for pages whose content may be half a minute old; evict by the tag <c>visitors</c>.</summary>
    public const string Policy = "visitors";

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var cacheable = HttpMethods.IsGet(request.Method) && !request.MayBeSignedIn();
        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage) = (cacheable, cacheable, cacheable);
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = lifetime;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["language"] = CultureInfo.CurrentUICulture.Name;
        context.CacheVaryByRules.VaryByValues["theme"] = request.Cookies["theme"] is "light" or "dark" ? request.Cookies["theme"]! : "";
        context.CacheVaryByRules.HeaderNames = "Sward-Fragment"; // the same page without its frame
        foreach (var tag in tags)
        {
            context.Tags.Add(tag);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK && StringValues.IsNullOrEmpty(response.Headers.SetCookie);
        return ValueTask.CompletedTask;
    }
}
