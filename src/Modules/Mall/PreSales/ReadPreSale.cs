using Sward.Contracts.Accounts;
using Sward.Mall.Stock;

namespace Sward.Mall.PreSales;

/// <summary>Shows a pre-sale, and those of a store to whoever may change them.</summary>
internal sealed class ReadPreSale(MallDb db, TimeProvider clock)
{
    /// <summary>A coming pre-sale is announced this long before it begins.</summary>
    private static readonly TimeSpan ShownBefore = TimeSpan.FromDays(7);

    public static void Map(IEndpointRouteBuilder sales, IEndpointRouteBuilder stores)
    {
        sales.MapGet("/{preSaleId:long}", async Task<Results<Ok<PreSaleView>, ProblemHttpResult>> (long preSaleId, ReadPreSale read, CancellationToken ct) =>
                await read.FindAsync(preSaleId, ct) is { } sale ? TypedResults.Ok(sale) : Problems.NotFound("mall.pre-sale-not-found"))
            .WithName("ReadPreSale")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .AllowAnonymous();
        stores.MapGet("/{storeId:long}/pre-sales", HandleListAsync)
            .WithName("ListPreSales")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization();
    }

    public Task<PreSaleView?> FindAsync(long preSaleId, CancellationToken ct) => Views(db.PreSales.Where(s => s.Id == preSaleId)).SingleOrDefaultAsync(ct);

    /// <summary>The pre-sales of a product that take deposits or soon will, the next first.</summary>
    public async Task<IReadOnlyList<PreSaleView>> OfProductAsync(long productId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var soon = now + ShownBefore;
        var shown = db.PreSales.Where(s => s.CancelledAt == null && s.DepositFrom <= soon && now < s.DepositUntil && db.Skus.Any(sku => sku.Id == s.SkuId && sku.ProductId == productId));
        return [.. (await Views(shown).ToListAsync(ct)).OrderBy(sale => sale.DepositFrom).ThenBy(sale => sale.Id)];
    }

    /// <summary>All pre-sales of a store, the newest first; without a store, those of all stores.</summary>
    public async Task<IReadOnlyList<PreSaleView>> OfStoreAsync(long? storeId, long beforeId, int most, CancellationToken ct)
    {
        var found = await Views((storeId is { } one ? db.PreSales.Where(s => s.StoreId == one) : db.PreSales).Where(s => s.Id < beforeId).OrderByDescending(s => s.Id).Take(most)).ToListAsync(ct);
        return [.. found.OrderByDescending(sale => sale.Id)];
    }

    private IQueryable<PreSaleView> Views(IQueryable<PreSale> sales)
    {
        var now = clock.GetUtcNow();
        return
            from sale in sales.AsNoTracking()
            join sku in db.Skus on sale.SkuId equals sku.Id
            join store in db.Stores on sale.StoreId equals store.Id
            let ordered = db.Holds.Where(h => h.PreSaleId == sale.Id && h.State != HoldState.Released).Sum(h => h.Units)
            select new PreSaleView(
                sale.Id, sale.StoreId, sku.ProductId, sku.Id, new Money(sale.PriceMinor, store.Currency), new Money(sku.PriceMinor, store.Currency),
                new Money(sale.DepositMinor, store.Currency), new Money(sale.CountsAsMinor, store.Currency), sale.Units,
                Math.Min(sale.Units - ordered, db.StockLevels.Where(level => level.SkuId == sale.SkuId).Sum(level => level.OnHand)),
                sale.DepositFrom, sale.DepositUntil, sale.FinalFrom, sale.FinalUntil, sale.ShipBy, sale.CancelledAt != null, now);
    }

    private static async Task<Results<Ok<Page<PreSaleView>>, ProblemHttpResult>> HandleListAsync(
        long storeId, [AsParameters] PageQuery page, ReadPreSale read, MallDb db, ICurrentAccount account, CancellationToken ct)
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

        return TypedResults.Ok(Page<PreSaleView>.Of(await read.OfStoreAsync(storeId, before, page.Size + 1, ct), page.Size, sale => Cursor.Encode(sale.Id)));
    }
}
