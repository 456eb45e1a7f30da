using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>What a note said before its edits, for its author and for operators.</summary>
[Authorize]
internal sealed class HistoryPage(ReadHistory history, ICurrentAccount account) : PageModel
{
    private const int Size = 20;

    public long NoteId { get; private set; }

    public Page<ReadHistory.EarlierVersion> Versions { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long noteId, string? cursor, CancellationToken ct)
    {
        if (!Cursor.TryDecode(cursor, out var before, out _) || await history.RunAsync(noteId, account.Id, account.IsOperator, before, Size, ct) is not { } versions)
        {
            return NotFound();
        }

        (NoteId, Versions) = (noteId, versions);
        return Page();
    }
}
