namespace Sward.Discovery.Goods.Acting;

/// <summary>What a person did with goods last, the last first: what goods for them are picked by, and what they need no more.</summary>
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

    /// <summary>The last hundred.</summary>
    internal static IQueryable<ProductAction> Last(DiscoveryDb db, long accountId, DateTimeOffset since) => db.ProductActions.AsNoTracking()
        .Where(a => a.AccountId == accountId && a.At >= since).OrderByDescending(a => a.At).Take(100);
}
