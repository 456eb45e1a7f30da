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
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>Makes the change; false when the account has no such board.</summary>
    /// <exception cref="Refusal">Nothing remains of the name.</exception>
    public async Task<bool> RunAsync(long boardId, long accountId, Request request, CancellationToken ct)
    {
        var (name, visibility) = (request.Name is null ? null : Board.NameOf(request.Name), request.Visibility);
        return await db.Boards.Where(b => b.Id == boardId && b.AccountId == accountId)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.Name, b => name ?? b.Name).SetProperty(b => b.Visibility, b => visibility ?? b.Visibility), ct) == 1;
    }

    private static async Task<Results<Ok<BoardView>, ProblemHttpResult>> HandleAsync(
        long boardId, Request request, ChangeBoard change, NotesDb db, BoardViews views, ICurrentAccount account, CancellationToken ct) =>
        await change.RunAsync(boardId, account.Id, request, ct)
            ? TypedResults.Ok((await views.OfAsync(db.Boards.Where(b => b.Id == boardId), account.Id, ct))[0])
            : Problems.NotFound("notes.board-not-found");
}
