using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>Keeps a note first on its author's profile, or lets it go back to its place.</summary>
internal sealed class PinNote(NotesDb db, TimeProvider clock)
{
    public const int MostPinned = 3;

    public static void Map(IEndpointRouteBuilder notes)
    {
        notes.MapPut("/{noteId:long}/pin", PinAsync)
            .WithName("PinNote")
            .RequireAuthorization()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        notes.MapDelete("/{noteId:long}/pin", UnpinAsync)
            .WithName("UnpinNote")
            .RequireAuthorization()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Pins or unpins; false when the account has no such note.</summary>
    /// <exception cref="Refusal">Enough notes are pinned already.</exception>
    public async Task<bool> RunAsync(long noteId, long authorId, bool isPinned, CancellationToken ct)
    {
        var own = db.Notes.Where(n => n.Id == noteId && n.AuthorId == authorId && n.DeletedAt == null);
        if (!isPinned)
        {
            return await own.ExecuteUpdateAsync(set => set.SetProperty(n => n.PinnedAt, (DateTimeOffset?)null), ct) == 1;
        }

        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await Turn.TakeAsync(db, authorId, now, ct);
        var pinned = await own
            .Where(n => n.PinnedAt != null || db.Notes.Count(p => p.AuthorId == authorId && p.PinnedAt != null && p.DeletedAt == null) < MostPinned)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.PinnedAt, (DateTimeOffset?)now), ct);
        await transaction.CommitAsync(ct);
        if (pinned == 0 && await own.AnyAsync(ct))
        {
            throw new Refusal("notes.too-many-pins", StatusCodes.Status422UnprocessableEntity, MostPinned);
        }

        return pinned == 1;
    }

    private static Task<Results<NoContent, ProblemHttpResult>> PinAsync(long noteId, PinNote pin, ICurrentAccount account, CancellationToken ct) =>
        HandleAsync(noteId, isPinned: true, pin, account, ct);

    private static Task<Results<NoContent, ProblemHttpResult>> UnpinAsync(long noteId, PinNote pin, ICurrentAccount account, CancellationToken ct) =>
        HandleAsync(noteId, isPinned: false, pin, account, ct);

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        long noteId, bool isPinned, PinNote pin, ICurrentAccount account, CancellationToken ct) =>
        await pin.RunAsync(noteId, account.Id, isPinned, ct) ? TypedResults.NoContent() : Problems.NotFound("notes.note-not-found");
}
