namespace Sward.Contracts.Mall;

/// <summary>A store as a card. Its page is <c>/stores/{id}</c>.</summary>
/// <param name="LogoId">Null when it shows none.</param>
public sealed record StoreCard(long Id, long OwnerId, string Name, string Story, long? LogoId);

/// <summary>Store cards in batches. Unknown stores are left out.</summary>
public interface IStoreCards
{
    Task<IReadOnlyDictionary<long, StoreCard>> GetAsync(IReadOnlyCollection<long> storeIds, CancellationToken ct);

    /// <summary>The stores of one account, the oldest first.</summary>
    Task<IReadOnlyList<StoreCard>> OfOwnerAsync(long ownerId, CancellationToken ct);
}
