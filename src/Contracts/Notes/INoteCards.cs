namespace Sward.Contracts.Notes;

/// <summary>A note as a tile of a waterfall.</summary>
/// <param name="Kind">picture or text.</param>
/// <param name="CoverMediaId">The first picture; every published note has one (text notes get a drawn cover).</param>
/// <param name="Channel">Discover channel the note belongs to.</param>
/// <param name="Visibility">public, followers, friends, chosen or private.</param>
public sealed record NoteCard(
    long Id, long AuthorId, string Kind, string Title, long CoverMediaId, string Channel, IReadOnlyList<string> Topics, string Visibility,
    int LikeCount, int CollectCount, int CommentCount, DateTimeOffset PublishedAt);

/// <summary>Note cards in batches. Notes that are not published, or that this reader may not see, are left out.</summary>
public interface INoteCards
{
    /// <summary>Cards by note id.</summary>
    /// <param name="readerId">Who will see the cards; null for a visitor.</param>
    Task<IReadOnlyDictionary<long, NoteCard>> GetAsync(IReadOnlyCollection<long> noteIds, long? readerId, CancellationToken ct);
}

/// <summary>What is needed to publish a note on somebody's behalf, for example a review shared as a note.</summary>
/// <param name="BoughtProductId">Set when the note is made from an order: it then wears the "bought it" badge.</param>
public sealed record NewNote(
    long AuthorId, string Title, string Body, IReadOnlyList<long> MediaIds, IReadOnlyList<string> Topics, IReadOnlyList<long> ProductIds, long? BoughtProductId);

/// <summary>Publishes notes for other modules.</summary>
public interface INotePublisher
{
    /// <summary>Publishes and returns the note's id. Calling again with the same key returns the same note.</summary>
    /// <param name="key">Names the cause for good, for example <c>mall.review:123</c>.</param>
    Task<long> PublishAsync(NewNote note, string key, CancellationToken ct);
}
