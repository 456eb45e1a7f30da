using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;

namespace Sward.Media;

/// <summary>Serves one rendition by its unguessable address. What an address shows never changes, so browsers keep it for a year.</summary>
internal static partial class ServeFile
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapMethods("/media/{token:length(32)}/{file}", [HttpMethods.Get, HttpMethods.Head], HandleAsync)
        .WithName("ServeMediaFile")
        .AllowAnonymous();

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> HandleAsync(
        string token, string file, MediaDb db, IBlobs blobs, HttpResponse response, CancellationToken ct)
    {
        // The row decides, not the file: files of a deleted medium stay for a week.
        if (!Rendition().IsMatch(file)
            || !await db.Media.AnyAsync(m => m.Token == token, ct)
            || await blobs.OpenReadAsync(MediumFiles.KeyOf(token, file), ct) is not { } content)
        {
            return Problems.NotFound("media.not-found");
        }

        var headers = response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        var type = (file.EndsWith(".avif", StringComparison.Ordinal) ? PictureFormat.Avif : PictureFormat.Webp).ContentType();
        return TypedResults.Stream(content, type, entityTag: new EntityTagHeaderValue($"\"{token}-{file}\""), enableRangeProcessing: true);
    }

    [GeneratedRegex(@"^\d{1,5}\.(webp|avif)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rendition();
}
