using System.Runtime.InteropServices;

namespace Sward.Search;

/// <summary>Counts found goods by maker, by origin and by where they ship from. Each is counted over what the other filters leave, so that a choice shows what another choice would bring.</summary>
internal sealed class FacetTally
{
    private readonly HashSet<long> counted = [];

    public Dictionary<Term, Facet> Makers { get; } = [];

    public Dictionary<Term, Facet> Origins { get; } = [];

    public Dictionary<string, int> ShipsFrom { get; } = new(StringComparer.Ordinal);

    /// <summary>Counts a product once, though a search that relaxes meets it more often.</summary>
    public void Add(in ProductMarks product, bool isOfMaker, bool isOfOrigin, bool isFromThere)
    {
        if (!counted.Add(product.ProductId))
        {
            return;
        }

        if (isOfOrigin && isFromThere)
        {
            Count(Makers, product.Maker, product.ProductId);
        }

        if (isOfMaker && isFromThere)
        {
            Count(Origins, product.Origin, product.ProductId);
        }

        if (isOfMaker && isOfOrigin)
        {
            foreach (var country in product.ShipsFrom.Codes)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(ShipsFrom, country, out _)++;
            }
        }
    }

    private static void Count(Dictionary<Term, Facet> facets, Term name, long productId)
    {
        ref var facet = ref CollectionsMarshal.GetValueRefOrAddDefault(facets, name, out _);
        facet = new(facet.Count + 1, productId);
    }

    /// <summary>How many goods have a name, and one of them, which says how it is written.</summary>
    public readonly record struct Facet(int Count, long ProductId);
}
