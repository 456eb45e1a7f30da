using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>Collects a note to a board of the reader's choice, or moves it there.</summary>
[Authorize]
internal sealed class ChooseBoardPage(VisibleNotes notes, ReadBoards boards, CollectNote collect, ICurrentAccount account) : PageModel
{
    public Note Note { get; private set; } = null!;

    public IReadOnlyList<BoardView> Boards { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long noteId, CancellationToken ct)
    {
        if (await notes.FindAsync(noteId, account.Id, ct) is not { } note)
        {
            return NotFound();
        }

        (Note, Boards) = (note, await boards.AllAsync(account.Id, account.Id, ct));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long noteId, long boardId, CancellationToken ct)
    {
        await collect.RunAsync(noteId, account.Id, boardId, ct);
        return LocalRedirect($"/notes/{noteId}");
    }
}
