using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>Changes a published note in the editor it was written in.</summary>
[Authorize]
internal sealed class EditPage(NotesDb db, NoteEditors editors, EditNote edit, ICurrentAccount account, IStringLocalizer texts) : PageModel
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
        var content = await editors.ReadAsync(form, ct);
        string problem;
        if (NoteForm.InvalidFields(content).FirstOrDefault() is { } field)
        {
            problem = texts[$"notes.invalid.{field.ToLowerInvariant()}"];
        }
        else
        {
            try
            {
                return await edit.RunAsync(noteId, account.Id, version, _ => content, ct) ? LocalRedirect($"/notes/{noteId}") : NotFound();
            }
            catch (Refusal refusal)
            {
                problem = texts[$"problem.{refusal.Code}", [.. refusal.Arguments]];
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Editor = await editors.OfAsync(form, noteId, draftId: null, version, key: "", problem, ct);
        return Page();
    }
}
