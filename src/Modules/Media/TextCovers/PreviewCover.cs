using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
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
        [FromQuery] string text, [FromQuery] string design, HttpContext http, CoverStudio studio, MediaWorkers workers, PreviewCache cache, CancellationToken ct)
    {
        if (studio.Refuse(text, design) is { } refused)
        {
            return Problems.Unprocessable(refused);
        }

        var words = CoverText.Clean(text);
        if (cache.Find(design, words) is not { } preview)
        {
            var answer = await workers.Drawing.RunAsync(new CoverPreviewJob(words, design, Width), ct);
            if (answer.Code is { } code)
            {
                return WorkerProblems.Of(http, code);
            }

            preview = cache.Keep(design, words, answer.CoverPreview!);
        }

        http.Response.Headers.CacheControl = "private, max-age=3600";
        var tag = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{design}\n{words}")))[..32];
        return TypedResults.File(preview, "image/webp", entityTag: new EntityTagHeaderValue($"\"{tag}\""));
    }
}

/// <summary>Previews of the last minutes: every design is shown for the same words, again and again while somebody writes.</summary>
internal sealed class PreviewCache : IDisposable
{
    private const int Bytes = 16 << 20;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = Bytes });

    public byte[]? Find(string design, string words) => cache.Get<byte[]>((design, words));

    public byte[] Keep(string design, string words, byte[] preview) =>
        cache.Set((design, words), preview, new MemoryCacheEntryOptions { Size = preview.Length, SlidingExpiration = Lifetime });

    public void Dispose() => cache.Dispose();
}
