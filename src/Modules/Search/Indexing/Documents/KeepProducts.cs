using Sward.Contracts.Mall;

namespace Sward.Search;

/// <summary>Keeps the documents of products by the facts of the mall.</summary>
internal sealed class KeepProducts(SearchDb db) : IHandle<StoreOpened>, IHandle<StoreChanged>, IHandle<ProductListed>, IHandle<OrderPaid>
{
    private const string Subscriber = "search.keep-products";

    public static void Subscribe(IServiceCollection services) => services
        .Subscribe<StoreOpened, KeepProducts, SearchDb>(Subscriber)
        .Subscribe<StoreChanged, KeepProducts, SearchDb>(Subscriber)
        .Subscribe<ProductListed, KeepProducts, SearchDb>(Subscriber)
        .Subscribe<OrderPaid, KeepProducts, SearchDb>(Subscriber);

    public async Task HandleAsync(StoreOpened fact, CancellationToken ct) => (await StoreAsync(fact.StoreId, ct)).Write(fact);

    public async Task HandleAsync(StoreChanged fact, CancellationToken ct) => (await StoreAsync(fact.StoreId, ct)).Write(fact);

    public async Task HandleAsync(ProductListed fact, CancellationToken ct)
    {
        var store = await db.Stores.FindAsync([fact.StoreId], ct);
        var product = await db.Products.FindAsync([fact.ProductId], ct) ?? db.Products.Add(new ProductDocument { Id = fact.ProductId }).Entity;
        product.Write(fact, store?.OwnerId ?? 0);
    }

    public async Task HandleAsync(OrderPaid fact, CancellationToken ct)
    {
        foreach (var product in await db.Products.Where(p => fact.ProductIds.Contains(p.Id)).ToListAsync(ct))
        {
            product.SoldCount++;
        }
    }

    private async Task<StoreOwner> StoreAsync(long storeId, CancellationToken ct) => await db.Stores.FindAsync([storeId], ct) ?? db.Stores.Add(new StoreOwner { Id = storeId }).Entity;
}
