using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>A board: its notes, and the gaps that vanished notes left.</summary>
internal sealed class BoardPage(ReadBoards boards, ReadBoardItems items, IAccountCards accounts, ICurrentAccount account) : PageModel
{
    public BoardView Board { get; private set; } = null!;

    public AccountCard? Owner { get; private set; }

    public bool IsMine { get; private set; }

    public Page<ReadBoardItems.BoardItem> Items { get; private set; } = null!;

    public string? MoreUrl => Items.Next is null ? null : $"/boards/{Board.Id}?cursor={Items.Next}";

    public async Task<IActionResult> OnGetAsync(long boardId, string? cursor, CancellationToken ct)
    {
        if (await boards.OneAsync(boardId, account.IdOrNull, ct) is not { } board || await items.RunAsync(boardId, account.IdOrNull, cursor, WaterfallPage.Size, ct) is not { } found)
        {
            return NotFound();
        }

        (Board, Items, IsMine) = (board, found, board.AccountId == account.IdOrNull);
        Owner = (await accounts.GetAsync([board.AccountId], ct)).GetValueOrDefault(board.AccountId);
        return Page();
    }
}
