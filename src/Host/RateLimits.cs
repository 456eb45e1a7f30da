using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Sward.Kernel;

namespace Sward.Host;

/// <summary>How fast one person may go, counted on each node: one table from kind of request to limit. What must not be guessed is counted in the database besides.</summary>
internal static class RateLimits
{
    private sealed record Limit(string Kind, int Requests, TimeSpan Window);

    private static readonly Limit Reads = new("read", 1_200, TimeSpan.FromMinutes(1));
    private static readonly Limit Writes = new("write", 300, TimeSpan.FromMinutes(1));
    private static readonly Limit Uploads = new("upload", 120, TimeSpan.FromMinutes(1));
    private static readonly Limit Drawings = new("drawing", 60, TimeSpan.FromMinutes(1));
    private static readonly Limit Events = new("events", 240, TimeSpan.FromMinutes(1));

    private static readonly (string Prefix, Limit Limit)[] ByPrefix = [("/api/v1/media", Uploads), ("/api/v1/events", Events)];

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var enabled = builder.Configuration.GetValue("RateLimits:Enabled", defaultValue: true);
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = static async (context, ct) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
                await context.HttpContext.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new() { HttpContext = context.HttpContext, ProblemDetails = { Status = 429 } });
            };
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => BucketOf(http, enabled ? LimitOf(http.Request) : null));
            // For what is drawn for the one who asks; routes name this policy, most pages and files have no limit.
            options.AddPolicy("drawing", http => BucketOf(http, enabled ? Drawings : null));
        });
    }

    private static RateLimitPartition<string> BucketOf(HttpContext http, Limit? limit) => limit is null
        ? RateLimitPartition.GetNoLimiter("none")
        : RateLimitPartition.GetTokenBucketLimiter($"{limit.Kind} {WhoIs(http)}", _ => new()
        {
            TokenLimit = limit.Requests,
            TokensPerPeriod = Math.Max(1, limit.Requests / 60),
            ReplenishmentPeriod = limit.Window / 60,
            QueueLimit = 0,
        });

    private static Limit? LimitOf(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
        ? request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? Reads : null
        : ByPrefix.FirstOrDefault(row => request.Path.StartsWithSegments(row.Prefix, StringComparison.Ordinal)).Limit ?? Writes;

    private static string WhoIs(HttpContext http) => http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? http.ClientAddress();
}
