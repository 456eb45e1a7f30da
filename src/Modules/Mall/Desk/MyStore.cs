using Sward.Contracts.Accounts;
using Sward.Mall.Stores;

namespace Sward.Mall.Desk;

/// <summary>Finds the store a desk page works for: to anybody but its owner it does not exist.</summary>
internal sealed class MyStore(MallDb db, ICurrentAccount account)
{
    public Task<Store?> FindAsync(long storeId, CancellationToken ct)
    {
        var ownerId = account.Id;
        return db.Stores.AsNoTracking().SingleOrDefaultAsync(s => s.Id == storeId && s.OwnerId == ownerId, ct);
    }

    /// <summary>The same for what operators do for every store, limited-time purchases and pre-sales; see <see cref="DeskStores"/>.</summary>
    public Task<Store?> FindOrAnyForOperatorAsync(long storeId, CancellationToken ct) =>
        account.IsOperator ? db.Stores.AsNoTracking().SingleOrDefaultAsync(s => s.Id == storeId, ct) : FindAsync(storeId, ct);

    /// <summary>Answers with what the page makes of the store.</summary>
    public async Task<IActionResult> ServeAsync(long storeId, Func<Store, Task<IActionResult>> serve, CancellationToken ct) =>
        await FindAsync(storeId, ct) is { } store ? await serve(store) : new NotFoundResult();
}
