namespace Sward.Contracts.Mall;

/// <summary>A product as far as proposing it needs to know.</summary>
/// <param name="SellerId">Who owns the store.</param>
/// <param name="IsConsumable">Used up and bought again.</param>
/// <param name="IsBuyable">On sale, with units of a variant on hand.</param>
public sealed record Ware(long Id, long StoreId, long SellerId, string Category, string? Brand, bool IsConsumable, bool IsBuyable);

/// <summary>Finds goods that can be proposed.</summary>
public interface IWares
{
    /// <summary>The products by id; unknown ones are left out. Asks the database each time: what is on hand changes with every order.</summary>
    Task<IReadOnlyDictionary<long, Ware>> GetAsync(IReadOnlyCollection<long> productIds, CancellationToken ct);

    /// <summary>A few dozen that sell best among the goods on sale, of one category or of all; as they were at most a minute ago.</summary>
    Task<IReadOnlyList<Ware>> BestSellersAsync(string? category, CancellationToken ct);

    /// <summary>A few dozen that came on sale last; as they were at most a minute ago.</summary>
    Task<IReadOnlyList<Ware>> NewestAsync(CancellationToken ct);
}
