using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Media;

namespace Sward.Notes;

/// <summary>The share picture of a note: cover, title, author and a QR code that leads back to the note.</summary>
internal static class DrawShareCard
{
    /// <summary>Title and author may change, and who may see the note; a browser asks again after that many seconds.</summary>
    private const int FreshSeconds = 300;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/notes/{noteId:long}/share.jpg", HandleAsync)
        .WithName("DrawShareCard")
        .AllowAnonymous()
        .RequireRateLimiting("drawing");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> HandleAsync(
        long noteId, ReadNote read, IShareCards cards, SiteAddress site, IStringLocalizer texts, ICurrentAccount account, HttpResponse response, CancellationToken ct)
    {
        if (await read.RunAsync(noteId, account.IdOrNull, ct) is not { Media: [var cover, ..] } note)
        {
            return Problems.NotFound("notes.note-not-found");
        }

        var card = new ShareCard(
            LinkPreview.TitleOf(note), texts["notes.share.by", note.Author.Nickname], texts["notes.share.scan"], site.Of($"/notes/{noteId}"));
        if (await cards.DrawAsync(cover.Id, card, ct) is not { } picture)
        {
            return Problems.NotFound("notes.note-not-found");
        }

        response.Headers.CacheControl = $"private, max-age={FreshSeconds}";
        return TypedResults.File(picture, "image/jpeg");
    }
}
