using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Sward.Kernel;

/// <summary>
/// Refuses writes that a browser makes with the session cookie on behalf of another site. Browsers say where a request comes from (Sec-Fetch-Site, or Origin
/// on older ones). A bearer token is never sent by a browser on its own, so requests with one pass; so do programs, which send neither origin nor cookie.
/// </summary>
internal static class SameOriginWrites
{
    public static void UseSameOriginWrites(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (IsWrite(http.Request.Method) && !HasBearerToken(http.Request) && !IsSameOrigin(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            await http.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new()
            {
                HttpContext = http,
                ProblemDetails = Problems.Details(StatusCodes.Status403Forbidden, "kernel.foreign-origin", []),
            });
            return;
        }

        await next(http);
    });

    private static bool IsWrite(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    private static bool HasBearerToken(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);

    private static bool IsSameOrigin(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" => true,
        "" when request.Headers.Origin.Count == 0 => request.Cookies.Count == 0,
        "" => string.Equals(request.Headers.Origin.ToString(), $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
