using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Contracts.Discovery;

namespace Sward.Search;

/// <summary>A name that found goods have, and how many of them.</summary>
internal sealed record NamedCount(string Name, int Count);

/// <summary>Brands (stores, where there is no brand), origins, and codes of the countries that found goods ship from, the most frequent first.</summary>
internal sealed record ProductFacets(IReadOnlyList<NamedCount> Makers, IReadOnlyList<NamedCount> Origins, IReadOnlyList<NamedCount> ShipsFrom);

/// <summary>Counts what the goods that a reader finds are made by and where they come from.</summary>
internal sealed class CountFacets(ISearchIndex<ProductMarks> index, SearchDb db, ICircles circles, IHiddenGoods hides, IOptions<SearchOptions> options)
{
    private const int MaxNames = 12;

    public async Task<ProductFacets> RunAsync(ProductSearch search, long? readerId, CancellationToken ct)
    {
        var tally = new FacetTally();
        var ranking = search.RankFor(await circles.OfAsync(readerId, ct), await hides.OfAsync(readerId, ct), tally);
        index.Find(search.Query, options.Value.EnoughFor(search.Sort is FoundProductSort.General), take: 1, ranking);
        List<FacetTally.Facet> makers = [.. MostFrequent(tally.Makers)], origins = [.. MostFrequent(tally.Origins)];
        var samples = makers.Concat(origins).Select(f => f.ProductId).ToList();
        var products = await db.Products.AsNoTracking().Where(p => samples.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        return new(
            Named(makers, products, p => p.Maker),
            Named(origins, products, p => p.Origin),
            [.. tally.ShipsFrom.OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).Take(MaxNames).Select(f => new NamedCount(f.Key, f.Value))]);
    }

    private static IEnumerable<FacetTally.Facet> MostFrequent(Dictionary<Term, FacetTally.Facet> facets) =>
        facets.OrderByDescending(f => f.Value.Count).ThenBy(f => f.Key.Key).Take(MaxNames).Select(f => f.Value);

    private static IReadOnlyList<NamedCount> Named(List<FacetTally.Facet> facets, Dictionary<long, ProductDocument> products, Func<ProductDocument, string> name) =>
        [.. facets.Where(f => products.ContainsKey(f.ProductId)).Select(f => new NamedCount(name(products[f.ProductId]), f.Count)).Where(f => f.Name.Length > 0)];
}
