using Sward.Mall.Checkout;

namespace Sward.Mall.FlashSales;

/// <summary>Starts and ends sales when their time comes.</summary>
internal sealed class TurnFlashSales(MallDb db, Backlog backlog, MoveFlashUnits move, TimeProvider clock) : IClockJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        // What one sale gives back, the next of the same goods may take.
        await backlog.WorkOffAsync(db.FlashSales.Where(s => s.State == FlashSaleState.Running && s.EndsAt <= now).Select(s => s.Id), id => move.EndAsync(id, now, ct), ct);
        await backlog.WorkOffAsync(db.FlashSales.Where(s => s.State == FlashSaleState.Planned && s.StartsAt <= now).Select(s => s.Id), id => move.StartAsync(id, now, ct), ct);
    }
}

/// <summary>Gives units that came back to those who wait for them, through the same queue as everybody.</summary>
internal sealed class ServeWaiters(MallDb db, Backlog backlog, BuyInSale buy, CheckoutQueue queue) : IClockJob
{
    public Task RunAsync(CancellationToken ct) => backlog.WorkOffAsync(
        db.FlashStocks.Where(stock => stock.OnHand > 0 && db.FlashWaiters.Any(w => w.SaleId == stock.SaleId)).Select(stock => stock.SaleId), saleId => ServeAsync(saleId, ct), ct);

    private async Task ServeAsync(long saleId, CancellationToken ct)
    {
        foreach (var waiter in await db.FlashWaiters.AsNoTracking().Where(w => w.SaleId == saleId).OrderBy(w => w.Id).ToListAsync(ct))
        {
            var outcome = await AskAsync(waiter, ct);
            // A coupon that went in the meantime is no reason to lose the place: the next round prices anew.
            if (outcome is SoldOut or CouponGone)
            {
                return;
            }

            if (outcome is not Placed)
            {
                // What this one wanted cannot be had any more; the next should not wait for it.
                await db.FlashWaiters.Where(w => w.SaleId == saleId && w.BuyerId == waiter.BuyerId).ExecuteDeleteAsync(ct);
            }
        }
    }

    private async Task<CheckoutOutcome?> AskAsync(FlashWaiter waiter, CancellationToken ct)
    {
        try
        {
            var wish = await buy.PrepareAsync(waiter.SaleId, waiter.BuyerId, new(waiter.Units, waiter.AddressId), waiter.Key, ct);
            return await queue.SubmitAsync(wish with { FromWaitingList = true }, ct);
        }
        catch (Refusal refusal) when (refusal.Status is not StatusCodes.Status503ServiceUnavailable)
        {
            return null;
        }
    }
}
