using Sward.Mall.Checkout;
using Sward.Mall.Payments;

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
internal sealed class ServeWaiters(MallDb db, Backlog backlog, BuyInSale buy, CheckoutQueue queue, AskProviders providers) : IClockJob
{
    public Task RunAsync(CancellationToken ct) => backlog.WorkOffAsync(
        db.FlashStocks.Where(stock => stock.OnHand > 0 && db.FlashWaiters.Any(w => w.SaleId == stock.SaleId)).Select(stock => stock.SaleId), saleId => ServeAsync(saleId, ct), ct);

    /// <summary>The first who can be served is; who wants more than there is keeps the place.</summary>
    private async Task ServeAsync(long saleId, CancellationToken ct)
    {
        var left = await db.FlashStocks.Where(stock => stock.SaleId == saleId).SumAsync(stock => stock.OnHand, ct);
        foreach (var waiter in await db.FlashWaiters.AsNoTracking().Where(w => w.SaleId == saleId).OrderBy(w => w.Id).ToListAsync(ct))
        {
            if (waiter.Units > left)
            {
                continue;
            }

            switch (await AskAsync(waiter, ct))
            {
                case Placed:
                    left -= waiter.Units;
                    break;
                case SoldOut:
                    // Somebody who wanted fewer came in between.
                    left = waiter.Units - 1;
                    break;
                case CouponGone or PointsGone or GiftCardGone:
                    // No reason to lose the place: the next round prices anew.
                    return;
                default:
                    // What this one wanted cannot be had any more; the next should not wait for it.
                    await db.FlashWaiters.Where(w => w.SaleId == saleId && w.BuyerId == waiter.BuyerId).ExecuteDeleteAsync(ct);
                    break;
            }
        }
    }

    private Task<CheckoutWish> PrepareAsync(FlashWaiter waiter, Means means, CancellationToken ct) =>
        buy.PrepareAsync(waiter.SaleId, waiter.BuyerId, waiter.Units, waiter.AddressId, means, waiter.Key, ct);

    private async Task<CheckoutOutcome?> AskAsync(FlashWaiter waiter, CancellationToken ct)
    {
        try
        {
            var wish = await PrepareAsync(waiter, waiter.Means ?? Means.Best, ct);
            // What became dearer is not paid unseen.
            wish = wish.Quote.Cart.TotalMinor > waiter.AgreedMinor ? await PrepareAsync(waiter, Means.Best, ct) : wish;
            var outcome = await queue.SubmitAsync(wish with { FromWaitingList = true }, ct);
            await providers.SettleFreeAsync(wish, outcome, ct);
            return outcome;
        }
        catch (Refusal refusal) when (refusal.Status is not StatusCodes.Status503ServiceUnavailable)
        {
            return null;
        }
    }
}
