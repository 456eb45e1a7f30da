using Sward.Contracts.Accounts;
using Sward.Contracts.Discovery;

namespace Sward.Search;

/// <summary>Orders of found products.</summary>
internal enum FoundProductSort
{
    General,
    Sales,
    Price,
    PriceDown,
    Latest,
}

/// <summary>What is asked of found products besides words; null asks nothing.</summary>
internal sealed class ProductFilter
{
    public string? Category { get; init; }

    /// <summary>Brand, or store of what has no brand.</summary>
    public string? Maker { get; init; }

    public string? Origin { get; init; }

    /// <summary>Code of a country that it is shipped from.</summary>
    public string? ShipsFrom { get; init; }

    /// <summary>Least price in minor units.</summary>
    public long? PriceFrom { get; init; }

    /// <summary>Highest price in minor units.</summary>
    public long? PriceTo { get; init; }
}

/// <summary>A search among products.</summary>
internal sealed record ProductSearch(Query Query, FoundProductSort Sort = FoundProductSort.General, ProductFilter? Filter = null)
{
    private readonly ProductFilter filter = Filter ?? new();

    /// <summary>True when nothing but words is asked.</summary>
    public bool IsPlain => Sort is FoundProductSort.General && filter is { Category: null, Maker: null, Origin: null, ShipsFrom: null, PriceFrom: null, PriceTo: null };

    /// <summary>Places products for one reader; null hides what they may not find or did not ask for.</summary>
    /// <param name="hides">What the reader does not want to see.</param>
    /// <param name="tally">Is told of everything that may be found; then nothing is passed over.</param>
    public Ranking<ProductMarks> RankFor(Circle circle, HiddenGoods hides, FacetTally? tally = null)
    {
        var (category, maker, origin) = (ProductDocument.NameTerm(filter.Category), ProductDocument.NameTerm(filter.Maker), ProductDocument.NameTerm(filter.Origin));
        var shipsFrom = filter.ShipsFrom is { } code ? Countries.Of([code]) : Countries.None;
        var hidden = hides.In(filter.Category);
        var hiddenKinds = hidden.Categories.Select(ProductDocument.NameTerm).ToHashSet();
        long? Rank(float relevance, in ProductMarks product)
        {
            if (hidden.ProductIds.Contains(product.ProductId) || hiddenKinds.Contains(product.Category) || circle.Blocked.Contains(product.SellerId) || product.PriceMinor < filter.PriceFrom || product.PriceMinor > filter.PriceTo
                || (filter.Category is not null && product.Category != category))
            {
                return null;
            }

            var isOfMaker = filter.Maker is null || product.Maker == maker;
            var isOfOrigin = filter.Origin is null || product.Origin == origin;
            var isFromThere = filter.ShipsFrom is null || product.ShipsFrom.Overlaps(shipsFrom);
            tally?.Add(product, isOfMaker, isOfOrigin, isFromThere);
            return isOfMaker && isOfOrigin && isFromThere ? Place(relevance, product) : null;
        }

        return Sort is FoundProductSort.General && tally is null
            ? new(Rank, Ranks.Most, (in ProductMarks highest) => Ranks.Raised(Ranks.Liking(highest.Sold), freshness: 0, isFollowed: false))
            : new(Rank, Most: null, IsOrdered: tally is not null);
    }

    private long Place(float relevance, in ProductMarks product) => Sort switch
    {
        FoundProductSort.Sales => product.Sold,
        FoundProductSort.Price => -product.PriceMinor,
        FoundProductSort.PriceDown => product.PriceMinor,
        FoundProductSort.Latest => product.ListedAt.Seconds,
        _ => Ranks.General(relevance, Ranks.Liking(product.Sold), freshness: 0, isFollowed: false),
    };
}
