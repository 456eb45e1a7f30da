using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>Likes a note. Liking twice is the same as liking once.</summary>
internal sealed class LikeNote(NotesDb db, VisibleNotes notes, LikesOfPeople likes, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder notes) => notes
        .MapPut("/{noteId:long}/like", HandleAsync)
        .WithName("LikeNote")
        .RequireAuthorization()
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Likes the note; false when the reader may not see it.</summary>
    public async Task<bool> RunAsync(long noteId, long likerId, CancellationToken ct)
    {
        if (await notes.FindAsync(noteId, likerId, ct) is not { } note)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.InsertOnceAsync(new Like(likerId, noteId, now), ct))
        {
            await db.Notes.Where(n => n.Id == noteId).ExecuteUpdateAsync(set => set.SetProperty(n => n.LikeCount, n => n.LikeCount + 1), ct);
            db.Announce(new NoteLiked(noteId, note.AuthorId, likerId, now));
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        likes.Forget(likerId);
        return true;
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        long noteId, LikeNote like, ICurrentAccount account, CancellationToken ct) =>
        await like.RunAsync(noteId, account.Id, ct) ? TypedResults.NoContent() : Problems.NotFound("notes.note-not-found");
}

/// <summary>An account likes a note.</summary>
internal sealed record Like([property: Personal] long AccountId, long NoteId, DateTimeOffset At)
{
    internal sealed class Mapping : IEntityTypeConfiguration<Like>
    {
        public void Configure(EntityTypeBuilder<Like> like)
        {
            like.HasKey(l => new { l.AccountId, l.NoteId });
            like.HasIndex(l => new { l.AccountId, l.At, l.NoteId });
        }
    }
}
