using Sward.Contracts.Mall;

namespace Sward.Mall.Stores;

/// <inheritdoc cref="IStoreCards" />
internal sealed class StoreCards(MallDb db) : IStoreCards
{
    public async Task<IReadOnlyDictionary<long, StoreCard>> GetAsync(IReadOnlyCollection<long> storeIds, CancellationToken ct) => storeIds.Count == 0
        ? new Dictionary<long, StoreCard>()
        : await db.Stores.Where(s => storeIds.Contains(s.Id)).Select(s => new StoreCard(s.Id, s.OwnerId, s.Name, s.Story, s.LogoId)).ToDictionaryAsync(card => card.Id, ct);
}
