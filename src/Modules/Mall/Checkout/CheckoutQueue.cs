using System.Collections.ObjectModel;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sward.Contracts.Mall;
using Sward.Mall.Commissions;
using Sward.Mall.Coupons;
using Sward.Mall.Deliveries;
using Sward.Mall.FlashSales;
using Sward.Mall.GiftCards;
using Sward.Mall.Orders;
using Sward.Mall.Payments;
using Sward.Mall.Points;
using Sward.Mall.PreSales;
using Sward.Mall.Stock;

namespace Sward.Mall.Checkout;

/// <summary>A checkout that is ready to be decided: priced, addressed, and only its stock in question.</summary>
internal sealed record CheckoutWish(
    long BuyerId, string Key, Quote Quote, ShipTo ShipTo, string PaymentProvider, DateTimeOffset At, DateTimeOffset ExpiresAt, Idempotency? Once)
{
    /// <summary>The limited-time purchase whose units these shall be; null for those on the shelf.</summary>
    public long? FlashSaleId { get; init; }

    /// <summary>The buyer waited for the units of the limited-time purchase, and is not there to see that they came.</summary>
    public bool FromWaitingList { get; init; }

    /// <summary>The text about goods that cannot be returned, as the buyer confirmed it.</summary>
    public string? ReturnTerms { get; init; }

    /// <summary>The pre-sale that it is ordered in.</summary>
    public PreSale? PreSale { get; init; }

    /// <summary>How large goods shall come, by variant.</summary>
    public IReadOnlyDictionary<long, DeliveryWish> Deliveries { get; init; } = ReadOnlyDictionary<long, DeliveryWish>.Empty;

    /// <summary>The day on which goods shall be delivered: the one that was chosen, or the first that the store offers. Null for what is not large.</summary>
    public DateOnly? DayOf(QuotedGoods goods) => Deliveries.GetValueOrDefault(goods.SkuId)?.Day ?? (goods.Terms.DeliveryDays is [var first, ..] ? first : null);

    public int Units => Quote.Cart.Lines.Sum(line => line.Wanted.Units);
}

/// <summary>What became of a checkout.</summary>
/// <param name="RefusalCode">Why nothing was changed; null when it is a purchase.</param>
internal abstract record CheckoutOutcome(string? RefusalCode)
{
    public virtual Refusal ToRefusal() => new(RefusalCode!);
}

/// <summary>It is a purchase. Without an answer, it was one already: its key had been used.</summary>
internal sealed record Placed(long PurchaseId, PlaceOrder.Response? Answer) : CheckoutOutcome(RefusalCode: null);

/// <summary>There were not enough units.</summary>
internal sealed record SoldOut() : CheckoutOutcome("mall.sold-out");

/// <summary>The limited-time purchase has not begun or is over.</summary>
internal sealed record SaleNotOpen() : CheckoutOutcome("mall.flash-sale-not-open");

/// <summary>The pre-sale does not take deposits now.</summary>
internal sealed record PreSaleNotOpen() : CheckoutOutcome("mall.pre-sale-not-open");

/// <summary>The buyer would have more units of the limited-time purchase than anybody may.</summary>
internal sealed record AboveCap(int PerBuyer) : CheckoutOutcome("mall.flash-cap")
{
    public override Refusal ToRefusal() => new(RefusalCode!, StatusCodes.Status409Conflict, PerBuyer);
}

/// <summary>A coupon of it has been used in the meantime.</summary>
internal sealed record CouponGone() : CheckoutOutcome("mall.coupon-used");

/// <summary>There are not as many points as it was quoted with.</summary>
internal sealed record PointsGone() : CheckoutOutcome("mall.points-spent");

/// <summary>A gift card has been used elsewhere in the meantime, or is over.</summary>
internal sealed record GiftCardGone() : CheckoutOutcome("mall.gift-card-spent");

