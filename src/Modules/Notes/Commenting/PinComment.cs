using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>The author of a note keeps one comment on top of the others.</summary>
internal sealed class PinComment(NotesDb db)
{
    public static void Map(IEndpointRouteBuilder comments)
    {
        comments.MapPut("/{commentId:long}/pin", PinAsync)
            .WithName("PinComment")
            .RequireAuthorization()
            .ProducesProblem(StatusCodes.Status404NotFound);
        comments.MapDelete("/{commentId:long}/pin", UnpinAsync)
            .WithName("UnpinComment")
            .RequireAuthorization()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Pins the comment in place of any other, or unpins it; false when it is not a first-level comment on a note of this account.</summary>
    public async Task<bool> RunAsync(long commentId, long accountId, bool isPinned, CancellationToken ct)
    {
        long? pinned = isPinned ? commentId : null;
        return await db.Notes
            .Where(n => n.AuthorId == accountId && n.DeletedAt == null && db.Comments.Any(c => c.Id == commentId && c.NoteId == n.Id && c.ThreadId == null && c.DeletedAt == null))
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.PinnedCommentId, n => isPinned || n.PinnedCommentId == commentId ? pinned : n.PinnedCommentId), ct) == 1;
    }

    private static Task<Results<NoContent, ProblemHttpResult>> PinAsync(long commentId, PinComment pin, ICurrentAccount account, CancellationToken ct) =>
        HandleAsync(commentId, isPinned: true, pin, account, ct);

    private static Task<Results<NoContent, ProblemHttpResult>> UnpinAsync(long commentId, PinComment pin, ICurrentAccount account, CancellationToken ct) =>
        HandleAsync(commentId, isPinned: false, pin, account, ct);

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        long commentId, bool isPinned, PinComment pin, ICurrentAccount account, CancellationToken ct) =>
        await pin.RunAsync(commentId, account.Id, isPinned, ct) ? TypedResults.NoContent() : Problems.NotFound("notes.comment-not-found");
}
