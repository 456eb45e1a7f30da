using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;

namespace Sward.Notes;

/// <summary>A comment as one reader gets it.</summary>
/// <param name="ThreadId">The first-level comment it stands under; null when it is one.</param>
/// <param name="ReplyTo">Whom a reply answers.</param>
/// <param name="IsByAuthor">Written by the author of the note.</param>
/// <param name="Bought">The commenter has received one of the note's products.</param>
/// <param name="LikedByAuthor">The author of the note likes it.</param>
/// <param name="Liked">The reader likes it.</param>
/// <param name="ReplyCount">Replies that the reader may see.</param>
/// <param name="Replies">The first replies; more of them at <c>/comments/{id}/replies</c>.</param>
internal sealed record CommentView(
    long Id,
    long NoteId,
    long? ThreadId,
    AccountCard Author,
    AccountCard? ReplyTo,
    string Body,
    IReadOnlyList<AccountCard> Mentions,
    bool IsByAuthor,
    bool Bought,
    bool LikedByAuthor,
    bool IsPinned,
    int Likes,
    bool Liked,
    IReadOnlyList<CommentView> Replies,
    int ReplyCount,
    DateTimeOffset CreatedAt);

/// <summary>Fills comments with what is known of their authors and marks, many in one go.</summary>
internal sealed class CommentViews(NotesDb db, ICircles circles, IAccountCards accounts, IProductCards products)
{
    /// <summary>Replies that are shown before the rest is folded away.</summary>
    public const int Unfolded = 2;

    /// <summary>The comments in the order given, each with the replies that come before the fold.</summary>
    public async Task<IReadOnlyList<CommentView>> OfAsync(IReadOnlyList<Comment> comments, IReadOnlyList<Comment> replies, Note note, long? readerId, CancellationToken ct)
    {
        Comment[] all = [.. comments, .. replies];
        long[] blocked = [.. (await circles.OfAsync(readerId, ct)).Blocked];
        var people = await accounts.GetAsync([.. all.SelectMany(c => c.MentionIds.Append(c.AuthorId).Append(c.ReplyToAccountId ?? c.AuthorId)).Distinct().Except(blocked)], ct);
        var unseen = blocked.Length == 0 ? [] : await UnseenAsync(note.Id, blocked, ct);
        long[] commentIds = [.. all.Select(c => c.Id)];
        var likes = await db.CommentLikes
            .Where(l => commentIds.Contains(l.CommentId) && (l.AccountId == note.AuthorId || l.AccountId == readerId))
            .Select(l => new { l.CommentId, l.AccountId })
            .ToListAsync(ct);
        var buyers = note.ProductIds.Count == 0 ? [] : (await products.BoughtAsync([.. all.Select(c => c.AuthorId).Distinct()], note.ProductIds, ct)).Select(b => b.AccountId).ToHashSet();
        var repliesOf = replies.ToLookup(r => r.ThreadId);
        return [.. comments.Select(View).OfType<CommentView>()];

        // A comment of an account that is gone is not shown; its replies go with it.
        CommentView? View(Comment comment) => !people.TryGetValue(comment.AuthorId, out var author) ? null : new(
            comment.Id, comment.NoteId, comment.ThreadId, author,
            comment.ReplyToAccountId is { } answered ? people.GetValueOrDefault(answered) : null,
            comment.Body,
            [.. comment.MentionIds.Where(people.ContainsKey).Select(id => people[id])],
            IsByAuthor: comment.AuthorId == note.AuthorId,
            Bought: buyers.Contains(comment.AuthorId),
            LikedByAuthor: likes.Exists(l => l.CommentId == comment.Id && l.AccountId == note.AuthorId),
            IsPinned: comment.Id == note.PinnedCommentId,
            comment.LikeCount,
            Liked: likes.Exists(l => l.CommentId == comment.Id && l.AccountId == readerId),
            [.. repliesOf[comment.Id].Select(View).OfType<CommentView>()],
            comment.ReplyCount - unseen.GetValueOrDefault(comment.Id), comment.At);
    }

    /// <summary>How many replies of these people stand under each thread of the note.</summary>
    private Task<Dictionary<long, int>> UnseenAsync(long noteId, long[] blocked, CancellationToken ct) => db.Comments
        .Where(c => c.NoteId == noteId && blocked.Contains(c.AuthorId) && c.ThreadId != null && c.DeletedAt == null)
        .GroupBy(c => c.ThreadId!.Value)
        .Select(replies => new { ThreadId = replies.Key, Count = replies.Count() })
        .ToDictionaryAsync(r => r.ThreadId, r => r.Count, ct);
}
