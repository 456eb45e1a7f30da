namespace Sward.Notes;

/// <summary>A comment on a note, or an answer to one: there are two levels.</summary>
internal sealed class Comment
{
    public const int MaxCharacters = 500, MaxUnits = 2_000;

    public long Id { get; init; }

    public long NoteId { get; init; }

    [Personal]
    public long AuthorId { get; init; }

    /// <summary>The first-level comment that this one stands under; null when it is one itself.</summary>
    public long? ThreadId { get; init; }

    /// <summary>Whom a reply answers.</summary>
    [Personal]
    public long? ReplyToAccountId { get; init; }

    [Personal]
    public required string Body { get; init; }

    [Personal]
    public List<long> MentionIds { get; init; } = [];

    public int LikeCount { get; set; }

    public int ReplyCount { get; set; }

    /// <summary>Where the comment stands among the useful ones; see <see cref="Usefulness"/>.</summary>
    public long Rank { get; set; }

    public DateTimeOffset At { get; init; }

    public DateTimeOffset? DeletedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Comment>
    {
        public void Configure(EntityTypeBuilder<Comment> comment)
        {
            comment.Property(c => c.Id).ValueGeneratedNever();
            comment.Property(c => c.Body).HasMaxLength(MaxUnits);
            comment.HasIndex(c => new { c.NoteId, c.ThreadId, c.Rank, c.Id });
            comment.HasIndex(c => new { c.NoteId, c.ThreadId, c.Id });
            comment.HasIndex(c => new { c.ThreadId, c.Id });
            comment.HasIndex(c => new { c.NoteId, c.AuthorId });
        }
    }
}

/// <summary>An account likes a comment.</summary>
internal sealed record CommentLike([property: Personal] long AccountId, long CommentId, DateTimeOffset At)
{
    internal sealed class Mapping : IEntityTypeConfiguration<CommentLike>
    {
        public void Configure(EntityTypeBuilder<CommentLike> like) => like.HasKey(l => new { l.AccountId, l.CommentId });
    }
}
