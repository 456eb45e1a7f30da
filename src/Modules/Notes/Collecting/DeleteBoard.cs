using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>Deletes a board. What was on it stays collected and goes to the first board, which therefore cannot be deleted.</summary>
internal sealed class DeleteBoard(NotesDb db, Boards boards)
{
    public static void Map(IEndpointRouteBuilder group) => group
        .MapDelete("/{boardId:long}", HandleAsync)
        .WithName("DeleteBoard")
        .RequireAuthorization()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>Deletes the board and moves what was on it.</summary>
    /// <exception cref="Refusal">There is no such board, or it is the first.</exception>
    public async Task RunAsync(long boardId, long accountId, CancellationToken ct)
    {
        if (!await db.Boards.AnyAsync(b => b.Id == boardId && b.AccountId == accountId, ct))
        {
            throw new Refusal("notes.board-not-found", StatusCodes.Status404NotFound);
        }

        var firstId = await boards.FirstAsync(accountId, ct);
        if (boardId == firstId)
        {
            throw new Refusal("notes.first-board-stays", StatusCodes.Status422UnprocessableEntity);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Touching the board holds it: whoever collects to it meanwhile waits, and then finds it gone.
        await boards.TouchAsync(boardId, ct);
        await db.Collects.Where(c => c.BoardId == boardId).ExecuteUpdateAsync(set => set.SetProperty(c => c.BoardId, firstId), ct);
        await db.Boards.Where(b => b.Id == boardId).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task<NoContent> HandleAsync(long boardId, DeleteBoard delete, ICurrentAccount account, CancellationToken ct)
    {
        await delete.RunAsync(boardId, account.Id, ct);
        return TypedResults.NoContent();
    }
}