/// <summary>Decides checkouts in batches: all that arrive during one transaction share the next.</summary>
internal sealed class CheckoutQueue(IServiceScopeFactory scopes, Ids ids, DecideCommissions commissions, IOptions<MallOptions> options, ILogger<CheckoutQueue> log)
    : GroupCommit<CheckoutWish, CheckoutOutcome>(scopes, log, options.Value.CheckoutBatch)
{
    /// <summary>Fewer purchases are left to SaveChanges, which sends all of their rows in one message.</summary>
    private const int Many = 8;

    protected override async Task<IReadOnlyList<CheckoutOutcome>> DecideAsync(IServiceProvider scope, IReadOnlyList<CheckoutWish> batch, CancellationToken ct)
    {
        var db = scope.GetRequiredService<MallDb>();
        // A batch adds thousands of rows, and nobody needs to look again and again whether they have changed.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var known = await KnownAsync(db, batch, ct);
        // Always in this order, and before the stock, so that two writers never wait for each other in a circle.
        IReadOnlyList<IMeansTill> means = [await PointsTill.LockAsync(db, batch, ct), await GiftCardTill.LockAsync(db, batch, ct), await Redemption.LockAsync(db, batch, ct)];
        var shelf = await Shelf.LockAsync(db, [.. batch.SelectMany(wish => wish.Quote.Goods.Select(goods => goods.SkuId)).Distinct()], ct);
        var flash = await FlashShelf.OpenAsync(db, shelf, batch, ct);
        var preSales = await PreSaleShelf.OpenAsync(db, batch, ct);
        var outcomes = new List<CheckoutOutcome>(batch.Count);
        foreach (var wish in batch)
        {
            if (known.TryGetValue((wish.BuyerId, wish.Key), out var earlier))
            {
                outcomes.Add(new Placed(earlier, Answer: null));
            }
            else if (means.Select(till => till.RefusalOf(wish)).FirstOrDefault(refusal => refusal is not null) is { } refusal)
            {
                outcomes.Add(refusal);
            }
            else if (wish.FlashSaleId is { } saleId)
            {
                outcomes.Add(flash.RefusalOf(saleId, wish) ?? Write(db, wish, flash.Take(saleId, wish), rows => flash.Book(db, saleId, rows.Holds, wish.BuyerId)));
            }
            else if (wish.PreSale is { } sale)
            {
                outcomes.Add(preSales.RefusalOf(sale, wish) ?? (shelf.TryTake(wish.Quote.Cart.Lines) is { } taken ? Write(db, wish, taken, _ => preSales.Book(sale, wish)) : new SoldOut()));
            }
            else
            {
                outcomes.Add(shelf.TryTake(wish.Quote.Cart.Lines) is { } taken ? Write(db, wish, taken) : new SoldOut());
            }

            if (outcomes[^1] is Placed { Answer: not null } placed)
            {
                known.TryAdd((wish.BuyerId, wish.Key), placed.PurchaseId);
                foreach (var till in means)
                {
                    till.Use(wish, placed.PurchaseId);
                }
            }
        }

        long[] purchaseIds = [.. outcomes.OfType<Placed>().Where(placed => placed.Answer is not null).Select(placed => placed.PurchaseId)];
        if (purchaseIds.Length > 0)
        {
            await commissions.DecideAsync(db, [.. db.Orders.Local], ct);
            NoticeChanges(db);
            if (purchaseIds.Length >= Many)
            {
                await PurchaseRows.InsertAsync(db, ct);
            }

            await db.SaveChangesAsync(ct);
            await EmptyCartsAsync(db, batch, purchaseIds, ct);
            await transaction.CommitAsync(ct);
        }

        return outcomes;
    }

    /// <summary>What is added is written as it is; only what was read can have changed.</summary>
    private static void NoticeChanges(MallDb db)
    {
        foreach (var read in db.ChangeTracker.Entries().Where(row => row.State is not EntityState.Added).ToList())
        {
            read.DetectChanges();
        }
    }

    private Placed Write(MallDb db, CheckoutWish wish, IReadOnlyList<TakenUnits> taken, Action<PurchaseRows>? book = null)
    {
        var rows = PurchaseRows.Of(wish, taken, ids.Next);
        rows.AddTo(db);
        book?.Invoke(rows);
        foreach (var order in rows.Orders)
        {
            db.Announce(new OrderPlaced(order.Id, order.Number, order.StoreId, order.SellerId, order.BuyerId, order.Total, order.ProductIds, wish.At));
        }

        if (wish.FromWaitingList)
        {
            // All orders of it share the payment: they are told of once.
            db.Announce(new FlashTurnCame(rows.Payments[0].Id, rows.Orders[0].Id, rows.Orders[0].Number, wish.BuyerId, wish.ExpiresAt, wish.At));
        }

        var storeNames = wish.Quote.Goods.DistinctBy(goods => goods.StoreId).ToDictionary(goods => goods.StoreId, goods => goods.StoreName);
        var answer = new PlaceOrder.Response(
            rows.Purchase.Id,
            [.. rows.Orders.Select(order => OrderView.Of(order, rows.Purchase, rows.Payments, wish.PreSale, storeNames[order.StoreId], shipments: [], afterSales: []))],
            PaymentView.Of(rows.Payments[0]));
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
