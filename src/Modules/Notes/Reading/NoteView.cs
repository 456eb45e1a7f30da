using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Contracts.Media;

namespace Sward.Notes;

/// <summary>A note as one reader gets it: all that its page and the API show.</summary>
/// <param name="Media">Pictures in the author's order.</param>
/// <param name="Store">The author's store that the note leads to.</param>
/// <param name="Mentions">Accounts that the body names as @handle.</param>
/// <param name="MayComment">The reader may comment; a visitor has to sign in first.</param>
/// <param name="Version">To be sent back with an edit.</param>
internal sealed record NoteView(
    long Id,
    NoteKind Kind,
    string Title,
    string Body,
    AccountCard Author,
    IReadOnlyList<MediaCard> Media,
    IReadOnlyList<string> Topics,
    PlaceView? Place,
    IReadOnlyList<ProductCard> Products,
    StoreCard? Store,
    IReadOnlyList<AccountCard> Mentions,
    Visibility Visibility,
    Commenters Commenters,
    bool MayComment,
    Disclosure Disclosure,
    bool AiMade,
    bool Original,
    string Channel,
    long? BoughtProductId,
    NoteCounts Counts,
    NoteMine Mine,
    bool IsPinned,
    int Version,
    DateTimeOffset CreatedAt,
    DateTimeOffset? EditedAt);

/// <summary>Where a note was made.</summary>
internal sealed record PlaceView(long Id, string Name, double? Lat, double? Lng);

/// <summary>What people did with a note.</summary>
internal sealed record NoteCounts(int Likes, int Collects, int Comments, int Shares);

/// <summary>What the reader did with it.</summary>
internal sealed record NoteMine(bool Liked, bool Collected)
{
    public static NoteMine Nothing { get; } = new(Liked: false, Collected: false);
}

/// <summary>Fills a note with what other modules know of its author, pictures and products: one question to each.</summary>
internal sealed class NoteViews(ICircles circles, IAccountCards accounts, IMediaCards media, IProductCards products, IStoreCards stores)
{
    /// <summary>The note with everything around it.</summary>
    /// <exception cref="Refusal">The author's account is gone.</exception>
    public async Task<NoteView> OfAsync(Note note, Place? place, long? readerId, NoteMine mine, CancellationToken ct)
    {
        var circle = await circles.OfAsync(readerId, ct);
        var people = await accounts.GetAsync([note.AuthorId, .. note.MentionIds.Except(circle.Blocked)], ct);
        var pictures = await media.GetAsync(note.MediaIds, ct);
        var goods = note.ProductIds.Count > 0 ? await products.GetAsync(note.ProductIds, ct) : null;
        return new(
            note.Id, note.Kind, note.Title, note.Body,
            people.TryGetValue(note.AuthorId, out var author) ? author : throw new Refusal("notes.note-not-found", StatusCodes.Status404NotFound),
            [.. note.MediaIds.Where(pictures.ContainsKey).Select(id => pictures[id])],
            note.Topics,
            place is null ? null : new(place.Id, place.Name, note.Lat, note.Lng),
            goods is null ? [] : [.. note.ProductIds.Where(goods.ContainsKey).Select(id => goods[id])],
            note.StoreId is { } storeId ? (await stores.GetAsync([storeId], ct)).GetValueOrDefault(storeId) : null,
            [.. note.MentionIds.Where(people.ContainsKey).Select(id => people[id])],
            note.Visibility, note.Commenters, NoteVisibility.AllowsComment(note, readerId, circle), note.Disclosure, note.AiMade, note.Original, note.Channel, note.BoughtProductId,
            new(note.LikeCount, note.CollectCount, note.CommentCount, note.ShareCount),
            mine, note.PinnedAt is not null, note.Version, note.PublishedAt, note.EditedAt);
    }
}
