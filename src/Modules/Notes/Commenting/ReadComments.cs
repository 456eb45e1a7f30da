using Sward.Contracts.Accounts;

namespace Sward.Notes;

/// <summary>How comments are ordered; replies always stand in the order in which they were written.</summary>
internal enum CommentOrder
{
    /// <summary>Most useful first.</summary>
    Useful,

    /// <summary>Newest first.</summary>
    New,
}

/// <summary>Reads the comments of a note and the replies behind a fold.</summary>
internal sealed class ReadComments(VisibleNotes notes, VisibleComments comments, CommentViews views)
{
    public static void Map(IEndpointRouteBuilder notes, IEndpointRouteBuilder comments)
    {
        notes.MapGet("/{noteId:long}/comments", HandleAsync)
            .WithName("ListComments")
            .AllowAnonymous()
            .ProducesProblem(StatusCodes.Status404NotFound);
        comments.MapGet("/{commentId:long}/replies", HandleRepliesAsync)
            .WithName("ListReplies")
            .AllowAnonymous()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>A page of first-level comments with their first replies; the pinned one leads the first page, beyond its size.</summary>
    /// <exception cref="Refusal">No such note, or a bad cursor.</exception>
    public async Task<Page<CommentView>> RunAsync(long noteId, CommentOrder order, long? readerId, string? cursor, int size, CancellationToken ct)
    {
        var note = await notes.FindAsync(noteId, readerId, ct) ?? throw new Refusal("notes.note-not-found", StatusCodes.Status404NotFound);
        if (!Cursor.TryDecode(cursor, out var first, out var second))
        {
            throw new Refusal("kernel.bad-cursor", StatusCodes.Status400BadRequest);
        }

        var shown = await comments.OfAnyNoteAsync(readerId, ct);
        var threads = shown.Where(c => c.NoteId == noteId && c.ThreadId == null && c.Id != note.PinnedCommentId);
        var rows = order is CommentOrder.Useful
            ? await threads.Where(c => c.Rank < first || (c.Rank == first && c.Id < second)).OrderByDescending(c => c.Rank).ThenByDescending(c => c.Id).Take(size + 1).ToListAsync(ct)
            : await threads.Where(c => c.Id < first).OrderByDescending(c => c.Id).Take(size + 1).ToListAsync(ct);
        var page = Page<Comment>.Of(rows, size, c => order is CommentOrder.Useful ? Cursor.Encode(c.Rank, c.Id) : Cursor.Encode(c.Id));
        var pinned = cursor is null && note.PinnedCommentId is { } pinnedId ? await shown.Where(c => c.Id == pinnedId).ToListAsync(ct) : [];
        return new(await WithRepliesAsync([.. pinned, .. page.Items], shown, note, readerId, ct), page.Next);
    }

    /// <summary>A first-level comment with a page of its replies, oldest first; for a reply the comment that it stands under. Null when there is no such comment.</summary>
    /// <exception cref="Refusal">A bad cursor.</exception>
    public async Task<(CommentView Thread, string? Next)?> ThreadAsync(long commentId, long? readerId, string? cursor, int size, CancellationToken ct)
    {
        if (!Cursor.TryDecode(cursor, out var after, out _, firstDefault: 0))
        {
            throw new Refusal("kernel.bad-cursor", StatusCodes.Status400BadRequest);
        }

        if (await comments.FindAsync(commentId, readerId, ct) is not var (found, note)
            || (found.ThreadId is { } threadId ? (await comments.FindAsync(threadId, readerId, ct))?.Comment : found) is not { } thread)
        {
            return null;
        }

        var replies = await (await comments.OfAnyNoteAsync(readerId, ct)).Where(c => c.ThreadId == thread.Id && c.Id > after).OrderBy(c => c.Id).Take(size + 1).ToListAsync(ct);
        var page = Page<Comment>.Of(replies, size, c => Cursor.Encode(c.Id));
        return (await views.OfAsync([thread], page.Items, note, readerId, ct)) is [var view] ? (view, page.Next) : null;
    }

    /// <summary>The replies that stand before the folds, in no order: a few rows of the index for each thread, however long it is.</summary>
    public static IQueryable<Comment> FirstReplies(IQueryable<Comment> shown, long[] threadIds) =>
        from thread in shown
        where threadIds.Contains(thread.Id)
        from reply in shown
        where reply.ThreadId == thread.Id
            && reply.Id <= (shown.Where(c => c.ThreadId == thread.Id).OrderBy(c => c.Id).Skip(CommentViews.Unfolded - 1).Select(c => (long?)c.Id).FirstOrDefault() ?? long.MaxValue)
        select reply;

    private async Task<IReadOnlyList<CommentView>> WithRepliesAsync(
        List<Comment> threads, IQueryable<Comment> shown, Note note, long? readerId, CancellationToken ct)
    {
        long[] threadIds = [.. threads.Where(t => t.ReplyCount > 0).Select(t => t.Id)];
        var replies = threadIds.Length == 0 ? [] : await FirstReplies(shown, threadIds).ToListAsync(ct);
        return await views.OfAsync(threads, [.. replies.OrderBy(r => r.Id)], note, readerId, ct);
    }

    private static async Task<Ok<Page<CommentView>>> HandleAsync(
        long noteId, [AsParameters] PageQuery page, ReadComments read, ICurrentAccount account, CancellationToken ct, CommentOrder sort = CommentOrder.Useful) =>
        TypedResults.Ok(await read.RunAsync(noteId, sort, account.IdOrNull, page.Cursor, page.Size, ct));

    private static async Task<Results<Ok<Page<CommentView>>, ProblemHttpResult>> HandleRepliesAsync(
        long commentId, [AsParameters] PageQuery page, ReadComments read, ICurrentAccount account, CancellationToken ct) =>
        await read.ThreadAsync(commentId, account.IdOrNull, page.Cursor, page.Size, ct) is var (thread, next)
            ? TypedResults.Ok(new Page<CommentView>(thread.Replies, next))
            : Problems.NotFound("notes.comment-not-found");
}
