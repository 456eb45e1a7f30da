namespace Sward.Mall.Catalog;

/// <summary>From which countries goods are shipped: where the warehouses stand that keep their variants, be there units just now or not.</summary>
internal static class ShipsFrom
{
    public static async Task<ILookup<long, string>> OfAsync(MallDb db, IReadOnlyCollection<long> productIds, CancellationToken ct)
    {
        var rows = await (
            from sku in db.Skus
            join level in db.StockLevels on sku.Id equals level.SkuId
            join warehouse in db.Warehouses on level.WarehouseId equals warehouse.Id
            where productIds.Contains(sku.ProductId)
            select new { sku.ProductId, warehouse.Country }).Distinct().ToListAsync(ct);
        return rows.OrderBy(row => row.Country, StringComparer.Ordinal).ToLookup(row => row.ProductId, row => row.Country);
    }
}
