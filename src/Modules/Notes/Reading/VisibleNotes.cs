using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>Finds the note of a request for the one who makes it; a note they may not see is not there.</summary>
internal sealed class VisibleNotes(NotesDb db, ICircles circles)
{
    /// <summary>The note, not tracked, or null.</summary>
    public async Task<Note?> FindAsync(long noteId, long? readerId, CancellationToken ct)
    {
        var note = await db.Notes.AsNoTracking().SingleOrDefaultAsync(n => n.Id == noteId && n.DeletedAt == null, ct);
        return note is not null && await IsVisibleAsync(note, readerId, ct) ? note : null;
    }

    private async ValueTask<bool> IsVisibleAsync(Note note, long? readerId, CancellationToken ct) =>
        NoteVisibility.Allows(note.AuthorId, note.Visibility, note.ChosenIds, readerId, await circles.OfAsync(readerId, ct));
}
