using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>Makes a board. It becomes the one that the next collect goes to.</summary>
internal sealed class CreateBoard(NotesDb db, Idempotency once, Ids ids, TimeProvider clock)
{
    /// <summary>How the board is called and who may see it.</summary>
    public sealed record Request(
        [property: Required, MaxLength(Board.MaxNameLength)] string Name,
        [property: EnumDataType(typeof(BoardVisibility))] BoardVisibility Visibility = BoardVisibility.Public);

    public static void Map(IEndpointRouteBuilder boards) => boards
        .MapPost("", HandleAsync)
        .WithName("CreateBoard")
        .RequireAuthorization()
        .WithIdempotency()
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>Makes the board.</summary>
    /// <exception cref="Refusal">It has no name, or the account has enough boards.</exception>
    public async Task<Created<BoardView>> RunAsync(long accountId, Request request, CancellationToken ct)
    {
        var board = new Board { Id = ids.Next(), AccountId = accountId, Name = Board.NameOf(request.Name), Visibility = request.Visibility, UsedAt = clock.GetUtcNow() };
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await Turn.TakeAsync(db, accountId, board.UsedAt, ct);
        if (await db.Boards.CountAsync(b => b.AccountId == accountId, ct) >= Board.MaxPerAccount)
        {
            throw new Refusal("notes.too-many-boards", StatusCodes.Status422UnprocessableEntity, Board.MaxPerAccount);
        }

        db.Boards.Add(board);
        var answer = new BoardView(board.Id, accountId, board.Name, board.Visibility, IsFirst: false, Count: 0, Cover: null);
        return await once.CreatedAsync(db, transaction, $"/api/v1/boards/{board.Id}", answer, ct);
    }

    private static Task<Created<BoardView>> HandleAsync(Request request, CreateBoard create, ICurrentAccount account, CancellationToken ct) =>
        create.RunAsync(account.Id, request, ct);
}
