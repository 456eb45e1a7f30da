using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Sward.Media;

/// <summary>A small cover while its words are being written.</summary>
internal static class PreviewCover
{
    private const int Width = 360;

    public static void Map(IEndpointRouteBuilder covers) => covers
        .MapGet("/preview", HandleAsync)
        .WithName("PreviewCover")
        .RequireAuthorization()
        .Produces<byte[]>(StatusCodes.Status200OK, "image/webp")
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> HandleAsync(
        [FromQuery] string text, [FromQuery] string design, HttpContext http, CoverStudio studio, MediaWorkers workers, DrawnCache cache, CancellationToken ct)
    {
        if (studio.Refuse(text, design) is { } refused)
        {
            return Problems.Unprocessable(refused);
        }

        var words = CoverText.Clean(text);
        var job = new CoverPreviewJob(words, design, Width);
        if (cache.Find(job) is not { } preview)
        {
            var answer = await workers.Drawing.RunAsync(job, ct);
            if (answer.Code is { } code)
            {
                return WorkerProblems.Of(http, code);
            }

            preview = cache.Keep(job, answer.Drawing!);
        }

        http.Response.Headers.CacheControl = "private, max-age=3600";
        var tag = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{design}\n{words}")))[..32];
        return TypedResults.File(preview, "image/webp", entityTag: new EntityTagHeaderValue($"\"{tag}\""));
    }
}
