using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>Renames a board, or opens and closes it to others.</summary>
internal sealed class ChangeBoard(NotesDb db)
{
    /// <summary>What is left out stays.</summary>
    public sealed record Request(
        [property: MinLength(1), MaxLength(Board.MaxNameLength)] string? Name,
        [property: EnumDataType(typeof(BoardVisibility))] BoardVisibility? Visibility);

    public static void Map(IEndpointRouteBuilder boards) => boards
        .MapPatch("/{boardId:long}", HandleAsync)
        .WithName("ChangeBoard")
        .RequireAuthorization()
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Makes the change; false when the account has no such board.</summary>
    public async Task<bool> RunAsync(long boardId, long accountId, string? name, BoardVisibility? visibility, CancellationToken ct)
    {
        var line = name is null ? null : PlainText.Line(name);
        return await db.Boards.Where(b => b.Id == boardId && b.AccountId == accountId)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.Name, b => line ?? b.Name).SetProperty(b => b.Visibility, b => visibility ?? b.Visibility), ct) == 1;
    }

    private static async Task<Results<Ok<BoardView>, ProblemHttpResult>> HandleAsync(
        long boardId, Request request, ChangeBoard change, NotesDb db, BoardViews views, ICurrentAccount account, CancellationToken ct) =>
        await change.RunAsync(boardId, account.Id, request.Name, request.Visibility, ct)
            ? TypedResults.Ok((await views.OfAsync(db.Boards.Where(b => b.Id == boardId), account.Id, ct))[0])
            : Problems.NotFound("notes.board-not-found");
}
