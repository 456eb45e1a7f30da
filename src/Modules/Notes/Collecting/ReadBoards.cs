using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>The boards of an account, used last first. Others see the public ones, while the tab of collected notes is open to them.</summary>
internal sealed class ReadBoards(NotesDb db, BoardViews views, IProfileTabs tabs)
{
    public static void Map(IEndpointRouteBuilder boards, IEndpointRouteBuilder accounts)
    {
        boards.MapGet("", ListMineAsync)
            .WithName("ListMyBoards")
            .RequireAuthorization();
        boards.MapGet("/{boardId:long}", ReadAsync)
            .WithName("ReadBoard")
            .AllowAnonymous()
            .ProducesProblem(StatusCodes.Status404NotFound);
        accounts.MapGet("/{accountId:long}/boards", ListAsync)
            .WithName("ListBoards")
            .AllowAnonymous();
    }

    /// <summary>All boards of the account that this reader may see.</summary>
    public async Task<IReadOnlyList<BoardView>> AllAsync(long accountId, long? readerId, CancellationToken ct) =>
        await views.OfAsync((await VisibleAsync(accountId, readerId, ct)).OrderByDescending(b => b.UsedAt).ThenByDescending(b => b.Id), readerId, ct);

    /// <summary>The board, or null when this reader may not see it.</summary>
    public async Task<BoardView?> OneAsync(long boardId, long? readerId, CancellationToken ct) =>
        await db.Boards.Where(b => b.Id == boardId).Select(b => (long?)b.AccountId).SingleOrDefaultAsync(ct) is { } accountId
            ? (await views.OfAsync((await VisibleAsync(accountId, readerId, ct)).Where(b => b.Id == boardId), readerId, ct)).SingleOrDefault()
            : null;

    private async Task<IQueryable<Board>> VisibleAsync(long accountId, long? readerId, CancellationToken ct)
    {
        var isOpen = await tabs.IsOpenAsync(accountId, ProfileTab.Collected, readerId, ct);
        return db.Boards.Where(b => b.AccountId == accountId && isOpen && (accountId == readerId || b.Visibility == BoardVisibility.Public));
    }

    private static Task<Ok<Page<BoardView>>> ListMineAsync(ReadBoards boards, ICurrentAccount account, CancellationToken ct) =>
        ListAsync(account.Id, boards, account, ct);

    private static async Task<Ok<Page<BoardView>>> ListAsync(long accountId, ReadBoards boards, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(new Page<BoardView>(await boards.AllAsync(accountId, account.IdOrNull, ct), Next: null));

    private static async Task<Results<Ok<BoardView>, ProblemHttpResult>> ReadAsync(
        long boardId, ReadBoards boards, ICurrentAccount account, CancellationToken ct) =>
        await boards.OneAsync(boardId, account.IdOrNull, ct) is { } board ? TypedResults.Ok(board) : Problems.NotFound("notes.board-not-found");
}
