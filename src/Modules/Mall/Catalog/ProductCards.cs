using Sward.Contracts.Mall;
using Sward.Mall.Orders;

namespace Sward.Mall.Catalog;

/// <summary>Product cards, remembered on this node until the product changes or is sold.</summary>
internal sealed class ProductCards(IServiceScopeFactory scopes, TimeProvider clock) : CacheFollower, IProductCards
{
    private readonly BatchCache<ProductCard> cache = new(capacity: 100_000, clock);

    public override string Name => "mall.product-cards";

    public async Task<IReadOnlyDictionary<long, ProductCard>> GetAsync(IReadOnlyCollection<long> productIds, CancellationToken ct) =>
        await cache.GetAsync(productIds, missing => LoadAsync(missing, ct));

    public async Task<IReadOnlySet<(long AccountId, long ProductId)>> BoughtAsync(
        IReadOnlyCollection<long> accountIds, IReadOnlyCollection<long> productIds, CancellationToken ct)
    {
        if (accountIds.Count == 0 || productIds.Count == 0)
        {
            return new HashSet<(long, long)>();
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MallDb>();
        var rows = await (
            from line in db.OrderLines
            join order in db.Orders on line.OrderId equals order.Id
            where productIds.Contains(line.ProductId) && accountIds.Contains(order.BuyerId)
                && (order.State == OrderState.Completed || order.State == OrderState.PartRefunded || order.State == OrderState.Closed)
            select new { order.BuyerId, line.ProductId }).Distinct().ToListAsync(ct);
        return rows.Select(row => (row.BuyerId, row.ProductId)).ToHashSet();
    }

    public async Task<IReadOnlyList<long>> FindAsync(string words, int limit, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MallDb>().Products
            .Where(p => p.OnSale && p.Name.Contains(words)).OrderByDescending(p => p.SoldCount).ThenByDescending(p => p.Id).Take(limit).Select(p => p.Id).ToListAsync(ct);
    }

    public void Evict(long productId) => cache.Evict(productId);

    protected override void Apply(LoggedFact fact)
    {
        if (fact.Is<ProductListed>(out var listed))
        {
            Evict(listed.ProductId);
        }
        else if (fact.Is<OrderPaid>(out var paid))
        {
            foreach (var productId in paid.ProductIds)
            {
                Evict(productId);
            }
        }
    }

    private async Task<IReadOnlyDictionary<long, ProductCard>> LoadAsync(IReadOnlyCollection<long> productIds, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MallDb>();
        var rows = await (
            from product in db.Products.AsNoTracking()
            join store in db.Stores on product.StoreId equals store.Id
            where productIds.Contains(product.Id)
            select new { product, store.Name, store.Currency }).ToListAsync(ct);
        return rows.ToDictionary(row => row.product.Id, row => new ProductCard(
            row.product.Id, row.product.StoreId, row.Name, row.product.Name, row.product.Origin, row.product.Category, new Money(row.product.PriceMinor, row.Currency),
            row.product.PictureIds.Count == 0 ? null : row.product.PictureIds[0], row.product.OnSale, row.product.SoldCount));
    }
}
