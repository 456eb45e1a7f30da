using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Contracts.Discovery;
using Sward.Contracts.Mall;
using Sward.Contracts.Media;
using Sward.Ui;

namespace Sward.Search;

/// <summary>A found product: its card, the hits in its name, and what the reader did with it before; null where that is nothing.</summary>
internal sealed record FoundProduct(ProductCard Product, MediaCard? Picture, IReadOnlyList<TextRange> NameHits, FoundReason? Reason);

/// <summary>Searches the mall for a reader.</summary>
internal sealed class FindProducts(
    ISearchIndex<ProductMarks> index, SearchDb db, ICircles circles, IHiddenGoods hides, IGoodsReasons reasons, IProductCards products, IMediaCards media, RuleBook rules, IOptions<SearchOptions> options)
{
    /// <summary>Null when the cursor is none of ours.</summary>
    public async Task<FoundPage<FoundProduct>?> RunAsync(ProductSearch search, long? readerId, PageQuery page, CancellationToken ct)
    {
        var found = await RankAsync(search, readerId, ct);
        var pinned = search.IsPlain ? await ShownAsync(rules.Pinned(search.Query, PinKind.Product), readerId, ct) : [];
        return RankedPages.Cut(found.Hits, page, pinned) is var (ids, next)
            ? new(await DrawAsync(ids, search.Query, readerId, ct), next, found.Count, found.IsRelaxed)
            : null;
    }

    /// <summary>All hits of a reader in their order, as far as anybody can page.</summary>
    public async Task<Found> RankAsync(ProductSearch search, long? readerId, CancellationToken ct) => index.Find(
        search.Query, options.Value.EnoughFor(search.Sort is FoundProductSort.General), options.Value.DepthFor(readerId), search.RankFor(await circles.OfAsync(readerId, ct), await hides.OfAsync(readerId, ct)));

    /// <summary>Those of the pinned goods that the reader wants to see and whose seller they may meet.</summary>
    private async Task<IReadOnlyList<long>> ShownAsync(IReadOnlyList<long> pinned, long? readerId, CancellationToken ct)
    {
        if (pinned.Count == 0)
        {
            return pinned;
        }

        var (blocked, hidden) = ((await circles.OfAsync(readerId, ct)).Blocked, await hides.OfAsync(readerId, ct));
        var known = await db.Products.AsNoTracking().Where(p => pinned.Contains(p.Id)).Select(p => new { p.Id, p.SellerId, p.Category }).ToDictionaryAsync(p => p.Id, ct);
        return [.. pinned.Where(id => known.TryGetValue(id, out var product) && !blocked.Contains(product.SellerId) && !hidden.Cover(id, product.Category))];
    }

    private async Task<IReadOnlyList<FoundProduct>> DrawAsync(IReadOnlyList<long> productIds, Query query, long? readerId, CancellationToken ct)
    {
        var known = await reasons.OfAsync(productIds, readerId, ct);
        var cards = await products.GetAsync(productIds, ct);
        var pictures = await media.GetAsync([.. cards.Values.Select(card => card.PictureId).OfType<long>()], ct);
        var highlighter = new Highlighter(query);
        return
        [
            .. from id in productIds
               where cards.ContainsKey(id) && cards[id].OnSale
               let card = cards[id]
               select new FoundProduct(card, pictures.GetValueOrDefault(card.PictureId ?? 0), highlighter.Hits(card.Name), known.GetValueOrDefault(id) is { } why ? new(why.Code, why.Text) : null),
        ];
    }
}
