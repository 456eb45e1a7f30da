using System.Linq.Expressions;
using Sward.Contracts.Mall;

namespace Sward.Mall.Stores;

/// <inheritdoc cref="IStoreCards" />
internal sealed class StoreCards(MallDb db) : IStoreCards
{
    private static readonly Expression<Func<Store, StoreCard>> Card = store => new(store.Id, store.OwnerId, store.Name, store.Story, store.LogoId);

    public async Task<IReadOnlyDictionary<long, StoreCard>> GetAsync(IReadOnlyCollection<long> storeIds, CancellationToken ct) => storeIds.Count == 0
        ? new Dictionary<long, StoreCard>()
        : await db.Stores.Where(s => storeIds.Contains(s.Id)).Select(Card).ToDictionaryAsync(card => card.Id, ct);

    public async Task<IReadOnlyList<StoreCard>> OfOwnerAsync(long ownerId, CancellationToken ct) =>
        await db.Stores.Where(s => s.OwnerId == ownerId).OrderBy(s => s.Id).Select(Card).ToListAsync(ct);
}
