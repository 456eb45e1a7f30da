using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>Likes a comment, or takes the like back; either twice is the same as once.</summary>
internal sealed class LikeComment(NotesDb db, VisibleComments comments, TimeProvider clock, IOptions<NotesOptions> options)
{
    public static void Map(IEndpointRouteBuilder comments)
    {
        comments.MapPut("/{commentId:long}/like", LikeAsync)
            .WithName("LikeComment")
            .RequireAuthorization()
            .ProducesProblem(StatusCodes.Status404NotFound);
        comments.MapDelete("/{commentId:long}/like", UnlikeAsync)
            .WithName("UnlikeComment")
            .RequireAuthorization()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Likes or unlikes; false when the account cannot see the comment.</summary>
    public async Task<bool> RunAsync(long commentId, long likerId, bool isLiked, CancellationToken ct)
    {
        if (await comments.FindAsync(commentId, likerId, ct) is not var (comment, _))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (isLiked && await db.InsertOnceAsync(new CommentLike(likerId, commentId, now), ct))
        {
            await CountAsync(comment, 1, ct);
            db.Announce(new CommentLiked(commentId, comment.NoteId, comment.AuthorId, likerId, now));
            await db.SaveChangesAsync(ct);
        }
        else if (!isLiked && await db.CommentLikes.Where(l => l.AccountId == likerId && l.CommentId == commentId).ExecuteDeleteAsync(ct) == 1)
        {
            await CountAsync(comment, -1, ct);
        }

        await transaction.CommitAsync(ct);
        return true;
    }

    private async Task CountAsync(Comment comment, int step, CancellationToken ct)
    {
        var row = db.Comments.Where(c => c.Id == comment.Id);
        await row.ExecuteUpdateAsync(set => set.SetProperty(c => c.LikeCount, c => c.LikeCount + step), ct);
        // The row is ours until the commit, so the rank is made from the count that stays.
        var likes = await row.Select(c => c.LikeCount).SingleAsync(ct);
        var rank = Usefulness.RankOf(likes, comment.At, options.Value.CommentHalfLife);
        await row.ExecuteUpdateAsync(set => set.SetProperty(c => c.Rank, rank), ct);
    }

    private static Task<Results<NoContent, ProblemHttpResult>> LikeAsync(long commentId, LikeComment like, ICurrentAccount account, CancellationToken ct) =>
        HandleAsync(commentId, isLiked: true, like, account, ct);

    private static Task<Results<NoContent, ProblemHttpResult>> UnlikeAsync(long commentId, LikeComment like, ICurrentAccount account, CancellationToken ct) =>
        HandleAsync(commentId, isLiked: false, like, account, ct);

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        long commentId, bool isLiked, LikeComment like, ICurrentAccount account, CancellationToken ct) =>
        await like.RunAsync(commentId, account.Id, isLiked, ct) ? TypedResults.NoContent() : Problems.NotFound("notes.comment-not-found");
}
