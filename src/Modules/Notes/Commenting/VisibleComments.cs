using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>Finds the comment of a request for the one who makes it; on a note they may not see there are no comments.</summary>
internal sealed class VisibleComments(NotesDb db, VisibleNotes notes, ICircles circles)
{
    /// <summary>Comments that are there for this reader: not deleted, and not by people whom they must not meet.</summary>
    public async Task<IQueryable<Comment>> OfAnyNoteAsync(long? readerId, CancellationToken ct)
    {
        long[] blocked = [.. (await circles.OfAsync(readerId, ct)).Blocked];
        return db.Comments.AsNoTracking().Where(c => c.DeletedAt == null && !blocked.Contains(c.AuthorId));
    }

    /// <summary>The comment and its note, or null.</summary>
    public async Task<(Comment Comment, Note Note)?> FindAsync(long commentId, long? readerId, CancellationToken ct) =>
        await (await OfAnyNoteAsync(readerId, ct)).SingleOrDefaultAsync(c => c.Id == commentId, ct) is { } comment
        && await notes.FindAsync(comment.NoteId, readerId, ct) is { } note
            ? (comment, note)
            : null;
}
