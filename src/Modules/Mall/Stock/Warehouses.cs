namespace Sward.Mall.Stock;

/// <summary>Finds a store's warehouses by code and makes those that are missing.</summary>
internal static class Warehouses
{
    public static async Task<IReadOnlyDictionary<string, Warehouse>> EnsureAsync(MallDb db, long storeId, IEnumerable<string> codes, Ids ids, CancellationToken ct)
    {
        foreach (var code in codes.Distinct(StringComparer.Ordinal))
        {
            await db.InsertOnceAsync(new Warehouse { Id = ids.Next(), StoreId = storeId, Code = code }, ct);
        }

        return await db.Warehouses.AsNoTracking().Where(w => w.StoreId == storeId).ToDictionaryAsync(w => w.Code, StringComparer.Ordinal, ct);
    }
}
