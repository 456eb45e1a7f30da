using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>Makes a board. It becomes the one that the next collect goes to.</summary>
internal static class CreateBoard
{
    public sealed record Request(
        [property: Required, MaxLength(Board.MaxNameLength)] string Name,
        [property: EnumDataType(typeof(BoardVisibility))] BoardVisibility Visibility = BoardVisibility.Public);

    public static void Map(IEndpointRouteBuilder boards) => boards
        .MapPost("", HandleAsync)
        .WithName("CreateBoard")
        .RequireAuthorization()
        .WithIdempotency()
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<BoardView>, ProblemHttpResult>> HandleAsync(
        Request request, NotesDb db, ICurrentAccount account, Idempotency once, Ids ids, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Boards.CountAsync(b => b.AccountId == account.Id, ct) >= Board.MaxPerAccount)
        {
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "notes.too-many-boards", Board.MaxPerAccount);
        }

        var board = new Board
        {
            Id = ids.Next(),
            AccountId = account.Id,
            Name = Board.NameOf(request.Name),
            Visibility = request.Visibility,
            UsedAt = clock.GetUtcNow(),
        };
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Boards.Add(board);
        var answer = new BoardView(board.Id, account.Id, board.Name, board.Visibility, IsFirst: false, Count: 0, Cover: null);
        return await once.CreatedAsync(db, transaction, $"/api/v1/boards/{board.Id}", answer, ct);
    }
}
