using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>What is on a board, collected last first. A note that is gone, or closed to the reader, leaves a gap with its title.</summary>
internal sealed class ReadBoardItems(NotesDb db, IListedNotes listed)
{
    /// <summary>A place on the board.</summary>
    /// <param name="Note">Null for a gap.</param>
    public sealed record BoardItem(long NoteId, string Title, DateTimeOffset CollectedAt, ListedNote? Note);

    public static void Map(IEndpointRouteBuilder boards) => boards
        .MapGet("/{boardId:long}/items", HandleAsync)
        .WithName("ListBoardItems")
        .AllowAnonymous()
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>A page of items of a board that the reader may see; null for a bad cursor.</summary>
    public async Task<Page<BoardItem>?> RunAsync(long boardId, long? readerId, string? cursor, int size, CancellationToken ct)
    {
        if (!MomentCursor.TryRead(cursor, out var at, out var noteId))
        {
            return null;
        }

        var collects = await db.Collects.AsNoTracking()
            .Where(c => c.BoardId == boardId && (c.At < at || (c.At == at && c.NoteId < noteId)))
            .OrderByDescending(c => c.At).ThenByDescending(c => c.NoteId)
            .Take(size + 1)
            .ToListAsync(ct);
        var page = Page<Collect>.Of(collects, size, c => MomentCursor.Write(c.At, c.NoteId));
        var byId = (await listed.OfAsync([.. page.Items.Select(c => c.NoteId)], readerId, ct)).ToDictionary(note => note.Note.Id);
        return new([.. page.Items.Select(c => new BoardItem(c.NoteId, c.Title, c.At, byId.GetValueOrDefault(c.NoteId)))], page.Next);
    }

    private static async Task<Results<Ok<Page<BoardItem>>, ProblemHttpResult>> HandleAsync(
        long boardId, [AsParameters] PageQuery page, ReadBoards boards, ReadBoardItems items, ICurrentAccount account, CancellationToken ct)
    {
        if (await boards.OneAsync(boardId, account.IdOrNull, ct) is null)
        {
            return Problems.NotFound("notes.board-not-found");
        }

        return await items.RunAsync(boardId, account.IdOrNull, page.Cursor, page.Size, ct) is { } found
            ? TypedResults.Ok(found)
            : Problems.BadRequest("kernel.bad-cursor");
    }
}
