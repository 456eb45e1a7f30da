using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Sward.Kernel;

/// <summary>
/// Refuses writes that a browser makes with the session cookie on behalf of another site. Browsers say where a request comes from (Sec-Fetch-Site, or Origin
/// on older ones); a bearer token is never sent by a browser on its own, so requests with one pass.
/// </summary>
internal static class SameOriginWrites
{
    public static void UseSameOriginWrites(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (IsWrite(http.Request.Method) && http.Request.Headers.Authorization.Count == 0 && http.Request.Cookies.Count > 0 && !IsSameOrigin(http.Request))
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

    private static bool IsSameOrigin(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" => true,
        "" => string.Equals(request.Headers.Origin.ToString(), $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
