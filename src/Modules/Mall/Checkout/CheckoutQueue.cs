using Microsoft.Extensions.Logging;
using Sward.Contracts.Mall;
using Sward.Mall.Orders;
using Sward.Mall.Payments;
using Sward.Mall.Payments.Sandbox;
using Sward.Mall.Stock;

namespace Sward.Mall.Checkout;

/// <summary>A checkout that is ready to be decided: priced, addressed, and only its stock in question.</summary>
internal sealed record CheckoutWish(
    long BuyerId, string Key, Quote Quote, ShipTo ShipTo, DateTimeOffset At, DateTimeOffset ExpiresAt, Idempotency? Once);

/// <summary>What became of a checkout.</summary>
internal abstract record CheckoutOutcome;

/// <summary>It is a purchase. Without an answer, it was one already: its key had been used.</summary>
internal sealed record Placed(long PurchaseId, PlaceOrder.Response? Answer) : CheckoutOutcome;

/// <summary>There were not enough units; nothing was changed.</summary>
internal sealed record SoldOut : CheckoutOutcome;

/// <summary>Decides checkouts in batches: all that arrive during one transaction share the next.</summary>
internal sealed class CheckoutQueue(IServiceScopeFactory scopes, ILogger<CheckoutQueue> log) : GroupCommit<CheckoutWish, CheckoutOutcome>(scopes, log)
{
    protected override async Task<IReadOnlyList<CheckoutOutcome>> DecideAsync(IServiceProvider scope, IReadOnlyList<CheckoutWish> batch, CancellationToken ct)
    {
        var db = scope.GetRequiredService<MallDb>();
        var writer = scope.GetRequiredService<PurchaseWriter>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var known = await KnownAsync(db, batch, ct);
        var shelf = await Shelf.LockAsync(db, [.. batch.SelectMany(wish => wish.Quote.Goods.Select(goods => goods.SkuId)).Distinct()], ct);
        var outcomes = new List<CheckoutOutcome>(batch.Count);
        foreach (var wish in batch)
        {
            if (known.TryGetValue((wish.BuyerId, wish.Key), out var earlier))
            {
                outcomes.Add(new Placed(earlier, Answer: null));
            }
            else if (shelf.TryTake(wish.Quote.Cart.Lines) is { } taken)
            {
                var placed = writer.Write(wish, taken);
                known.Add((wish.BuyerId, wish.Key), placed.PurchaseId);
                outcomes.Add(placed);
            }
            else
            {
                outcomes.Add(new SoldOut());
            }
        }

        await EmptyCartsAsync(db, batch.Where((_, i) => outcomes[i] is Placed { Answer: not null }), ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return outcomes;
    }

    private static async Task<Dictionary<(long BuyerId, string Key), long>> KnownAsync(MallDb db, IReadOnlyList<CheckoutWish> batch, CancellationToken ct)
    {
        var keys = batch.Select(wish => wish.Key).ToArray();
        var buyers = batch.Select(wish => wish.BuyerId).ToArray();
        return await db.Purchases.Where(p => keys.Contains(p.Key) && buyers.Contains(p.BuyerId))
            .Select(p => new { p.BuyerId, p.Key, p.Id })
            .ToDictionaryAsync(p => (p.BuyerId, p.Key), p => p.Id, ct);
    }

    private static async Task EmptyCartsAsync(MallDb db, IEnumerable<CheckoutWish> placed, CancellationToken ct)
    {
        var bought = placed.SelectMany(wish => wish.Quote.Goods.Select(goods => (wish.BuyerId, goods.SkuId))).ToHashSet();
        var (buyers, skuIds) = (bought.Select(b => b.BuyerId).Distinct().ToArray(), bought.Select(b => b.SkuId).Distinct().ToArray());
        var lines = await db.CartLines.Where(line => buyers.Contains(line.AccountId) && skuIds.Contains(line.SkuId)).ToListAsync(ct);
        db.CartLines.RemoveRange(lines.Where(line => bought.Contains((line.AccountId, line.SkuId))));
    }
}

/// <summary>Writes the rows of one purchase: payment, orders by store and warehouse, their lines and holds.</summary>
internal sealed class PurchaseWriter(MallDb db, Ids ids)
{
    public Placed Write(CheckoutWish wish, IReadOnlyList<TakenUnits> taken)
    {
        var cart = wish.Quote.Cart;
        var purchase = new Purchase
        {
            Id = ids.Next(),
            BuyerId = wish.BuyerId,
            Key = wish.Key,
            Currency = cart.Currency,
            TotalMinor = cart.TotalMinor,
            ShipTo = wish.ShipTo,
            PlacedAt = wish.At,
            ExpiresAt = wish.ExpiresAt,
        };
        var payment = new Payment
        {
            Id = ids.Next(),
            PurchaseId = purchase.Id,
            BuyerId = wish.BuyerId,
            Provider = SandboxProvider.ProviderName,
            Currency = cart.Currency,
            AmountMinor = cart.TotalMinor,
            CreatedAt = wish.At,
            ExpiresAt = wish.ExpiresAt,
        };
        var orders = SplitOrders.Split(wish, purchase.Id, taken, ids);
        db.Add(purchase);
        db.Add(payment);
        foreach (var order in orders)
        {
            db.Add(order);
            db.Announce(new OrderPlaced(
                order.Id, order.Number, order.StoreId, order.SellerId, order.BuyerId, order.Total, order.ProductIds, wish.At));
        }

        db.AddRange(HoldsOf(orders, taken, wish));
        var answer = new PlaceOrder.Response(
            purchase.Id, [.. orders.Select(order => OrderView.Of(order, purchase, payment, StoreNameOf(order, wish), afterSales: []))], PaymentView.Of(payment));
        wish.Once?.Keep(db, PlaceOrder.LocationOf(answer), answer);
        return new Placed(purchase.Id, answer);
    }

    private IEnumerable<Hold> HoldsOf(IReadOnlyList<Order> orders, IReadOnlyList<TakenUnits> taken, CheckoutWish wish) =>
        from units in taken
        group units.Units by (Goods: wish.Quote.Goods[units.Line], units.WarehouseId) into stock
        let order = orders.Single(order => order.StoreId == stock.Key.Goods.StoreId && order.WarehouseId == stock.Key.WarehouseId)
        select new Hold
        {
            Id = ids.Next(),
            OrderId = order.Id,
            SkuId = stock.Key.Goods.SkuId,
            WarehouseId = stock.Key.WarehouseId,
            Units = stock.Sum(),
            ExpiresAt = wish.ExpiresAt,
        };

    private static string StoreNameOf(Order order, CheckoutWish wish) => wish.Quote.Goods.First(goods => goods.StoreId == order.StoreId).StoreName;
}
