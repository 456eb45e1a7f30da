namespace Sward.Inbox;

/// <summary>Something a person is told. What many people did to one thing is one notice, until it is read.</summary>
internal sealed record Notice
{
    /// <summary>As long as a notice shows words.</summary>
    public const int ExcerptLength = 200;

    public required long Id { get; init; }

    [Personal]
    public required long AccountId { get; init; }

    public required string Tab { get; init; }

    public required string Kind { get; init; }

    /// <summary>What others may still join: <c>like:123</c>. Null for a notice that stands alone or was read.</summary>
    public string? OpenGroup { get; init; }

    /// <summary>The note, comment's note, order, after-sale request, payment, product or coupon it is about, or the store that was asked, by the kind; 0 for a follow and for what expires.</summary>
    public required long SubjectId { get; init; }

    /// <summary>The comment whose words the notice carries.</summary>
    public long? CommentId { get; init; }

    /// <summary>Who did it, the latest of them; null when nobody in particular.</summary>
    [Personal]
    public long? ActorId { get; init; }

    public int ActorCount { get; init; }

    /// <summary>Words of the comment, the number of the order, the variant of the product, the name of the goods, or what a coupon is called.</summary>
    [Personal]
    public string? Excerpt { get; init; }

    /// <summary>Until when it can be answered; null when there is no hurry.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>When it happened, the latest of them.</summary>
    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>An unread notice of one person's doing, or of nobody's.</summary>
    public static Notice Begin(long id, long accountId, string kind, long subjectId, long? actorId, DateTimeOffset at) => new()
    {
        Id = id,
        AccountId = accountId,
        Tab = NoticeKinds.TabOf(kind)!,
        Kind = kind,
        SubjectId = subjectId,
        ActorId = actorId,
        ActorCount = actorId is null ? 0 : 1,
        At = at,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<Notice>
    {
        public void Configure(EntityTypeBuilder<Notice> notice)
        {
            notice.Property(n => n.Id).ValueGeneratedNever();
            notice.Property(n => n.Tab).HasMaxLength(20);
            notice.Property(n => n.Kind).HasMaxLength(20);
            notice.Property(n => n.OpenGroup).HasMaxLength(60);
            notice.Property(n => n.Excerpt).HasMaxLength(400);
            notice.HasIndex(n => new { n.AccountId, n.OpenGroup }).IsUnique();
            notice.HasIndex(n => new { n.AccountId, n.At, n.Id }).IsDescending(false, true, true);
            notice.HasIndex(n => new { n.AccountId, n.Tab, n.At, n.Id }).IsDescending(false, false, true, true);
            notice.HasIndex(n => n.CommentId);
            notice.HasIndex(n => new { n.SubjectId, n.Tab });
            notice.HasIndex(n => new { n.AccountId, n.Tab }, "ix_inbox_notice_unread").HasFilter("read_at IS NULL");
        }
    }
}

/// <summary>Somebody has been told once that this person did this; doing it again tells nothing new.</summary>
internal sealed class Actor
{
    [Personal]
    public required long AccountId { get; init; }

    public required string GroupKey { get; init; }

    [Personal]
    public required long ActorId { get; init; }

    public required long NoticeId { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Actor>
    {
        public void Configure(EntityTypeBuilder<Actor> actor)
        {
            actor.HasKey(a => new { a.AccountId, a.GroupKey, a.ActorId });
            actor.Property(a => a.GroupKey).HasMaxLength(60);
            actor.HasIndex(a => new { a.NoticeId, a.At });
            actor.HasIndex(a => new { a.AccountId, a.ActorId });
        }
    }
}

/// <summary>A kind of notices that a person switched off.</summary>
internal sealed class MutedTab
{
    [Personal]
    public required long AccountId { get; init; }

    public required string Tab { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<MutedTab>
    {
        public void Configure(EntityTypeBuilder<MutedTab> muted)
        {
            muted.HasKey(m => new { m.AccountId, m.Tab });
            muted.Property(m => m.Tab).HasMaxLength(20);
        }
    }
}
