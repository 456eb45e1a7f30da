using Microsoft.EntityFrameworkCore.Storage;
using Sward.Mall.Stock;

namespace Sward.Mall.FlashSales;

/// <summary>Moves units between normal stock and sales: in at the start, back at the end, and what buyers give back to where it is sold now.</summary>
internal sealed class MoveFlashUnits(MallDb db)
{
    /// <summary>Opens a sale whose time has come. Done once, however often and on however many nodes it is tried.</summary>
    public async Task StartAsync(long saleId, DateTimeOffset now, CancellationToken ct)
    {
        await using var transaction = await BeginAsync(ct);
        var sale = await db.FlashSales.AsNoTracking().SingleAsync(s => s.Id == saleId, ct);
        var shelf = await Shelf.LockAsync(db, [sale.SkuId], ct);
        if (await db.FlashSales.Where(s => s.Id == saleId && s.State == FlashSaleState.Planned && s.StartsAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.State, FlashSaleState.Running), ct) == 0)
        {
            return;
        }

        foreach (var (level, _, units) in shelf.TakeOut(sale.SkuId, sale.Units))
        {
            db.Add(new FlashStock { SaleId = saleId, WarehouseId = level.WarehouseId, SkuId = sale.SkuId, Units = units, OnHand = units });
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Closes a sale whose time is over: what is left goes back to normal stock, and nobody waits any more.</summary>
    public async Task EndAsync(long saleId, DateTimeOffset now, CancellationToken ct)
    {
        await using var transaction = await BeginAsync(ct);
        var skuId = await db.FlashSales.Where(s => s.Id == saleId).Select(s => s.SkuId).SingleAsync(ct);
        var shelf = await Shelf.LockAsync(db, [skuId], ct);
        if (await db.FlashSales.Where(s => s.Id == saleId && s.State == FlashSaleState.Running && s.EndsAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.State, FlashSaleState.Ended), ct) == 0)
        {
            return;
        }

        foreach (var stock in await db.FlashStocks.Where(s => s.SaleId == saleId).ToListAsync(ct))
        {
            shelf.PutBack(stock.SkuId, stock.WarehouseId, stock.OnHand);
            stock.Returned += stock.OnHand;
            stock.OnHand = 0;
        }

        await db.SaveChangesAsync(ct);
        await db.FlashWaiters.Where(waiter => waiter.SaleId == saleId).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>
    /// Units of orders of a sale that were just put on hand, because the order was cancelled: while the sale runs they belong to it, and the buyer may have them again.
    /// The caller has changed, and so locked, the stock row.
    /// </summary>
    public static async Task TakeBackAsync(MallDb db, long saleId, IReadOnlyCollection<Hold> holds, CancellationToken ct)
    {
        var units = holds.Sum(hold => hold.Units);
        var (skuId, warehouseId) = (holds.First().SkuId, holds.First().WarehouseId);
        var stock = db.FlashStocks.Where(s => s.SaleId == saleId && s.WarehouseId == warehouseId);
        var running = db.FlashSales.Where(s => s.Id == saleId && s.State == FlashSaleState.Running);
        if (await stock.Where(s => running.Any()).ExecuteUpdateAsync(set => set.SetProperty(s => s.OnHand, s => s.OnHand + units), ct) == 1)
        {
            await db.StockLevels.Where(level => level.SkuId == skuId && level.WarehouseId == warehouseId)
                .ExecuteUpdateAsync(set => set.SetProperty(level => level.OnHand, level => level.OnHand - units), ct);
        }
        else
        {
            await stock.ExecuteUpdateAsync(set => set.SetProperty(s => s.Returned, s => s.Returned + units), ct);
        }

        var orderIds = holds.Select(hold => hold.OrderId).ToArray();
        await db.FlashSlots.Where(slot => slot.SaleId == saleId && orderIds.Contains(slot.OrderId)).ExecuteDeleteAsync(ct);
    }

    /// <summary>One sale is moved after the other, and in between people buy: nothing that was read for the last one may be written for the next.</summary>
    private Task<IDbContextTransaction> BeginAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return db.Database.BeginTransactionAsync(ct);
    }
}
