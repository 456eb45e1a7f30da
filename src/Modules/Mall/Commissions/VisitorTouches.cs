using System.Globalization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;

namespace Sward.Mall.Commissions;

/// <summary>
/// What led a visitor to goods, until they sign in: kept by their own browser in a cookie of this site and nowhere else, the last twenty, no longer than a touch counts. Nothing is kept of
/// a browser that says it does not want to be tracked. What the cookie says is no more than anybody could say by opening the links again, so it is not signed.
/// </summary>
internal sealed class VisitorTouches(RecordTouch record, IOptions<MallOptions> options, TimeProvider clock)
{
    public const string Cookie = "sward-came-by";
    public const int Most = 20;

    /// <summary>Lets the browser remember it.</summary>
    public void Remember(HttpContext http, Arrival arrival)
    {
        if (Objects(http.Request) || options.Value.LongestTouchDays == 0)
        {
            Forget(http);
            return;
        }

        var kept = Read(http.Request).Where(other => (other.ProductId, other.Kind, other.SourceId) != (arrival.ProductId, arrival.Kind, arrival.SourceId));
        http.Response.Cookies.Append(Cookie, string.Join('_', kept.Append(arrival).TakeLast(Most).Select(Write)), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(options.Value.LongestTouchDays),
            Path = "/",
        });
    }

    /// <summary>What the browser remembers becomes the account's, and is forgotten there.</summary>
    public async Task BringAsync(HttpContext http, long accountId, CancellationToken ct)
    {
        if (!http.Request.Cookies.ContainsKey(Cookie))
        {
            return;
        }

        if (!Objects(http.Request))
        {
            await record.RecordAsync(accountId, Read(http.Request), ct);
        }

        Forget(http);
    }

    private static void Forget(HttpContext http)
    {
        if (http.Request.Cookies.ContainsKey(Cookie))
        {
            http.Response.Cookies.Delete(Cookie);
        }
    }

    /// <summary>Global Privacy Control, or its elder.</summary>
    private static bool Objects(HttpRequest request) => request.Headers["Sec-GPC"] == "1" || request.Headers["DNT"] == "1";

    private static string Write(Arrival arrival) => string.Create(CultureInfo.InvariantCulture, $"{(int)arrival.Kind}-{arrival.ProductId}-{arrival.SourceId}-{arrival.At.ToUnixTimeSeconds()}");

    private List<Arrival> Read(HttpRequest request)
    {
        var now = clock.GetUtcNow();
        return
        [
            .. (request.Cookies[Cookie] ?? "").Split('_', Most + 1).Take(Most).Select(Parse).OfType<Arrival>()
                .Where(arrival => arrival.At <= now && arrival.At >= now.AddDays(-options.Value.LongestTouchDays)),
        ];
    }

    private static Arrival? Parse(string written)
    {
        long[] numbers = [.. written.Split('-', 5).Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)];
        return numbers is [(long)TouchKind.Note or (long)TouchKind.Link, >= 0, >= 0, >= 0 and <= uint.MaxValue]
            ? new(numbers[1], (TouchKind)numbers[0], numbers[2], DateTimeOffset.FromUnixTimeSeconds(numbers[3]))
            : null;
    }
}

/// <summary>Before one of these pages serves somebody who has signed in, what led them to goods as a visitor becomes theirs.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class BringsTouchesAttribute : Attribute, IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (http.RequestServices.GetRequiredService<ICurrentAccount>().IdOrNull is { } accountId)
        {
            await http.RequestServices.GetRequiredService<VisitorTouches>().BringAsync(http, accountId, http.RequestAborted);
        }

        await next();
    }
}
