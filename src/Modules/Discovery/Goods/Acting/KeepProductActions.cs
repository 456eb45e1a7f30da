using Sward.Contracts.Mall;

namespace Sward.Discovery.Goods.Acting;

/// <summary>Keeps what people put into their carts and what they bought.</summary>
internal sealed class KeepProductActions(DiscoveryDb db) : IHandle<ProductPutIntoCart>, IHandle<ProductTakenOutOfCart>, IHandle<OrderPaid>
{
    private const string Subscriber = "discovery.keep-product-actions";

    public Task HandleAsync(ProductPutIntoCart fact, CancellationToken ct) => KeepAsync(fact.AccountId, fact.ProductId, fact.At, action => action.InCart = true, ct);

    public Task HandleAsync(ProductTakenOutOfCart fact, CancellationToken ct) => KeepAsync(fact.AccountId, fact.ProductId, fact.At, action => action.InCart = false, ct);

    public async Task HandleAsync(OrderPaid fact, CancellationToken ct)
    {
        foreach (var productId in fact.ProductIds.Distinct())
        {
            await KeepAsync(fact.BuyerId, productId, fact.At, action => (action.InCart, action.BoughtAt) = (false, fact.At), ct);
        }
    }

    public static void Subscribe(IServiceCollection services) => services
        .Subscribe<ProductPutIntoCart, KeepProductActions, DiscoveryDb>(Subscriber)
        .Subscribe<ProductTakenOutOfCart, KeepProductActions, DiscoveryDb>(Subscriber)
        .Subscribe<OrderPaid, KeepProductActions, DiscoveryDb>(Subscriber);

    private async Task KeepAsync(long accountId, long productId, DateTimeOffset at, Action<ProductAction> change, CancellationToken ct)
    {
        var action = await db.ProductActions.FindAsync([accountId, productId], ct) ?? db.ProductActions.Add(new ProductAction { AccountId = accountId, ProductId = productId }).Entity;
        change(action);
        action.At = at;
        if (action.Weight == 0)
        {
            db.ProductActions.Remove(action);
        }
    }
}
