using Sward.Mall.Stores;

namespace Sward.Mall.Catalog;

/// <summary>Tells the state of many goods of a store again, because something that all of them show has changed.</summary>
internal static class AnnounceGoods
{
    /// <summary>A large store has more goods than should be in memory at once.</summary>
    private const int Batch = 500;

    /// <summary>Announces the goods in the running transaction and returns their ids, so that their cards can be forgotten.</summary>
    public static async Task<List<long>> RunAsync(MallDb db, Store store, IQueryable<Product> goods, DateTimeOffset at, CancellationToken ct)
    {
        var announced = new List<long>();
        List<Product> batch;
        do
        {
            var after = announced.LastOrDefault();
            batch = await goods.AsNoTracking().Where(p => p.Id > after).OrderBy(p => p.Id).Take(Batch).ToListAsync(ct);
            var shipsFrom = await ShipsFrom.OfAsync(db, [.. batch.Select(product => product.Id)], ct);
            batch.ForEach(product => db.Announce(product.Listed(store, at, shipsFrom[product.Id])));
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            announced.AddRange(batch.Select(product => product.Id));
        }
        while (batch.Count == Batch);
        return announced;
    }
}
