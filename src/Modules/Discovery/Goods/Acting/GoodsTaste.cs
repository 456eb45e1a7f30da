namespace Sward.Discovery.Goods.Acting;

/// <summary>What a person did with goods last, the last first: what goods for them are picked by.</summary>
internal sealed record GoodsTaste(IReadOnlyList<ProductAction> Actions)
{
    /// <summary>Of a visitor, and of somebody who switched personalisation off.</summary>
    public static GoodsTaste Empty { get; } = new([]);

    public ProductAction? Of(long productId) => Actions.FirstOrDefault(action => action.ProductId == productId);
}

/// <summary>Reads it.</summary>
internal sealed class DrawGoodsTaste(IServiceScopeFactory scopes)
{
    public async Task<GoodsTaste> RunAsync(long accountId, DateTimeOffset since, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return new(await Last(scope.ServiceProvider.GetRequiredService<DiscoveryDb>(), accountId, since).ToListAsync(ct));
    }

    /// <summary>What they did with these goods, however long ago; none for a visitor, nor for who is not to be known.</summary>
    public async Task<IReadOnlyDictionary<long, ProductAction>> DeedsAsync(long? accountId, IReadOnlyCollection<long> productIds, CancellationToken ct)
    {
        if (accountId is not { } id || productIds.Count == 0)
        {
            return new Dictionary<long, ProductAction>();
        }

        await using var scope = scopes.CreateAsyncScope();
        return await With(scope.ServiceProvider.GetRequiredService<DiscoveryDb>(), id, productIds).ToDictionaryAsync(a => a.ProductId, ct);
    }

    /// <summary>Rows of the two.</summary>
    internal static IQueryable<ProductAction> With(DiscoveryDb db, long accountId, IReadOnlyCollection<long> productIds) =>
        db.ProductActions.AsNoTracking().Where(a => a.AccountId == accountId && productIds.Contains(a.ProductId));

    /// <summary>The last hundred.</summary>
    internal static IQueryable<ProductAction> Last(DiscoveryDb db, long accountId, DateTimeOffset since) => db.ProductActions.AsNoTracking()
        .Where(a => a.AccountId == accountId && a.At >= since).OrderByDescending(a => a.At).Take(100);
}
