namespace Sward.Notes;

/// <summary>A page of comments as it is drawn.</summary>
/// <param name="ReaderId">Decides what may be deleted; null for a visitor.</param>
/// <param name="IsNoteMine">The reader wrote the note: may delete and pin everything.</param>
/// <param name="MayComment">The reader may comment on the note.</param>
internal sealed record CommentList(long NoteId, CommentOrder Order, Page<CommentView> Page, long? ReaderId, bool IsNoteMine, bool MayComment)
{
    public string Url => $"/notes/{NoteId}/comments";

    public string? MoreUrl => Page.Next is null ? null : $"{Url}?sort={Order.Word()}&cursor={Page.Next}";

    public CommentItem Item(CommentView comment) => new(
        comment, MayComment, CanReport: ReaderId is not null && comment.Author.Id != ReaderId, CanDelete: IsNoteMine || comment.Author.Id == ReaderId, CanPin: IsNoteMine && comment.ThreadId is null);
}

/// <summary>One comment as it is drawn.</summary>
internal sealed record CommentItem(CommentView Comment, bool CanReply, bool CanReport, bool CanDelete, bool CanPin)
{
    public string Url => $"/notes/{Comment.NoteId}/comments/{Comment.Id}";
}
