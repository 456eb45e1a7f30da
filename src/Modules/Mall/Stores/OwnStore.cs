namespace Sward.Mall.Stores;

/// <summary>Holds a store of an account for a change of itself or its goods: the next who wants to change something waits, and then sees what was changed.</summary>
internal static class OwnStore
{
    /// <summary>Locks and reads the store; needs a transaction. Null when the account has no such store.</summary>
    public static async Task<Store?> LockAsync(MallDb db, long storeId, long ownerId, CancellationToken ct)
    {
        var mine = db.Stores.Where(s => s.Id == storeId && s.OwnerId == ownerId);
        return await mine.ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, s => s.Version + 1), ct) == 0 ? null : await mine.SingleAsync(ct);
    }
}
