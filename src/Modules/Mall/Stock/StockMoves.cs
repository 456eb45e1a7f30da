using Sward.Mall.FlashSales;

namespace Sward.Mall.Stock;

/// <summary>Moves the units of holds between the buckets of their stock.</summary>
internal static class StockMoves
{
    /// <summary>Paid: what was held is sold.</summary>
    public static Task SellAsync(MallDb db, IEnumerable<Hold> holds, CancellationToken ct) => MoveAsync(db, holds, HoldState.Held, HoldState.Sold, ct);

    /// <summary>Cancelled before payment: what was held can be ordered again.</summary>
    public static Task ReleaseAsync(MallDb db, IEnumerable<Hold> holds, CancellationToken ct) => MoveAsync(db, holds, HoldState.Held, HoldState.Released, ct);

    /// <summary>Cancelled after payment, never sent: what was sold can be ordered again.</summary>
    public static Task ReturnAsync(MallDb db, IEnumerable<Hold> holds, CancellationToken ct) => MoveAsync(db, holds, HoldState.Sold, HoldState.Released, ct);

    private static async Task MoveAsync(MallDb db, IEnumerable<Hold> holds, HoldState from, HoldState to, CancellationToken ct)
    {
        // Stock rows are touched in the order of their keys, everywhere, so that nobody waits in a circle.
        foreach (var stock in holds.GroupBy(hold => (hold.SkuId, hold.WarehouseId, hold.FlashSaleId)).OrderBy(stock => stock.Key))
        {
            if (stock.Any(hold => hold.State != from))
            {
                throw new InvalidOperationException($"A hold on {stock.Key} is not {from}.");
            }

            var units = stock.Sum(hold => hold.Units);
            int Change(HoldState bucket) => units * (bucket == to ? 1 : bucket == from ? -1 : 0);
            var (onHand, held, sold) = (Change(HoldState.Released), Change(HoldState.Held), Change(HoldState.Sold));
            await db.StockLevels.Where(level => level.SkuId == stock.Key.SkuId && level.WarehouseId == stock.Key.WarehouseId).ExecuteUpdateAsync(set => set
                .SetProperty(level => level.OnHand, level => level.OnHand + onHand)
                .SetProperty(level => level.Held, level => level.Held + held)
                .SetProperty(level => level.Sold, level => level.Sold + sold), ct);
            if (to is HoldState.Released && stock.Key.FlashSaleId is { } saleId)
            {
                await MoveFlashUnits.TakeBackAsync(db, saleId, [.. stock], ct);
            }

            foreach (var hold in stock)
            {
                hold.State = to;
            }
        }
    }
}
