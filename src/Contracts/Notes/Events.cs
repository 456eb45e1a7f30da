namespace Sward.Contracts.Notes;

/// <summary>A note became visible, or a published note was edited: carries all that readers of facts need. <paramref name="Edited"/> tells which.</summary>
/// <param name="Visibility">public, followers, friends, chosen or private; <see cref="Audiences"/> tells whom that means.</param>
/// <param name="Latitude">Of the place, degrees, as coarse as the author gave it; null without a position.</param>
public sealed record NotePublished(
    long NoteId, long AuthorId, string Kind, string Title, string Body, string Channel, IReadOnlyList<string> Topics, string? Place,
    IReadOnlyList<long> ProductIds, IReadOnlyList<long> MentionIds, string Visibility, DateTimeOffset PublishedAt, bool Edited, DateTimeOffset At,
    double? Latitude = null, double? Longitude = null) : IEvent
{
    public static string Name => "notes.note-published.v1";
}

/// <summary>A note is gone for everybody: deleted by its author or removed.</summary>
public sealed record NoteRemoved(long NoteId, long AuthorId, DateTimeOffset At) : IEvent
{
    public static string Name => "notes.note-removed.v1";
}

/// <summary>An account liked a note.</summary>
public sealed record NoteLiked(long NoteId, long AuthorId, long LikerId, DateTimeOffset At) : IEvent
{
    public static string Name => "notes.note-liked.v1";
}

/// <summary>A like was taken back.</summary>
public sealed record NoteUnliked(long NoteId, long AuthorId, long LikerId, DateTimeOffset At) : IEvent
{
    public static string Name => "notes.note-unliked.v1";
}

/// <summary>An account collected a note.</summary>
public sealed record NoteCollected(long NoteId, long AuthorId, long CollectorId, DateTimeOffset At) : IEvent
{
    public static string Name => "notes.note-collected.v1";
}

/// <summary>A collected note was taken off its board.</summary>
public sealed record NoteUncollected(long NoteId, long AuthorId, long CollectorId, DateTimeOffset At) : IEvent
{
    public static string Name => "notes.note-uncollected.v1";
}

/// <summary>Somebody commented on a note. For a reply <paramref name="ReplyToAccountId"/> is who is answered.</summary>
/// <param name="IsFirst">The commenter has no other comment on the note.</param>
public sealed record NoteCommented(
    long CommentId, long NoteId, long AuthorId, long CommenterId, long? ReplyToAccountId, IReadOnlyList<long> MentionIds, string Excerpt, bool IsFirst, DateTimeOffset At) : IEvent
{
    public static string Name => "notes.note-commented.v1";
}

/// <summary>A comment was deleted together with the replies to it.</summary>
/// <param name="LastOf">How many people have no comment on the note any more.</param>
/// <param name="LastOfIds">Who they are; null in facts of a time that did not say.</param>
public sealed record CommentRemoved(long CommentId, long NoteId, IReadOnlyList<long> ReplyIds, int LastOf, DateTimeOffset At, IReadOnlyList<long>? LastOfIds = null) : IEvent
{
    public static string Name => "notes.comment-removed.v1";
}

/// <summary>Somebody liked a comment.</summary>
public sealed record CommentLiked(long CommentId, long NoteId, long CommenterId, long LikerId, DateTimeOffset At) : IEvent
{
    public static string Name => "notes.comment-liked.v1";
}

/// <summary>An account shared a note by link or picture, for the first time.</summary>
public sealed record NoteShared(long NoteId, long AuthorId, long SharerId, DateTimeOffset At) : IEvent
{
    public static string Name => "notes.note-shared.v1";
}

/// <summary>An account follows a topic.</summary>
/// <param name="Topic">As its notes write it, without the #.</param>
public sealed record TopicFollowed(string Topic, long FollowerId, DateTimeOffset At) : IEvent
{
    public static string Name => "notes.topic-followed.v1";
}

/// <summary>An account stopped following a topic.</summary>
public sealed record TopicUnfollowed(string Topic, long FollowerId, DateTimeOffset At) : IEvent
{
    public static string Name => "notes.topic-unfollowed.v1";
}
