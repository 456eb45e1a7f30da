using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>Makes a board, and puts the note on it from which its maker came.</summary>
[Authorize]
internal sealed class NewBoardPage(CreateBoard create, CollectNote collect, ICurrentAccount account) : PageModel
{
    public async Task<IActionResult> OnPostAsync(string? name, BoardVisibility visibility, [FromQuery] long? note, CancellationToken ct)
    {
        var boardId = (await create.RunAsync(account.Id, new CreateBoard.Request(name ?? "", visibility).Checked(), ct)).Value!.Id;
        if (note is not { } noteId)
        {
            return LocalRedirect($"/boards/{boardId}");
        }

        await collect.RunAsync(noteId, account.Id, boardId, ct);
        return LocalRedirect($"/notes/{noteId}");
    }
}
