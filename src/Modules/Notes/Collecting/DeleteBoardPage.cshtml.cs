using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>Asks before a board is deleted.</summary>
[Authorize]
internal sealed class DeleteBoardPage(ReadBoards boards, DeleteBoard delete, ICurrentAccount account) : PageModel
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

    public async Task<IActionResult> OnPostAsync(long boardId, CancellationToken ct)
    {
        await delete.RunAsync(boardId, account.Id, ct);
        return LocalRedirect("/me");
    }
}
