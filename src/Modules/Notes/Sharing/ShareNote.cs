using System.Globalization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>Counts a share and gives out what to share: an address and a picture with cover, title and QR code.</summary>
internal static class ShareNote
{
    public sealed record Response(string Url, string Image);

    public static void Map(IEndpointRouteBuilder notes) => notes
        .MapPost("/{noteId:long}/share", HandleAsync)
        .WithName("ShareNote")
        .AllowAnonymous()
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        long noteId, NotesDb db, VisibleNotes notes, SiteAddress site, ICurrentAccount account, TimeProvider clock, CancellationToken ct)
    {
        if (await notes.FindAsync(noteId, account.IdOrNull, ct) is not { } note)
        {
            return Problems.NotFound("notes.note-not-found");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Notes.Where(n => n.Id == noteId).ExecuteUpdateAsync(set => set.SetProperty(n => n.ShareCount, n => n.ShareCount + 1), ct);
        db.Announce(new NoteShared(noteId, note.AuthorId, account.IdOrNull, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        var path = string.Create(CultureInfo.InvariantCulture, $"/notes/{noteId}");
        return TypedResults.Ok(new Response(site.Of(path), site.Of($"{path}/share.jpg")));
    }
}
