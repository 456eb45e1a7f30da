namespace Sward.Contracts.Mall;

/// <summary>A product as a card. Its page is <c>/products/{id}</c>.</summary>
/// <param name="Origin">Where the goods come from, short, for example "USA"; shown as "origin · name".</param>
/// <param name="Price">Lowest public price over its variants.</param>
/// <param name="OnSale">False when the seller took it off sale.</param>
public sealed record ProductCard(
    long Id, long StoreId, string StoreName, string Name, string Origin, string Category, Money Price, long? PictureId, bool OnSale, int SoldCount);

/// <summary>Product cards in batches. Unknown products are left out.</summary>
public interface IProductCards
{
    Task<IReadOnlyDictionary<long, ProductCard>> GetAsync(IReadOnlyCollection<long> productIds, CancellationToken ct);

    /// <summary>Which of these accounts has received an order of the product: (account, product) pairs.</summary>
    Task<IReadOnlySet<(long AccountId, long ProductId)>> BoughtAsync(
        IReadOnlyCollection<long> accountIds, IReadOnlyCollection<long> productIds, CancellationToken ct);

    /// <summary>Products on sale whose name contains the words, for the picker of the note editor.</summary>
    Task<IReadOnlyList<long>> FindAsync(string words, int limit, CancellationToken ct);
}
