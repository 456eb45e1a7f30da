using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>Deletes a note for everybody. Boards keep a gap with its title.</summary>
internal sealed class DeleteNote(NotesDb db, Catalogue catalogue, NoteCardCache cards, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder notes) => notes
        .MapDelete("/{noteId:long}", HandleAsync)
        .WithName("DeleteNote")
        .RequireAuthorization()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    /// <summary>Deletes the note; false when the account has no such note.</summary>
    /// <exception cref="Refusal">The note was changed at the same moment.</exception>
    public async Task<bool> RunAsync(long noteId, long authorId, CancellationToken ct)
    {
        var note = await db.Notes.AsNoTracking().SingleOrDefaultAsync(n => n.Id == noteId && n.AuthorId == authorId && n.DeletedAt == null, ct);
        if (note is null)
        {
            return false;
        }

        var (now, placeBefore) = (clock.GetUtcNow(), Catalogue.PlaceCounting(note));
        note.DeletedAt = now;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var deleted = await db.Notes.Where(n => n.Id == noteId && n.Version == note.Version && n.DeletedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.DeletedAt, now).SetProperty(n => n.Version, n => n.Version + 1), ct);
        if (deleted == 0)
        {
            throw new Refusal("notes.edit-conflict");
        }

        db.Announce(new NoteRemoved(noteId, authorId, now));
        db.Announce(note.ToMediaUse(now));
        await db.SaveChangesAsync(ct);
        await catalogue.FileAsync(note, topics: [], placeBefore, ct);
        await transaction.CommitAsync(ct);
        cards.Forget(noteId);
        return true;
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        long noteId, DeleteNote delete, ICurrentAccount account, CancellationToken ct) =>
        await delete.RunAsync(noteId, account.Id, ct) ? TypedResults.NoContent() : Problems.NotFound("notes.note-not-found");
}
