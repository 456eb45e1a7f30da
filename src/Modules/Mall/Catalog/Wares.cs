using Sward.Contracts.Mall;

namespace Sward.Mall.Catalog;

/// <summary>Goods as others propose them.</summary>
internal sealed class Wares(IServiceScopeFactory scopes, TimeProvider clock) : IWares
{
    private const int BeginningLength = 60;

    /// <summary>The beginnings of the mall's orders: every first page of the mall asks for them.</summary>
    private readonly BatchCache<IReadOnlyList<Ware>> beginnings = new(capacity: 100, clock, TimeSpan.FromMinutes(1));

    public async Task<IReadOnlyDictionary<long, Ware>> GetAsync(IReadOnlyCollection<long> productIds, CancellationToken ct)
    {
        if (productIds.Count == 0)
        {
            return new Dictionary<long, Ware>();
        }

        await using var scope = scopes.CreateAsyncScope();
        var rows = await Rows(scope.ServiceProvider.GetRequiredService<MallDb>(), productIds).ToListAsync(ct);
        return rows.ToDictionary(row => row.Id, row => new Ware(row.Id, row.StoreId, row.SellerId, row.Category, row.Brand, Categories.IsConsumable(row.Category), row.IsBuyable));
    }

    public Task<IReadOnlyList<Ware>> BestSellersAsync(string? category, CancellationToken ct) => FirstAsync(category, ShelfOrder.Sales, ct);

    public Task<IReadOnlyList<Ware>> NewestAsync(CancellationToken ct) => FirstAsync(category: null, ShelfOrder.Newest, ct);

    /// <summary>The goods with their stores and whether there is any of them.</summary>
    internal static IQueryable<Row> Rows(MallDb db, IReadOnlyCollection<long> productIds) =>
        from product in db.Products
        join store in db.Stores on product.StoreId equals store.Id
        where productIds.Contains(product.Id)
        select new Row(
            product.Id, product.StoreId, store.OwnerId, product.Category, product.Brand,
            product.OnSale && db.Skus.Any(sku => sku.ProductId == product.Id && db.StockLevels.Any(level => level.SkuId == sku.Id && level.OnHand > 0)));

    internal sealed record Row(long Id, long StoreId, long SellerId, string Category, string? Brand, bool IsBuyable);

    private async Task<IReadOnlyList<Ware>> FirstAsync(string? category, ShelfOrder order, CancellationToken ct)
    {
        // Categories in tens, orders in ones.
        var key = (int)order + (category is null ? 0 : 10 * (1 + Categories.PlaceOf(category)));
        return await beginnings.GetAsync(key, _ => ReadFirstAsync(category, order, ct));
    }

    private async Task<IReadOnlyList<Ware>> ReadFirstAsync(string? category, ShelfOrder order, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var first = BrowseProducts.Rows(scope.ServiceProvider.GetRequiredService<MallDb>(), storeId: null, category, order, long.MaxValue, long.MaxValue).Take(BeginningLength);
        var productIds = await first.Select(row => row.Id).ToListAsync(ct);
        var found = await GetAsync(productIds, ct);
        return [.. productIds.Where(found.ContainsKey).Select(id => found[id])];
    }
}
