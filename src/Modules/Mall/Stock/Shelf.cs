using Sward.Mall.Pricing;

namespace Sward.Mall.Stock;

/// <summary>Units of a cart's line that one warehouse gives: <paramref name="Units"/> of them, beginning with the line's unit <paramref name="From"/>.</summary>
internal sealed record TakenUnits(int Line, long WarehouseId, int From, int Units);

/// <summary>The stock of some variants, locked for the length of a transaction. What is taken here is decided in memory and written with SaveChanges.</summary>
internal sealed class Shelf
{
    private readonly ILookup<long, StockLevel> levels;

    private Shelf(IEnumerable<StockLevel> levels) => this.levels = levels.ToLookup(level => level.SkuId);

    /// <summary>Locks the rows in the order of their keys, so that two writers never wait for each other in a circle.</summary>
    public static async Task<Shelf> LockAsync(MallDb db, long[] skuIds, CancellationToken ct) => new(db.Database.IsNpgsql()
        ? await db.StockLevels.FromSql($"SELECT * FROM mall_stock_level WHERE sku_id = ANY ({skuIds}) ORDER BY sku_id, warehouse_id FOR UPDATE").ToListAsync(ct)
        : await db.StockLevels.Where(level => skuIds.Contains(level.SkuId)).OrderBy(level => level.SkuId).ThenBy(level => level.WarehouseId).ToListAsync(ct));

    /// <summary>Takes the units of all lines, or none and returns null. Several warehouses share a line only when none has enough.</summary>
    public IReadOnlyList<TakenUnits>? TryTake(IReadOnlyList<PricedLine> lines)
    {
        // Two lines on the same stock are added up before anything is promised.
        if (lines.GroupBy(line => line.Wanted.SkuId).Any(sku => levels[sku.Key].Sum(level => level.OnHand) < sku.Sum(line => line.Wanted.Units)))
        {
            return null;
        }

        return [.. lines.SelectMany((line, i) => Take(i, line.Wanted))];
    }

    /// <summary>Takes as many units as there are, up to a number, out of normal stock.</summary>
    public IReadOnlyList<Taken<StockLevel>> TakeOut(long skuId, int units) => levels[skuId].TakeUnits(units);

    /// <summary>Puts units that were taken out back.</summary>
    public void PutBack(long skuId, long warehouseId, int units) => Level(skuId, warehouseId).OnHand += units;

    /// <summary>Promises units that were taken out to an order.</summary>
    public void Hold(long skuId, long warehouseId, int units) => Level(skuId, warehouseId).Held += units;

    private StockLevel Level(long skuId, long warehouseId) => levels[skuId].Single(level => level.WarehouseId == warehouseId);

    private IEnumerable<TakenUnits> Take(int line, WantedLine wanted)
    {
        foreach (var (level, from, units) in TakeOut(wanted.SkuId, wanted.Units))
        {
            level.Held += units;
            yield return new TakenUnits(line, level.WarehouseId, from, units);
        }
    }
}
