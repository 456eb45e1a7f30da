using Sward.Mall.Catalog;

namespace Sward.Mall.Wants;

/// <summary>What can be bought now: variants of goods on sale with units in normal stock, and no places of days that are over.</summary>
internal sealed class OnShelf(MallDb db, TimeZoneInfo zone, TimeProvider clock)
{
    public IQueryable<Sku> Skus => SkusOf(db, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime));

    /// <summary>The same at the shop's day.</summary>
    /// <param name="today">In the site's time zone.</param>
    internal static IQueryable<Sku> SkusOf(MallDb db, DateOnly today) => db.Skus.Where(sku => (sku.Day == null || sku.Day >= today)
        && db.Products.Any(p => p.Id == sku.ProductId && p.OnSale) && db.StockLevels.Any(level => level.SkuId == sku.Id && level.OnHand > 0));
}
