using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>Reads one note, for the API and for its page.</summary>
internal sealed class ReadNote(NotesDb db, VisibleNotes notes, NoteViews views)
{
    public static void Map(IEndpointRouteBuilder notes) => notes
        .MapGet("/{noteId:long}", HandleAsync)
        .WithName("ReadNote")
        .AllowAnonymous()
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>The note, or null when this reader may not see it.</summary>
    public async Task<NoteView?> RunAsync(long noteId, long? readerId, CancellationToken ct)
    {
        if (await notes.FindAsync(noteId, readerId, ct) is not { } note)
        {
            return null;
        }

        var place = note.PlaceId is null ? null : await db.Places.AsNoTracking().SingleAsync(p => p.Id == note.PlaceId, ct);
        var mine = readerId is null ? null : await db.Notes
            .Where(n => n.Id == noteId)
            .Select(n => new NoteMine(
                db.Likes.Any(l => l.AccountId == readerId && l.NoteId == noteId),
                db.Collects.Any(c => c.AccountId == readerId && c.NoteId == noteId)))
            .SingleAsync(ct);
        return await views.OfAsync(note, place, readerId, mine ?? NoteMine.Nothing, ct);
    }

    private static async Task<Results<Ok<NoteView>, ProblemHttpResult>> HandleAsync(
        long noteId, ReadNote read, ICurrentAccount account, CancellationToken ct) =>
        await read.RunAsync(noteId, account.IdOrNull, ct) is { } note ? TypedResults.Ok(note) : Problems.NotFound("notes.note-not-found");
}
