using Sward.Contracts.Mall;
using Sward.Contracts.Notes;
using Sward.Discovery.Ranking;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Keeping;

/// <summary>What a fact does to a note. The read model and the memory of every node apply the same change, so they agree.</summary>
internal readonly record struct NoteChange(long NoteId, Func<FeedNote?, FeedNote?> Apply)
{
    /// <summary>A published note stands in the feeds of those who may see it; what people did with it is kept while it is private.</summary>
    public static async Task<NoteChange> OfAsync(NotePublished fact, IProductCards products, CancellationToken ct)
    {
        var cards = fact.ProductIds.Count == 0 ? null : await products.GetAsync(fact.ProductIds, ct);
        string[] categories = cards is null ? [] : [.. cards.Values.Select(card => card.Category).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new(fact.NoteId, before => FromFact(fact, categories).With(before?.Engagement ?? default));
    }

    public static NoteChange Of(NoteRemoved fact) => new(fact.NoteId, _ => null);

    public static NoteChange Of(NoteLiked fact) => Engaged(fact.NoteId, new(Likes: 1));

    public static NoteChange Of(NoteUnliked fact) => Engaged(fact.NoteId, new(Likes: -1));

    public static NoteChange Of(NoteCollected fact) => Engaged(fact.NoteId, new(Collects: 1));

    public static NoteChange Of(NoteUncollected fact) => Engaged(fact.NoteId, new(Collects: -1));

    public static NoteChange Of(NoteCommented fact) => Engaged(fact.NoteId, new(Commenters: fact.IsFirst ? 1 : 0));

    public static NoteChange Of(CommentRemoved fact) => Engaged(fact.NoteId, new(Commenters: -fact.LastOf));

    public static NoteChange Of(NoteShared fact) => Engaged(fact.NoteId, new(Shares: 1));

    private static NoteChange Engaged(long noteId, Engagement change) => new(noteId, note => note?.After(change));

    private static FeedNote FromFact(NotePublished fact, string[] categories) => new()
    {
        Id = fact.NoteId,
        AuthorId = fact.AuthorId,
        Channel = fact.Channel,
        Visibility = fact.Visibility,
        Topics = [.. fact.Topics],
        ProductIds = [.. fact.ProductIds],
        Categories = categories,
        Latitude = fact.Latitude,
        Longitude = fact.Longitude,
        PublishedAt = fact.PublishedAt,
        Print = WordPrint.Of(fact.Title, fact.Body),
    };
}
