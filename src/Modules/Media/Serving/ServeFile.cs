using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;
using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;

namespace Sward.Media;

/// <summary>
/// Serves one rendition by its unguessable address. What a public address shows never changes, so browsers keep it for a year; anything else is asked for
/// anew each time, so that it is there only for whom it is there now.
/// </summary>
internal sealed partial class ServeFile(MediaDb db, IBlobs blobs, INoteCards notes)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapMethods("/media/{token:length(32)}/{file}", [HttpMethods.Get, HttpMethods.Head], HandleAsync)
        .WithName("ServeMediaFile")
        .AllowAnonymous();

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> HandleAsync(
        string token, string file, ServeFile serve, ICurrentAccount account, HttpResponse response, CancellationToken ct) =>
        Rendition().IsMatch(file) && await serve.RunAsync(token, file, account.IdOrNull, response.Headers, ct) is { } content
            ? content
            : Problems.NotFound("media.not-found");

    /// <summary>The file, or null when there is none for this reader.</summary>
    private async Task<FileStreamHttpResult?> RunAsync(string token, string file, long? readerId, IHeaderDictionary headers, CancellationToken ct)
    {
        // The row decides, not the file: files of a deleted medium stay for a week.
        var medium = await db.Media
            .Where(m => m.Token == token)
            .Select(m => new { m.Id, m.OwnerId, IsPublic = db.Claims.Any(c => c.MediumId == m.Id && c.IsPublic) })
            .SingleOrDefaultAsync(ct);
        if (medium is null
            || !(medium.IsPublic || medium.OwnerId == readerId || await IsForAsync(readerId, medium.Id, ct))
            || await blobs.OpenReadAsync(MediumFiles.KeyOf(medium.Id, file), ct) is not { } content)
        {
            return null;
        }

        headers.CacheControl = medium.IsPublic ? "public, max-age=31536000, immutable" : "private, no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        var type = (file.EndsWith(".avif", StringComparison.Ordinal) ? PictureFormat.Avif : PictureFormat.Webp).ContentType();
        return TypedResults.Stream(content, type, entityTag: new EntityTagHeaderValue($"\"{token}-{file}\""), enableRangeProcessing: true);
    }

    /// <summary>Whether the reader may see one of the notes that show it. Before the first note does, nobody but its owner has met its address.</summary>
    private async Task<bool> IsForAsync(long? readerId, long mediumId, CancellationToken ct)
    {
        var noteIds = await db.Claims.Where(c => c.MediumId == mediumId && c.NoteId != null).Select(c => c.NoteId!.Value).ToListAsync(ct);
        return noteIds.Count == 0 || (await notes.GetAsync(noteIds, readerId, ct)).Count > 0;
    }

    [GeneratedRegex(@"^\d{1,5}\.(webp|avif)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rendition();
}
