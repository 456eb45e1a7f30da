using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>Changes a published note in the editor it was written in.</summary>
[Authorize, PictureForm]
internal sealed class EditPage(NotesDb db, NoteEditors editors, EditNote edit, ICurrentAccount account) : PageModel
{
    public NoteEditor Editor { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long noteId, CancellationToken ct)
    {
        var note = await db.Notes.AsNoTracking().SingleOrDefaultAsync(n => n.Id == noteId && n.AuthorId == account.Id && n.DeletedAt == null, ct);
        if (note is null)
        {
            return NotFound();
        }

        var place = await db.Places.AsNoTracking().SingleOrDefaultAsync(p => p.Id == note.PlaceId, ct);
        Editor = await editors.OfAsync(note.ToContent(place), noteId, draftId: null, note.Version, key: "", ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long noteId, [FromForm] NoteForm form, int version, CancellationToken ct)
    {
        var (isThere, problem) = await editors.TryAsync(SaveAsync);
        if (problem is null)
        {
            return isThere ? LocalRedirect($"/notes/{noteId}") : NotFound();
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Editor = await editors.OfAsync(form, noteId, draftId: null, version, key: "", problem, ct);
        return Page();

        async Task<bool> SaveAsync()
        {
            var content = await editors.ReadAsync(form, ct);
            return await edit.RunAsync(noteId, account.Id, version, _ => content, ct);
        }
    }
}
