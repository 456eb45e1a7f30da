using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>Comments on a note, or answers a comment.</summary>
internal sealed class WriteComment(
    NotesDb db, VisibleNotes notes, VisibleComments comments, ICircles circles, IAccountCards accounts, CommentViews views, Idempotency once, Ids ids, TimeProvider clock, IOptions<NotesOptions> options)
{
    private const int ExcerptLength = 60;

    /// <summary>What is said, and to whom.</summary>
    /// <param name="ReplyTo">The comment that is answered. An answer to an answer stands in the same thread.</param>
    public sealed record Request([property: Required, CharacterCount(Comment.MaxCharacters), MaxLength(Comment.MaxUnits)] string Body, long? ReplyTo);

    public static void Map(IEndpointRouteBuilder notes) => notes
        .MapPost("/{noteId:long}/comments", HandleAsync)
        .WithName("WriteComment")
        .RequireAuthorization()
        .WithIdempotency()
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Writes the comment.</summary>
    /// <exception cref="Refusal">No such note or comment, nothing said, or the author does not want to hear it from this account.</exception>
    public async Task<Created<CommentView>> RunAsync(long noteId, long accountId, Request request, CancellationToken ct)
    {
        var note = await notes.FindAsync(noteId, accountId, ct) ?? throw new Refusal("notes.note-not-found", StatusCodes.Status404NotFound);
        if (!NoteVisibility.AllowsComment(note, accountId, await circles.OfAsync(accountId, ct)))
        {
            throw new Refusal("notes.comments-closed", StatusCodes.Status403Forbidden);
        }

        var answered = request.ReplyTo is { } replyTo ? await FindAnsweredAsync(noteId, replyTo, accountId, ct) : null;
        var comment = await ComposeAsync(noteId, accountId, request.Body, answered, ct);
        var answer = (await views.OfAsync([comment], replies: [], note, accountId, ct))[0];

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await WriteAsync(comment, note, ct);
        return await once.CreatedAsync(db, transaction, string.Create(CultureInfo.InvariantCulture, $"/notes/{noteId}/comments/{comment.Id}"), answer, ct);
    }

    private async Task<Comment> FindAnsweredAsync(long noteId, long commentId, long accountId, CancellationToken ct) =>
        await (await comments.OfAnyNoteAsync(accountId, ct)).SingleOrDefaultAsync(c => c.Id == commentId && c.NoteId == noteId, ct)
        ?? throw new Refusal("notes.comment-not-found", StatusCodes.Status404NotFound);

    private async Task<Comment> ComposeAsync(long noteId, long accountId, string body, Comment? answered, CancellationToken ct)
    {
        var (text, now) = (PlainText.Block(body), clock.GetUtcNow());
        if (text.Length == 0)
        {
            throw new Refusal("notes.no-words", StatusCodes.Status422UnprocessableEntity);
        }

        return new Comment
        {
            Id = ids.Next(),
            NoteId = noteId,
            AuthorId = accountId,
            ThreadId = answered?.ThreadId ?? answered?.Id,
            ReplyToAccountId = answered?.AuthorId,
            Body = text,
            MentionIds = await Mentions.InAsync(text, accounts, ct),
            Rank = Usefulness.RankOf(likes: 0, now, options.Value.CommentHalfLife),
            At = now,
        };
    }

    private async Task WriteAsync(Comment comment, Note note, CancellationToken ct)
    {
        // Counting on the thread holds it: it cannot be deleted from under its newest reply.
        if (comment.ThreadId is { } threadId && await db.Comments.Where(c => c.Id == threadId && c.DeletedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ReplyCount, c => c.ReplyCount + 1), ct) == 0)
        {
            throw new Refusal("notes.comment-not-found", StatusCodes.Status404NotFound);
        }

        await db.Notes.Where(n => n.Id == note.Id).ExecuteUpdateAsync(set => set.SetProperty(n => n.CommentCount, n => n.CommentCount + 1), ct);
        // The note is ours until the commit, so nobody's first comment comes twice.
        var isFirst = !await db.Comments.AnyAsync(c => c.NoteId == note.Id && c.AuthorId == comment.AuthorId && c.DeletedAt == null, ct);
        db.Comments.Add(comment);
        db.Announce(new NoteCommented(
            comment.Id, note.Id, note.AuthorId, comment.AuthorId, comment.ReplyToAccountId, comment.MentionIds, PlainText.Excerpt(comment.Body, ExcerptLength), isFirst, comment.At));
        await db.SaveChangesAsync(ct);
    }

    private static async Task<Created<CommentView>> HandleAsync(
        long noteId, Request request, WriteComment write, ICurrentAccount account, CancellationToken ct) => await write.RunAsync(noteId, account.Id, request, ct);
}
