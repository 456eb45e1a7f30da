using Sward.Mall.Checkout;
using Sward.Mall.Stock;

namespace Sward.Mall.FlashSales;

/// <summary>The sales that a batch of checkouts is about, under the lock of their stock. What is taken here is decided in memory and written with SaveChanges.</summary>
internal sealed class FlashShelf
{
    private readonly Shelf shelf;
    private readonly Dictionary<long, FlashSale> sales;
    private readonly ILookup<long, FlashStock> stocks;
    private readonly Dictionary<(long SaleId, long BuyerId), HashSet<int>> slots;

    /// <summary>Who waits for a sale, in the order of the list.</summary>
    private readonly Dictionary<long, List<FlashWaiter>> waiters;

    private FlashShelf(Shelf shelf, IEnumerable<FlashSale> sales, IEnumerable<FlashStock> stocks, IEnumerable<FlashSlot> slots, IEnumerable<FlashWaiter> waiters)
    {
        this.shelf = shelf;
        this.sales = sales.ToDictionary(sale => sale.Id);
        this.stocks = stocks.ToLookup(stock => stock.SaleId);
        this.slots = slots.GroupBy(slot => (slot.SaleId, slot.BuyerId)).ToDictionary(own => own.Key, own => own.Select(slot => slot.Number).ToHashSet());
        this.waiters = waiters.GroupBy(waiter => waiter.SaleId).ToDictionary(sale => sale.Key, sale => sale.OrderBy(waiter => waiter.Id).ToList());
    }

    /// <summary>Reads what the batch needs; the rows of the shelf are locked, and with them nobody else changes these sales.</summary>
    public static async Task<FlashShelf> OpenAsync(MallDb db, Shelf shelf, IReadOnlyList<CheckoutWish> batch, CancellationToken ct)
    {
        var wishes = batch.Where(wish => wish.FlashSaleId is not null).ToList();
        if (wishes.Count == 0)
        {
            return new(shelf, [], [], [], []);
        }

        long[] saleIds = [.. wishes.Select(wish => wish.FlashSaleId!.Value).Distinct()];
        long[] buyerIds = [.. wishes.Select(wish => wish.BuyerId).Distinct()];
        return new(
            shelf,
            await db.FlashSales.AsNoTracking().Where(sale => saleIds.Contains(sale.Id)).ToListAsync(ct),
            await db.FlashStocks.Where(stock => saleIds.Contains(stock.SaleId)).ToListAsync(ct),
            await db.FlashSlots.AsNoTracking().Where(slot => saleIds.Contains(slot.SaleId) && buyerIds.Contains(slot.BuyerId)).ToListAsync(ct),
            await db.FlashWaiters.Where(waiter => saleIds.Contains(waiter.SaleId)).ToListAsync(ct));
    }

    /// <summary>Why the wish cannot be had, or null.</summary>
    public CheckoutOutcome? RefusalOf(long saleId, CheckoutWish wish)
    {
        var sale = sales[saleId];
        var units = wish.Units;
        if (!sale.RunsAt(wish.At))
        {
            return new SaleNotOpen();
        }

        if (SlotsOf(saleId, wish.BuyerId).Count + units > sale.PerBuyer)
        {
            return new AboveCap(sale.PerBuyer);
        }

        return LeftFor(saleId, wish.BuyerId) < units ? new SoldOut() : null;
    }

    /// <summary>
    /// What those who wait and come first leave. Each is served as a whole or keeps the place: units that are too few for somebody are free for who wants fewer, so that none
    /// stays unsold because of the list.
    /// </summary>
    private int LeftFor(long saleId, long buyerId)
    {
        var left = stocks[saleId].Sum(stock => stock.OnHand);
        foreach (var first in waiters.GetValueOrDefault(saleId, []).TakeWhile(waiter => waiter.BuyerId != buyerId && left > 0))
        {
            left -= first.Units <= left ? first.Units : 0;
        }

        return left;
    }

    /// <summary>Takes the units of a wish that was not refused: out of the sale, into what its warehouses hold.</summary>
    public IReadOnlyList<TakenUnits> Take(long saleId, CheckoutWish wish)
    {
        var taken = new List<TakenUnits>();
        foreach (var (stock, from, units) in stocks[saleId].TakeUnits(wish.Units))
        {
            shelf.Hold(stock.SkuId, stock.WarehouseId, units);
            taken.Add(new TakenUnits(Line: 0, stock.WarehouseId, from, units));
        }

        return taken;
    }

    /// <summary>Uses up the buyer's slots for what was taken, and ends their waiting.</summary>
    public void Book(MallDb db, long saleId, IEnumerable<Hold> holds, long buyerId)
    {
        var own = SlotsOf(saleId, buyerId);
        var free = Enumerable.Range(1, sales[saleId].PerBuyer).Where(number => !own.Contains(number)).ToList();
        foreach (var (number, orderId) in free.Zip(holds.SelectMany(hold => Enumerable.Repeat(hold.OrderId, hold.Units))))
        {
            own.Add(number);
            db.Add(new FlashSlot { SaleId = saleId, BuyerId = buyerId, Number = number, OrderId = orderId });
        }

        if (waiters.GetValueOrDefault(saleId, []).Find(waiter => waiter.BuyerId == buyerId) is { } served)
        {
            waiters[saleId].Remove(served);
            db.Remove(served);
        }
    }

    private HashSet<int> SlotsOf(long saleId, long buyerId)
    {
        if (!slots.TryGetValue((saleId, buyerId), out var own))
        {
            slots.Add((saleId, buyerId), own = []);
        }

        return own;
    }
}
