using Sward.Mall.Stores;

namespace Sward.Mall.Desk;

/// <summary>A variant that a form of the desk offers, or a list names.</summary>
internal sealed record DeskVariant(long SkuId, string Name, Money Price, int OnHand);

/// <summary>The variants of a store that a sale or pre-sale may be about.</summary>
internal sealed class DeskGoods(MallDb db)
{
    /// <summary>Variants that a form offers, those of the newest goods.</summary>
    private const int MostChoices = 200;

    /// <summary>Those that are on sale, and those that the page shows already.</summary>
    public async Task<IReadOnlyDictionary<long, DeskVariant>> OfAsync(Store store, IEnumerable<long> shownIds, CancellationToken ct)
    {
        var offeredIds = await db.Skus.Where(sku => db.Products.Any(p => p.Id == sku.ProductId && p.StoreId == store.Id && p.OnSale)).OrderByDescending(sku => sku.Id).Select(sku => sku.Id).Take(MostChoices).ToListAsync(ct);
        var skuIds = offeredIds.Union(shownIds).ToArray();
        var rows = await (
            from sku in db.Skus.AsNoTracking()
            join product in db.Products on sku.ProductId equals product.Id
            where skuIds.Contains(sku.Id)
            select new { sku, product.Name, OnHand = db.StockLevels.Where(level => level.SkuId == sku.Id).Sum(level => level.OnHand) }).ToListAsync(ct);
        return rows.OrderByDescending(row => row.sku.Id).ToDictionary(
            row => row.sku.Id,
            row => new DeskVariant(row.sku.Id, row.sku.Options.Count == 0 ? row.Name : $"{row.Name} · {string.Join(" · ", row.sku.Options.Values)}", new Money(row.sku.PriceMinor, store.Currency), row.OnHand));
    }
}
