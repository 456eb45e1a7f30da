using Sward.Contracts.Mall;

namespace Sward.Discovery.Goods.Acting;

/// <summary>Keeps what people put into their carts and what they bought and kept.</summary>
internal sealed class KeepProductActions(DiscoveryDb db) : IHandle<ProductPutIntoCart>, IHandle<ProductTakenOutOfCart>, IHandle<OrderPaid>, IHandle<GoodsRefunded>
{
    private const string Subscriber = "discovery.keep-product-actions";

    public Task HandleAsync(ProductPutIntoCart fact, CancellationToken ct) => KeepAsync(fact.AccountId, fact.ProductId, fact.At, action => action.InCart = true, ct);

    public Task HandleAsync(ProductTakenOutOfCart fact, CancellationToken ct) => KeepAsync(fact.AccountId, fact.ProductId, fact.At, action => action.InCart = false, ct);

    public async Task HandleAsync(OrderPaid fact, CancellationToken ct)
    {
        foreach (var productId in fact.ProductIds.Distinct())
        {
            await KeepAsync(fact.BuyerId, productId, fact.At, action => (action.InCart, action.BoughtAt, action.Orders) = (false, fact.At, action.Orders + 1), ct);
        }
    }

    public async Task HandleAsync(GoodsRefunded fact, CancellationToken ct)
    {
        foreach (var productId in fact.ProductIds.Distinct())
        {
            await KeepAsync(fact.BuyerId, productId, fact.At, GiveBack, ct);
        }
    }

    public static void Subscribe(IServiceCollection services) => services
        .Subscribe<ProductPutIntoCart, KeepProductActions, DiscoveryDb>(Subscriber)
        .Subscribe<ProductTakenOutOfCart, KeepProductActions, DiscoveryDb>(Subscriber)
        .Subscribe<OrderPaid, KeepProductActions, DiscoveryDb>(Subscriber)
        .Subscribe<GoodsRefunded, KeepProductActions, DiscoveryDb>(Subscriber);

    private static void GiveBack(ProductAction action)
    {
        action.Orders = Math.Max(0, action.Orders - 1);
        action.BoughtAt = action.Orders == 0 ? null : action.BoughtAt;
    }

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
