using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Hiding;

/// <summary>The menu of a card as a page, for browsers without script.</summary>
[Authorize]
internal sealed class NotInterestedPage(HideFromFeeds hide, NoteShelves shelves, INoteCards notes, IAccountCards accounts, ICurrentAccount account) : PageModel
{
    public NoteCard Note { get; private set; } = null!;

    public AccountCard Author { get; private set; } = null!;

    /// <summary>Kinds of the goods under the note.</summary>
    public IReadOnlyList<string> Categories { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long noteId, CancellationToken ct)
    {
        if (!(await notes.GetAsync([noteId], account.Id, ct)).TryGetValue(noteId, out var note)
            || note.AuthorId == account.Id || !(await accounts.GetAsync([note.AuthorId], ct)).TryGetValue(note.AuthorId, out var author))
        {
            return NotFound();
        }

        (Note, Author, Categories) = (note, author, shelves.Find(noteId)?.Categories ?? []);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long? note, long? author, string? topic, string? category, CancellationToken ct)
    {
        await hide.HideAsync(account.Id, new HideFromFeeds.Request(note, author, topic, category).Checked(), ct);
        // Where it can be taken back.
        return LocalRedirect("/settings/hidden");
    }
}
