using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>Takes a like back. Notes that can no longer be seen can still be unliked.</summary>
internal sealed class UnlikeNote(NotesDb db, LikesOfPeople likes, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder notes) => notes
        .MapDelete("/{noteId:long}/like", HandleAsync)
        .WithName("UnlikeNote")
        .RequireAuthorization();

    public async Task RunAsync(long noteId, long likerId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Likes.Where(l => l.AccountId == likerId && l.NoteId == noteId).ExecuteDeleteAsync(ct) == 1)
        {
            await db.Notes.Where(n => n.Id == noteId).ExecuteUpdateAsync(set => set.SetProperty(n => n.LikeCount, n => n.LikeCount - 1), ct);
            var authorId = await db.Notes.Where(n => n.Id == noteId).Select(n => n.AuthorId).SingleAsync(ct);
            db.Announce(new NoteUnliked(noteId, authorId, likerId, clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        likes.Forget(likerId);
    }

    private static async Task<NoContent> HandleAsync(long noteId, UnlikeNote unlike, ICurrentAccount account, CancellationToken ct)
    {
        await unlike.RunAsync(noteId, account.Id, ct);
        return TypedResults.NoContent();
    }
}
