using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Contracts.Media;

namespace Sward.Notes;

/// <summary>Content that may be saved: tidy, checked, and with everything it names found.</summary>
internal sealed record CheckedContent(
    Note.Content Content, NoteKind Kind, List<long> MediaIds, string? CoverDesign, List<long> MentionIds, string Channel,
    IReadOnlyList<Topic> Topics, Place? Place);

/// <summary>Checks what an author wants to save against what exists. Draws the cover of a text note, so it runs before any transaction.</summary>
internal sealed class ContentCheck(IMediaCards media, IMediaStudio studio, IProductCards products, IStoreCards stores, IAccountCards accounts, Catalogue catalogue)
{
    private const string FirstDesign = "paper";

    /// <summary>Tidies the content and finds all that it names.</summary>
    /// <exception cref="Refusal">No words, or media and products that cannot be used.</exception>
    /// <param name="before">The note as it stands, when it is edited.</param>
    public async Task<CheckedContent> CheckAsync(long authorId, Note.Content content, Note? before, CancellationToken ct)
    {
        content = Tidy(content);
        if (content is { Title: "", Body: "" })
        {
            throw new Refusal("notes.no-words", StatusCodes.Status422UnprocessableEntity);
        }

        await RequireMediaAsync(authorId, content.MediaIds, ct);
        await RequireProductsAsync(content.ProductIds, ct);
        await RequireStoreAsync(authorId, content.StoreId, ct);
        var kind = content.MediaIds.Count > 0 ? NoteKind.Picture : NoteKind.Text;
        var design = kind is NoteKind.Text ? content.CoverDesign ?? before?.CoverDesign ?? FirstDesign : null;
        return new(
            content, kind,
            design is null ? [.. content.MediaIds] : [await DrawCoverAsync(authorId, content, design, before, ct)],
            design,
            await Mentions.InAsync(content.Body, accounts, ct),
            content.Channel ?? ChannelGuess.Of(content.Topics),
            await catalogue.TopicsAsync(content.Topics, ct),
            content.Place is { } place ? await catalogue.PlaceAsync(place, ct) : null);
    }

    private static Note.Content Tidy(Note.Content content) => content with
    {
        Title = PlainText.Line(content.Title),
        Body = PlainText.Block(content.Body),
        MediaIds = [.. content.MediaIds.Distinct()],
        Topics = TopicName.Distinct(content.Topics),
        Place = content.Place?.Tidy(),
        ProductIds = [.. content.ProductIds.Distinct()],
        ChosenIds = content.Visibility is Visibility.Chosen ? [.. content.ChosenIds.Distinct()] : [],
    };

    private async Task RequireMediaAsync(long authorId, IReadOnlyList<long> mediaIds, CancellationToken ct)
    {
        var cards = mediaIds.Count == 0 ? null : await media.GetAsync(mediaIds, ct);
        foreach (var mediaId in mediaIds)
        {
            if (!cards!.TryGetValue(mediaId, out var card) || card.OwnerId != authorId)
            {
                throw new Refusal("notes.media-not-found", StatusCodes.Status422UnprocessableEntity);
            }

            if (card.State is not "ready")
            {
                throw new Refusal("notes.media-not-ready", StatusCodes.Status422UnprocessableEntity);
            }
        }
    }

    private async Task RequireProductsAsync(IReadOnlyList<long> productIds, CancellationToken ct)
    {
        if (productIds.Count > 0 && (await products.GetAsync(productIds, ct)).Count < productIds.Count)
        {
            throw new Refusal("notes.product-not-found", StatusCodes.Status422UnprocessableEntity);
        }
    }

    private async Task RequireStoreAsync(long authorId, long? storeId, CancellationToken ct)
    {
        if (storeId is { } id && (await stores.GetAsync([id], ct)).GetValueOrDefault(id)?.OwnerId != authorId)
        {
            throw new Refusal("notes.store-not-found", StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>An edit that leaves words and design alone keeps the drawn cover.</summary>
    private async Task<long> DrawCoverAsync(long authorId, Note.Content content, string design, Note? before, CancellationToken ct)
    {
        var words = Note.CoverWords(content.Title, content.Body);
        return before is { Kind: NoteKind.Text } && (before.CoverDesign, Note.CoverWords(before.Title, before.Body)).Equals((design, words))
            ? before.MediaIds[0]
            : await studio.DrawTextCoverAsync(authorId, words, design, ct);
    }
}
