using Sward.Contracts.Accounts;

namespace Sward.Mall.Stores;

/// <summary>The stores whose sales and pre-sales somebody may make and cancel: their own, and all of them for operators.</summary>
internal static class DeskStores
{
    /// <summary>Locks the store; needs a transaction. To others it does not exist.</summary>
    public static async Task<Store> LockAsync(MallDb db, ICurrentAccount account, long storeId, CancellationToken ct)
    {
        var ownerId = account.IsOperator ? await db.Stores.Where(s => s.Id == storeId).Select(s => s.OwnerId).SingleOrDefaultAsync(ct) : account.Id;
        return await OwnStore.LockAsync(db, storeId, ownerId, ct) ?? throw new Refusal("mall.store-not-found", StatusCodes.Status404NotFound);
    }
}
