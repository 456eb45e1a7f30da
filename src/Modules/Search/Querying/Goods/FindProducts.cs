using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Contracts.Media;
using Sward.Ui;

namespace Sward.Search;

/// <summary>A found product: its card and the hits in its name.</summary>
internal sealed record FoundProduct(ProductCard Product, MediaCard? Picture, IReadOnlyList<TextRange> NameHits);

/// <summary>Searches the mall for a reader.</summary>
internal sealed class FindProducts(
    ISearchIndex<ProductMarks> index, SearchDb db, ICircles circles, IProductCards products, IMediaCards media, RuleBook rules, IOptions<SearchOptions> options)
{
    /// <summary>Null when the cursor is none of ours.</summary>
    public async Task<FoundPage<FoundProduct>?> RunAsync(ProductSearch search, long? readerId, PageQuery page, CancellationToken ct)
    {
        var circle = await circles.OfAsync(readerId, ct);
        var found = Rank(search, readerId, circle);
        var pinned = search.IsPlain ? await ShownAsync(rules.Pinned(search.Query, PinKind.Product), circle, ct) : [];
        return RankedPages.Cut(found.Hits, page, pinned) is var (ids, next)
            ? new(await DrawAsync(ids, search.Query, ct), next, found.Count, found.IsRelaxed)
            : null;
    }

    /// <summary>All hits of a reader in their order, as far as anybody can page.</summary>
    public Found Rank(ProductSearch search, long? readerId, Circle circle) =>
        index.Find(search.Query, options.Value.EnoughFor(search.Sort is FoundProductSort.General), options.Value.DepthFor(readerId), search.RankFor(circle));

    /// <summary>Those of the pinned goods whose seller the reader may meet.</summary>
    private async Task<IReadOnlyList<long>> ShownAsync(IReadOnlyList<long> pinned, Circle circle, CancellationToken ct)
    {
        if (pinned.Count == 0)
        {
            return pinned;
        }

        var sellers = await db.Products.AsNoTracking().Where(p => pinned.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.SellerId, ct);
        return [.. pinned.Where(id => sellers.TryGetValue(id, out var seller) && !circle.Blocked.Contains(seller))];
    }

    private async Task<IReadOnlyList<FoundProduct>> DrawAsync(IReadOnlyList<long> productIds, Query query, CancellationToken ct)
    {
        var cards = await products.GetAsync(productIds, ct);
        var pictures = await media.GetAsync([.. cards.Values.Select(card => card.PictureId).OfType<long>()], ct);
        var highlighter = new Highlighter(query);
        return
        [
            .. from id in productIds
               where cards.ContainsKey(id) && cards[id].OnSale
               let card = cards[id]
               select new FoundProduct(card, pictures.GetValueOrDefault(card.PictureId ?? 0), highlighter.Hits(card.Name)),
        ];
    }
}
