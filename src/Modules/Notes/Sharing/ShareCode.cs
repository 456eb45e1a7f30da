using QRCoder;

namespace Sward.Notes;

/// <summary>The QR code of a note's address.</summary>
internal static class ShareCode
{
    private const int PixelsPerModule = 12;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/notes/{noteId:long}/share.png", HandleAsync)
        .WithName("ShareNoteCode")
        .AllowAnonymous();

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> HandleAsync(
        long noteId, VisibleNotes notes, SiteAddress site, Contracts.Accounts.ICurrentAccount account, CancellationToken ct)
    {
        if (await notes.FindAsync(noteId, account.IdOrNull, ct) is null)
        {
            return Problems.NotFound("notes.note-not-found");
        }

        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(site.Of($"/notes/{noteId}"), QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        return TypedResults.File(picture.GetGraphic(PixelsPerModule), "image/png");
    }
}
