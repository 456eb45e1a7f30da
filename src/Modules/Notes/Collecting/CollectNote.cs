using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>Puts a note on one of the account's boards. Collecting twice is the same as collecting once; naming another board moves the note there.</summary>
internal sealed class CollectNote(NotesDb db, VisibleNotes notes, Boards boards, TimeProvider clock)
{
    /// <summary>Where to put the note.</summary>
    /// <param name="BoardId">One of the account's boards; without it the one used last.</param>
    public sealed record Request(long? BoardId);

    public static void Map(IEndpointRouteBuilder notes) => notes
        .MapPut("/{noteId:long}/collect", HandleAsync)
        .WithName("CollectNote")
        .RequireAuthorization()
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Collects the note and returns its board.</summary>
    /// <exception cref="Refusal">There is no such note or board.</exception>
    public async Task<long> RunAsync(long noteId, long collectorId, long? wantedBoardId, CancellationToken ct)
    {
        var note = await notes.FindAsync(noteId, collectorId, ct) ?? throw new Refusal("notes.note-not-found", StatusCodes.Status404NotFound);
        var boardId = await boards.ChooseAsync(collectorId, wantedBoardId, ct) ?? throw new Refusal("notes.board-not-found", StatusCodes.Status404NotFound);

        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await boards.TouchAsync(boardId, ct))
        {
            throw new Refusal("notes.board-not-found", StatusCodes.Status404NotFound);
        }

        if (await db.InsertOnceAsync(new Collect(collectorId, noteId, boardId, note.Title, now), ct))
        {
            await db.Notes.Where(n => n.Id == noteId).ExecuteUpdateAsync(set => set.SetProperty(n => n.CollectCount, n => n.CollectCount + 1), ct);
            db.Announce(new NoteCollected(noteId, note.AuthorId, collectorId, now));
            await db.SaveChangesAsync(ct);
        }
        else if (wantedBoardId is not null)
        {
            await db.Collects.Where(c => c.AccountId == collectorId && c.NoteId == noteId)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.BoardId, boardId), ct);
        }

        await transaction.CommitAsync(ct);
        return boardId;
    }

    private static async Task<NoContent> HandleAsync(
        long noteId, [FromBody(EmptyBodyBehavior = Microsoft.AspNetCore.Mvc.ModelBinding.EmptyBodyBehavior.Allow)] Request? request,
        CollectNote collect, ICurrentAccount account, CancellationToken ct)
    {
        await collect.RunAsync(noteId, account.Id, request?.BoardId, ct);
        return TypedResults.NoContent();
    }
}
