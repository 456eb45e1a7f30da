using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>Deletes a comment with its replies. Its author may, and so may the author of the note.</summary>
internal sealed class DeleteComment(NotesDb db, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder comments) => comments
        .MapDelete("/{commentId:long}", HandleAsync)
        .WithName("DeleteComment")
        .RequireAuthorization()
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Deletes the comment; false when there is none that this account may delete.</summary>
    public async Task<bool> RunAsync(long commentId, long accountId, CancellationToken ct)
    {
        var mayDelete = db.Comments.Where(c => c.Id == commentId && c.DeletedAt == null
            && (c.AuthorId == accountId || db.Notes.Any(n => n.Id == c.NoteId && n.AuthorId == accountId)));
        if (await mayDelete.AsNoTracking().SingleOrDefaultAsync(ct) is not { } comment)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // A thread is always taken before its replies, so that two deletions cannot wait for each other.
        await db.Comments.Where(c => c.Id == comment.ThreadId).ExecuteUpdateAsync(set => set.SetProperty(c => c.ReplyCount, c => c.ReplyCount - 1), ct);
        if (await db.Comments.Where(c => c.Id == commentId && c.DeletedAt == null).ExecuteUpdateAsync(set => set.SetProperty(c => c.DeletedAt, now), ct) == 0)
        {
            return false;
        }

        // Nobody answers in a thread that is gone, so these are all.
        var replies = await db.Comments.Where(c => c.ThreadId == commentId && c.DeletedAt == null).Select(c => new { c.Id, c.AuthorId }).ToListAsync(ct);
        var replyIds = replies.ConvertAll(reply => reply.Id);
        var authorIds = replies.Select(reply => reply.AuthorId).Append(comment.AuthorId).Distinct().ToList();
        await db.Comments.Where(c => replyIds.Contains(c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.DeletedAt, now), ct);
        await db.Notes.Where(n => n.Id == comment.NoteId).ExecuteUpdateAsync(set => set
            .SetProperty(n => n.CommentCount, n => n.CommentCount - 1 - replyIds.Count)
            .SetProperty(n => n.PinnedCommentId, n => n.PinnedCommentId == commentId ? null : n.PinnedCommentId), ct);
        var staying = await db.Comments
            .Where(c => c.NoteId == comment.NoteId && c.DeletedAt == null && authorIds.Contains(c.AuthorId))
            .Select(c => c.AuthorId).Distinct().ToListAsync(ct);
        long[] gone = [.. authorIds.Except(staying)];
        db.Announce(new CommentRemoved(commentId, comment.NoteId, replyIds, gone.Length, now, gone));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        long commentId, DeleteComment delete, ICurrentAccount account, CancellationToken ct) =>
        await delete.RunAsync(commentId, account.Id, ct) ? TypedResults.NoContent() : Problems.NotFound("notes.comment-not-found");
}
