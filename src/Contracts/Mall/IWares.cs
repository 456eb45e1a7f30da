namespace Sward.Contracts.Mall;

/// <summary>A product as far as proposing it needs to know.</summary>
/// <param name="SellerId">Who owns the store.</param>
/// <param name="IsConsumable">Used up and bought again.</param>
/// <param name="IsBuyable">On sale, with units of a variant on hand.</param>
public sealed record Ware(long Id, long StoreId, long SellerId, string Category, string? Brand, bool IsConsumable, bool IsBuyable);

/// <summary>Finds goods that can be proposed. Asks the database each time: what is on hand changes with every order.</summary>
public interface IWares
{
    /// <summary>The products by id; unknown ones are left out.</summary>
    Task<IReadOnlyDictionary<long, Ware>> GetAsync(IReadOnlyCollection<long> productIds, CancellationToken ct);

    /// <summary>What sells best among the goods on sale, of one category or of all.</summary>
    Task<IReadOnlyList<Ware>> BestSellersAsync(string? category, int most, CancellationToken ct);

    /// <summary>What came on sale last.</summary>
    Task<IReadOnlyList<Ware>> NewestAsync(int most, CancellationToken ct);
}
