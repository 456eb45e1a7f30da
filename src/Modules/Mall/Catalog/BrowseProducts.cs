using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Contracts.Discovery;
using Sward.Contracts.Mall;

namespace Sward.Mall.Catalog;

/// <summary>In which order the mall is browsed.</summary>
internal enum ShelfOrder
{
    Newest,
    Sales,
    PriceUp,
    PriceDown,
}

/// <summary>Pages through the goods on sale, of the whole mall, a category or a store. What the reader does not want to see is in no list but a store's own.</summary>
internal sealed class BrowseProducts(MallDb db, IProductCards cards, IHiddenGoods hides, ICurrentAccount account)
{
    public static void Map(IEndpointRouteBuilder products, IEndpointRouteBuilder stores)
    {
        products.MapGet("", ([AsParameters] PageQuery page, BrowseProducts browse, CancellationToken ct, [MaxLength(40)] string? category = null, ShelfOrder sort = ShelfOrder.Newest) =>
                HandleAsync(browse, storeId: null, category, sort, page, ct))
            .WithName("BrowseProducts").AllowAnonymous();
        stores.MapGet("/{storeId:long}/products", (long storeId, [AsParameters] PageQuery page, BrowseProducts browse, CancellationToken ct, ShelfOrder sort = ShelfOrder.Newest) =>
                HandleAsync(browse, storeId, category: null, sort, page, ct))
            .WithName("BrowseStore").AllowAnonymous();
    }

    /// <summary>One page, or null when the cursor is none of ours.</summary>
    public async Task<Page<ProductCard>?> PageAsync(long? storeId, string? category, ShelfOrder sort, string? cursor, int size, CancellationToken ct)
    {
        var ascending = sort is ShelfOrder.PriceUp;
        if (!Cursor.TryDecode(cursor, out var key, out var id, ascending ? long.MinValue : long.MaxValue, ascending ? long.MinValue : long.MaxValue))
        {
            return null;
        }

        var hidden = storeId is null ? (await hides.OfAsync(account.IdOrNull, ct)).In(category) : HiddenGoods.Nothing;
        var rows = await Rows(db, storeId, category, sort, key, id, hidden).Take(size + 1).ToListAsync(ct);
        var page = Page<Row>.Of(rows, size, row => Cursor.Encode(row.Key, row.Id));
        var found = await cards.GetAsync([.. page.Items.Select(row => row.Id)], ct);
        return new([.. page.Items.Select(row => found.GetValueOrDefault(row.Id)).OfType<ProductCard>()], page.Next);
    }

    /// <summary>A product's place in an order.</summary>
    internal sealed record Row(long Key, long Id);

    /// <summary>The goods behind a place in an order, in that order.</summary>
    internal static IQueryable<Row> Rows(MallDb db, long? storeId, string? category, ShelfOrder sort, long key, long id, HiddenGoods? hidden = null)
    {
        var goods = Without(hidden, db.Products.Where(p => p.OnSale));
        goods = storeId is { } store ? goods.Where(p => p.StoreId == store) : goods;
        goods = category is { } code ? goods.Where(p => p.Category == code) : goods;
        return Sorted(goods, sort, key, id);
    }

    private static IQueryable<Product> Without(HiddenGoods? hidden, IQueryable<Product> goods)
    {
        long[] productIds = [.. hidden?.ProductIds ?? HiddenGoods.Nothing.ProductIds];
        string[] categories = [.. hidden?.Categories ?? HiddenGoods.Nothing.Categories];
        goods = productIds.Length > 0 ? goods.Where(p => !productIds.Contains(p.Id)) : goods;
        return categories.Length > 0 ? goods.Where(p => !categories.Contains(p.Category)) : goods;
    }

    // The key alone bounds the index, so that a far page reads no more than a near one; only goods with the very same key are looked at twice.
    private static IQueryable<Row> Sorted(IQueryable<Product> goods, ShelfOrder sort, long key, long id)
    {
        // Of the column's own type: an index does not lead to a column that is converted first.
        var sold = (int)Math.Clamp(key, int.MinValue, int.MaxValue);
        return sort switch
        {
            ShelfOrder.Sales => goods.Where(p => p.SoldCount <= sold && (p.SoldCount < sold || p.Id < id))
                .OrderByDescending(p => p.SoldCount).ThenByDescending(p => p.Id).Select(p => new Row(p.SoldCount, p.Id)),
            ShelfOrder.PriceDown => goods.Where(p => p.PriceMinor <= key && (p.PriceMinor < key || p.Id < id))
                .OrderByDescending(p => p.PriceMinor).ThenByDescending(p => p.Id).Select(p => new Row(p.PriceMinor, p.Id)),
            ShelfOrder.PriceUp => goods.Where(p => p.PriceMinor >= key && (p.PriceMinor > key || p.Id > id))
                .OrderBy(p => p.PriceMinor).ThenBy(p => p.Id).Select(p => new Row(p.PriceMinor, p.Id)),
            _ => goods.Where(p => p.Id < id).OrderByDescending(p => p.Id).Select(p => new Row(0, p.Id)),
        };
    }

    private static async Task<Results<Ok<Page<ProductCard>>, ProblemHttpResult>> HandleAsync(
        BrowseProducts browse, long? storeId, string? category, ShelfOrder sort, PageQuery page, CancellationToken ct) =>
        await browse.PageAsync(storeId, category, sort, page.Cursor, page.Size, ct) is { } found ? TypedResults.Ok(found) : Problems.BadRequest("kernel.bad-cursor");
}
