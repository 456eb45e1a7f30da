namespace Sward.Contracts.Discovery;

/// <summary>Goods that somebody does not want to see: single ones, and kinds by their category.</summary>
public sealed record HiddenGoods(IReadOnlySet<long> ProductIds, IReadOnlySet<string> Categories)
{
    public static HiddenGoods Nothing { get; } = new(new HashSet<long>(), new HashSet<string>(StringComparer.Ordinal));

    public bool Cover(long productId, string category) => ProductIds.Contains(productId) || Categories.Contains(category);

    /// <summary>In a list of one kind, that kind was asked for: what remains hidden there are single goods.</summary>
    public HiddenGoods In(string? category) =>
        category is not null && Categories.Contains(category) ? this with { Categories = Categories.Where(code => !string.Equals(code, category, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal) } : this;
}

/// <summary>Knows which goods people do not want to see; from memory, and on this node from the moment they say so.</summary>
public interface IHiddenGoods
{
    /// <summary>Nothing for a visitor.</summary>
    ValueTask<HiddenGoods> OfAsync(long? readerId, CancellationToken ct);
}
