using Microsoft.Extensions.Logging;
using Sward.Contracts.Mall;
using Sward.Mall.Coupons;
using Sward.Mall.Orders;
using Sward.Mall.Payments;
using Sward.Mall.Stock;

namespace Sward.Mall.Checkout;

/// <summary>A checkout that is ready to be decided: priced, addressed, and only its stock in question.</summary>
internal sealed record CheckoutWish(
    long BuyerId, string Key, Quote Quote, ShipTo ShipTo, string PaymentProvider, DateTimeOffset At, DateTimeOffset ExpiresAt, Idempotency? Once);

/// <summary>What became of a checkout.</summary>
internal abstract record CheckoutOutcome;

/// <summary>It is a purchase. Without an answer, it was one already: its key had been used.</summary>
internal sealed record Placed(long PurchaseId, PlaceOrder.Response? Answer) : CheckoutOutcome;

/// <summary>There were not enough units; nothing was changed.</summary>
internal sealed record SoldOut : CheckoutOutcome;

/// <summary>A coupon of it has been used in the meantime; nothing was changed.</summary>
internal sealed record CouponGone : CheckoutOutcome;

/// <summary>Decides checkouts in batches: all that arrive during one transaction share the next.</summary>
internal sealed class CheckoutQueue(IServiceScopeFactory scopes, Ids ids, ILogger<CheckoutQueue> log) : GroupCommit<CheckoutWish, CheckoutOutcome>(scopes, log)
{
    protected override async Task<IReadOnlyList<CheckoutOutcome>> DecideAsync(IServiceProvider scope, IReadOnlyList<CheckoutWish> batch, CancellationToken ct)
    {
        var db = scope.GetRequiredService<MallDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var known = await KnownAsync(db, batch, ct);
        var coupons = await Redemption.LockAsync(db, batch, ct);
        var shelf = await Shelf.LockAsync(db, [.. batch.SelectMany(wish => wish.Quote.Goods.Select(goods => goods.SkuId)).Distinct()], ct);
        var outcomes = new List<CheckoutOutcome>(batch.Count);
        foreach (var wish in batch)
        {
            if (known.TryGetValue((wish.BuyerId, wish.Key), out var earlier))
            {
                outcomes.Add(new Placed(earlier, Answer: null));
            }
            else if (!coupons.CanUse(wish))
            {
                outcomes.Add(new CouponGone());
            }
            else if (shelf.TryTake(wish.Quote.Cart.Lines) is { } taken)
            {
                var placed = Write(db, wish, taken);
                coupons.Use(wish, placed.PurchaseId);
                known.Add((wish.BuyerId, wish.Key), placed.PurchaseId);
                outcomes.Add(placed);
            }
            else
            {
                outcomes.Add(new SoldOut());
            }
        }

        await db.SaveChangesAsync(ct);
        await EmptyCartsAsync(db, batch, [.. outcomes.OfType<Placed>().Where(placed => placed.Answer is not null).Select(placed => placed.PurchaseId)], ct);
        await transaction.CommitAsync(ct);
        return outcomes;
    }

    private Placed Write(MallDb db, CheckoutWish wish, IReadOnlyList<TakenUnits> taken)
    {
        var rows = PurchaseRows.Of(wish, taken, ids.Next);
        rows.AddTo(db);
        foreach (var order in rows.Orders)
        {
            db.Announce(new OrderPlaced(order.Id, order.Number, order.StoreId, order.SellerId, order.BuyerId, order.Total, order.ProductIds, wish.At));
        }

        var storeNames = wish.Quote.Goods.DistinctBy(goods => goods.StoreId).ToDictionary(goods => goods.StoreId, goods => goods.StoreName);
        var answer = new PlaceOrder.Response(
            rows.Purchase.Id,
            [.. rows.Orders.Select(order => OrderView.Of(order, rows.Purchase, rows.Payment, storeNames[order.StoreId], afterSales: []))],
            PaymentView.Of(rows.Payment));
        wish.Once?.Keep(db, PlaceOrder.LocationOf(answer), answer);
        return new Placed(rows.Purchase.Id, answer);
    }

    private static async Task<Dictionary<(long BuyerId, string Key), long>> KnownAsync(MallDb db, IReadOnlyList<CheckoutWish> batch, CancellationToken ct)
    {
        var keys = batch.Select(wish => wish.Key).ToArray();
        var buyers = batch.Select(wish => wish.BuyerId).ToArray();
        return await db.Purchases.Where(p => keys.Contains(p.Key) && buyers.Contains(p.BuyerId))
            .Select(p => new { p.BuyerId, p.Key, p.Id })
            .ToDictionaryAsync(p => (p.BuyerId, p.Key), p => p.Id, ct);
    }

    /// <summary>Takes what was bought out of the carts; by one statement, because a line may be gone in the meantime.</summary>
    private static Task<int> EmptyCartsAsync(MallDb db, IReadOnlyList<CheckoutWish> batch, long[] purchaseIds, CancellationToken ct)
    {
        var buyers = batch.Select(wish => wish.BuyerId).ToArray();
        var orders = db.Orders.Where(o => purchaseIds.Contains(o.PurchaseId));
        return db.CartLines.Where(inCart => buyers.Contains(inCart.AccountId)
            && orders.Any(o => o.BuyerId == inCart.AccountId && o.Lines.Any(line => line.SkuId == inCart.SkuId))).ExecuteDeleteAsync(ct);
    }
}
