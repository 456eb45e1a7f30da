using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Contracts.Media;
using Sward.Contracts.Notes;
using Sward.Discovery.Goods.Acting;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Serving;
using Sward.Discovery.Shelves;
using Sward.Discovery.Signals;
using Sward.Discovery.Suggesting;

namespace Sward.Discovery.Goods;

/// <summary>Goods that a reader may like: for themselves, beside a product, under a note. A row each, without an end to scroll to.</summary>
internal sealed class ReadGoods(
    Hydration hydration, DrawGoodsTaste draw, GoodsLists lists, Suggest suggest, NoteShelves shelves, IWares wares, IProductCards products, INoteCards notes, IMediaCards media, ReasonTexts reasons,
    RememberServed served)
{
    public const int RowSize = 12;

    /// <summary>More are not looked at.</summary>
    private const int Most = 300;

    /// <summary>A product, and why it is here.</summary>
    /// <param name="Shown">What signals about the card say in <c>detail</c>.</param>
    public sealed record Item(ProductCard Product, MediaCard? Picture, CardReason Reason, string Shown);

    /// <summary>The goods. <paramref name="IsPersonal"/>: false while they are the same for everybody.</summary>
    public sealed record Answer(string RequestId, bool IsPersonal, IReadOnlyList<Item> Items);

    public static void Map(IEndpointRouteBuilder feed)
    {
        feed.MapGet("/goods", HandleForYouAsync).WithName("ReadGoodsForYou").AllowAnonymous();
        feed.MapGet("/goods/related/{productId:long}", HandleRelatedAsync).WithName("ReadRelatedGoods").AllowAnonymous().ProducesProblem(StatusCodes.Status404NotFound);
        feed.MapGet("/goods/note/{noteId:long}", HandleUnderNoteAsync).WithName("ReadNoteGoods").AllowAnonymous().ProducesProblem(StatusCodes.Status404NotFound);
    }

    public Task<Answer> ForYouAsync(long? readerId, int size, CancellationToken ct) => RunAsync(lists.ForYou, new FeedAsk(readerId, size, FeedCursor.Start), ct);

    /// <summary>Goods that go with a product; null when there is none of this id.</summary>
    public async Task<Answer?> RelatedAsync(long productId, long? readerId, int size, CancellationToken ct) =>
        (await products.GetAsync([productId], ct)).ContainsKey(productId) ? await RunAsync(lists.Related, new FeedAsk(readerId, size, FeedCursor.Start) { ProductId = productId }, ct) : null;

    /// <summary>Goods that go with a note; null when there is none that this reader may see.</summary>
    public async Task<Answer?> UnderNoteAsync(long noteId, long? readerId, int size, CancellationToken ct) =>
        shelves.Find(noteId) is { } seed && (await notes.GetAsync([noteId], readerId, ct)).ContainsKey(noteId)
            ? await RunAsync(lists.UnderNote, new FeedAsk(readerId, size, FeedCursor.Start) { Seed = seed }, ct)
            : null;

    private async Task<Answer> RunAsync(SuggestionList list, FeedAsk ask, CancellationToken ct)
    {
        var context = await hydration.OfAsync(surface: null, ask, ct);
        var isPersonal = ask.ReaderId is not null && context.Personalisation.IsOn;
        if (isPersonal)
        {
            context = context with { Goods = new(() => draw.RunAsync(ask.ReaderId!.Value, context.Personalisation.Since, ct)) };
        }

        Good[] row = [.. Good.Broad(Rule<Good>.Apply(lists.Rules, list.Name, context, await FindAsync(list, context, isPersonal ? ask.ReaderId : null, ct)), ask.Size).Take(ask.Size)];
        var requestId = served.Remember(list.Name, context, [.. row.Select(good => (good.Ware.Id, good.Suggestion.Source, good.Suggestion.Milli))]);
        return new(requestId, isPersonal, await DrawAsync(list, row, ask.ReaderId, ct));
    }

    /// <summary>What the sources found, with what can be known of it.</summary>
    /// <param name="knownId">The reader, when they may be known.</param>
    private async Task<IEnumerable<Good>> FindAsync(SuggestionList list, FeedContext context, long? knownId, CancellationToken ct)
    {
        Suggestion[] found = [.. (await suggest.RunAsync(list, context, ct)).Take(Most)];
        long[] productIds = [.. found.Select(goods => goods.Id)];
        var (known, deeds) = (await wares.GetAsync(productIds, ct), await draw.DeedsAsync(knownId, productIds, ct));
        return found.Where(goods => known.ContainsKey(goods.Id)).Select(goods => new Good(goods, known[goods.Id], deeds.GetValueOrDefault(goods.Id)));
    }

    private async Task<IReadOnlyList<Item>> DrawAsync(SuggestionList list, Good[] row, long? readerId, CancellationToken ct)
    {
        var reasonsOf = row.Select(good => good.Suggestion.Why).ToArray();
        var cards = await products.GetAsync([.. row.Select(good => good.Ware.Id).Concat(reasonsOf.Select(why => why.ProductId).OfType<long>()).Distinct()], ct);
        var pictures = await media.GetAsync([.. row.Select(good => cards.GetValueOrDefault(good.Ware.Id)?.PictureId).OfType<long>()], ct);
        long[] noteIds = [.. reasonsOf.Select(why => why.NoteId).OfType<long>().Distinct()];
        var titles = noteIds.Length == 0 ? new Dictionary<long, NoteCard>() : await notes.GetAsync(noteIds, readerId, ct);
        return [.. row.Where(good => cards.ContainsKey(good.Ware.Id)).Select(good => new Item(
            cards[good.Ware.Id], cards[good.Ware.Id].PictureId is { } pictureId ? pictures.GetValueOrDefault(pictureId) : null, Explain(good.Suggestion), list.ShownBy(good.Suggestion.Source)))];

        // What speaks for it may be gone, or not for this reader any more: then it is not named.
        CardReason Explain(Suggestion goods)
        {
            var title = goods.Why switch
            {
                { NoteId: { } noteId } => titles.GetValueOrDefault(noteId)?.Title,
                { ProductId: { } productId } => cards.GetValueOrDefault(productId)?.Name,
                _ => goods.Why.About,
            };
            var isNameless = title is null && goods.Why is not { NoteId: null, ProductId: null };
            return (isNameless ? goods with { Why = new Reason("for-you") } : goods).Explained(reasons, title);
        }
    }

    private static async Task<Ok<Answer>> HandleForYouAsync([Range(1, 50)] int? limit, ReadGoods read, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(await read.ForYouAsync(account.IdOrNull, limit ?? RowSize, ct));

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleRelatedAsync(long productId, [Range(1, 50)] int? limit, ReadGoods read, ICurrentAccount account, CancellationToken ct) =>
        await read.RelatedAsync(productId, account.IdOrNull, limit ?? RowSize, ct) is { } answer ? TypedResults.Ok(answer) : Problems.NotFound("mall.product-not-found");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleUnderNoteAsync(long noteId, [Range(1, 50)] int? limit, ReadGoods read, ICurrentAccount account, CancellationToken ct) =>
        await read.UnderNoteAsync(noteId, account.IdOrNull, limit ?? RowSize, ct) is { } answer ? TypedResults.Ok(answer) : Problems.NotFound("discovery.note-not-found");
}
