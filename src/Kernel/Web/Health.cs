using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Sward.Kernel;

/// <summary>Live: the process answers. Ready: the database answers too, so that traffic may come.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Text("live")).WithName("Live").WithTags("Health").AllowAnonymous();
        routes.MapGet("/health/ready", async (KernelDb db, CancellationToken ct) => await db.Database.CanConnectAsync(ct)
            ? Results.Text("ready")
            : Results.StatusCode(StatusCodes.Status503ServiceUnavailable)).WithName("Ready").WithTags("Health").AllowAnonymous();
    }
}
