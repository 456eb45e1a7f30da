using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>Renames a board, opens and closes it.</summary>
[Authorize]
internal sealed class EditBoardPage(ReadBoards boards, ChangeBoard change, ICurrentAccount account) : PageModel
{
    public BoardView Board { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long boardId, CancellationToken ct)
    {
        if (await boards.OneAsync(boardId, account.Id, ct) is not { } board || board.AccountId != account.Id)
        {
            return NotFound();
        }

        Board = board;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long boardId, string? name, BoardVisibility visibility, CancellationToken ct) =>
        await change.RunAsync(boardId, account.Id, new ChangeBoard.Request(name ?? "", visibility).Checked(), ct) ? LocalRedirect($"/boards/{boardId}") : NotFound();
}
