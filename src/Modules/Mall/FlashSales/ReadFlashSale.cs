using Sward.Contracts.Accounts;
using Sward.Mall.Catalog;

namespace Sward.Mall.FlashSales;

/// <summary>A sale as everybody may see it.</summary>
/// <param name="Was">The lowest public price of the seven days before it starts; null when that is not higher than the price, or not known.</param>
/// <param name="Units">All of it: what was set aside, or will be.</param>
/// <param name="Left">Units that nobody has taken.</param>
/// <param name="Now">The server's clock: countdowns go by it, not by the reader's.</param>
internal sealed record FlashSaleView(
    long Id, long StoreId, long ProductId, long SkuId, FlashSaleState State, Money Price, Money? Was, int Units, int Left, int PerBuyer,
    DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateTimeOffset Now)
{
    /// <summary>Whether requests are taken. A sale whose hour has come opens with the first of them, even before the job.</summary>
    public bool IsOpen() => State is FlashSaleState.Planned or FlashSaleState.Running && StartsAt <= Now && Now < EndsAt;
}

/// <summary>Shows a sale, and the sales of a store to those who may change them.</summary>
internal sealed class ReadFlashSale(MallDb db, WasPrices was, TimeProvider clock)
{
    /// <summary>A coming sale is announced this long before it starts.</summary>
    private static readonly TimeSpan ShownBefore = TimeSpan.FromDays(1);

    public static void Map(IEndpointRouteBuilder sales, IEndpointRouteBuilder stores)
    {
        sales.MapGet("/{saleId:long}", async Task<Results<Ok<FlashSaleView>, ProblemHttpResult>> (long saleId, ReadFlashSale read, CancellationToken ct) =>
                await read.FindAsync(saleId, ct) is { } sale ? TypedResults.Ok(sale) : Problems.NotFound("mall.flash-sale-not-found"))
            .WithName("ReadFlashSale")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .AllowAnonymous();
        stores.MapGet("/{storeId:long}/flash-sales", HandleListAsync)
            .WithName("ListFlashSales")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization();
    }

    public async Task<FlashSaleView?> FindAsync(long saleId, CancellationToken ct) => (await ViewsAsync(db.FlashSales.Where(s => s.Id == saleId), ct)).SingleOrDefault();

    /// <summary>The sales of a product that run or come soon, the next first.</summary>
    public async Task<IReadOnlyList<FlashSaleView>> OfProductAsync(long productId, CancellationToken ct) => Sorted(await ViewsAsync(
        Shown(db.FlashSales.Where(s => db.Skus.Any(sku => sku.Id == s.SkuId && sku.ProductId == productId))), ct));

    /// <summary>The sales of the whole mall that run or come soon and whose goods are on sale, the next first.</summary>
    public async Task<IReadOnlyList<FlashSaleView>> OfMallAsync(int most, CancellationToken ct) => Sorted(await ViewsAsync(
        Shown(db.FlashSales.Where(s => db.Skus.Any(sku => sku.Id == s.SkuId && db.Products.Any(p => p.Id == sku.ProductId && p.OnSale)))).OrderBy(s => s.StartsAt).ThenBy(s => s.Id).Take(most), ct));

    /// <summary>All sales of a store, the newest first; without a store, those of all stores.</summary>
    public async Task<IReadOnlyList<FlashSaleView>> OfStoreAsync(long? storeId, long beforeId, int most, CancellationToken ct)
    {
        var found = await ViewsAsync((storeId is { } one ? db.FlashSales.Where(s => s.StoreId == one) : db.FlashSales).Where(s => s.Id < beforeId).OrderByDescending(s => s.Id).Take(most), ct);
        return [.. found.OrderByDescending(sale => sale.Id)];
    }

    private static IReadOnlyList<FlashSaleView> Sorted(IEnumerable<FlashSaleView> sales) => [.. sales.OrderBy(sale => sale.StartsAt).ThenBy(sale => sale.Id)];

    private IQueryable<FlashSale> Shown(IQueryable<FlashSale> sales)
    {
        var now = clock.GetUtcNow();
        var soon = now + ShownBefore;
        return sales.Where(s => (s.State == FlashSaleState.Running || s.State == FlashSaleState.Planned) && s.StartsAt <= soon && now < s.EndsAt);
    }

    private async Task<IReadOnlyList<FlashSaleView>> ViewsAsync(IQueryable<FlashSale> sales, CancellationToken ct)
    {
        var found = await Views(sales).ToListAsync(ct);
        var before = await was.OfAsync([.. found.Select(CutOf)], ct);
        return [.. found.Select(sale => before.TryGetValue(CutOf(sale), out var minor) ? sale with { Was = new Money(minor, sale.Price.Currency) } : sale)];
    }

    private static PriceCut CutOf(FlashSaleView sale) => new(sale.SkuId, sale.StartsAt, sale.Price.Amount);

    private IQueryable<FlashSaleView> Views(IQueryable<FlashSale> sales)
    {
        var now = clock.GetUtcNow();
        return
            from sale in sales.AsNoTracking()
            join sku in db.Skus on sale.SkuId equals sku.Id
            join store in db.Stores on sale.StoreId equals store.Id
            let begun = sale.State == FlashSaleState.Running || sale.State == FlashSaleState.Ended
            select new FlashSaleView(
                sale.Id, sale.StoreId, sku.ProductId, sku.Id, sale.State, new Money(sale.PriceMinor, store.Currency), null,
                begun ? db.FlashStocks.Where(stock => stock.SaleId == sale.Id).Sum(stock => stock.Units) : sale.Units,
                begun ? db.FlashStocks.Where(stock => stock.SaleId == sale.Id).Sum(stock => stock.OnHand) : sale.Units,
                sale.PerBuyer, sale.StartsAt, sale.EndsAt, now);
    }

    private static async Task<Results<Ok<Page<FlashSaleView>>, ProblemHttpResult>> HandleListAsync(
        long storeId, [AsParameters] PageQuery page, ReadFlashSale read, MallDb db, ICurrentAccount account, CancellationToken ct)
    {
        if (!Cursor.TryDecode(page.Cursor, out var before, out _))
        {
            return Problems.BadRequest("kernel.bad-cursor");
        }

        var (accountId, isOperator) = (account.Id, account.IsOperator);
        if (!await db.Stores.AnyAsync(s => s.Id == storeId && (isOperator || s.OwnerId == accountId), ct))
        {
            return Problems.NotFound("mall.store-not-found");
        }

        return TypedResults.Ok(Page<FlashSaleView>.Of(await read.OfStoreAsync(storeId, before, page.Size + 1, ct), page.Size, sale => Cursor.Encode(sale.Id)));
    }
}
