using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>Asks before a note is deleted; the dialog of the note's menu posts here too.</summary>
[Authorize]
internal sealed class DeleteNotePage(NotesDb db, DeleteNote delete, ICurrentAccount account) : PageModel
{
    public long NoteId { get; private set; }

    public async Task<IActionResult> OnGetAsync(long noteId, CancellationToken ct)
    {
        NoteId = noteId;
        return await db.Notes.AnyAsync(n => n.Id == noteId && n.AuthorId == account.Id && n.DeletedAt == null, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(long noteId, CancellationToken ct) =>
        await delete.RunAsync(noteId, account.Id, ct) ? LocalRedirect("/") : NotFound();
}
