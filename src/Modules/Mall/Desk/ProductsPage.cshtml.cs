using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Mall.Catalog;
using Sward.Mall.Stores;
using Sward.Ui;

namespace Sward.Mall.Desk;

/// <summary>A store's goods and shelves in one table: prices, stock, on or off sale, and how to list more.</summary>
[Authorize]
internal sealed class ProductsPage(MallDb db, MyStore mine, ListProduct list, EditProduct edit, SetStock stock, IStringLocalizer texts) : PageModel
{
    private const int Size = 50;
    private const string MainWarehouse = "main";

    /// <summary>One variant with its shelf.</summary>
    public sealed record Row(long ProductId, long SkuId, string Name, string Code, long PriceMinor, long FloorMinor, string Warehouse, int OnHand, int Held, int Sold, bool OnSale, GoodsKind Kind);

    public Store Store { get; private set; } = null!;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Pager Pager { get; private set; } = new(NextUrl: null);

    public string? Problem { get; private set; }

    /// <summary>The form for new goods is open: it was asked for, or refused what was typed.</summary>
    public bool IsNew => Request.Query.ContainsKey("new") || Request.Query["handler"] == "New";

    public async Task<IActionResult> OnGetAsync(long storeId, string? cursor, CancellationToken ct)
    {
        if (await mine.FindAsync(storeId, ct) is not { } store || !Cursor.TryDecode(cursor, out var before, out _))
        {
            return NotFound();
        }

        Store = store;
        var page = Page<long>.Of(
            await db.Products.Where(p => p.StoreId == storeId && p.Id < before).OrderByDescending(p => p.Id).Select(p => p.Id).Take(Size + 1).ToListAsync(ct), Size, id => Cursor.Encode(id));
        Pager = new(page.Next is { } next ? $"/desk/{storeId}/products?cursor={next}" : null);
        var ids = page.Items.ToArray();
        Rows = await (
            from product in db.Products
            join sku in db.Skus on product.Id equals sku.ProductId
            from level in db.StockLevels.Where(level => level.SkuId == sku.Id).DefaultIfEmpty()
            from warehouse in db.Warehouses.Where(w => level != null && w.Id == level.WarehouseId).DefaultIfEmpty()
            where ids.Contains(product.Id)
            orderby product.Id descending, sku.Id
            select new Row(
                product.Id, sku.Id, product.Name, sku.Code, sku.PriceMinor, sku.FloorMinor, warehouse != null ? warehouse.Code : MainWarehouse,
                level != null ? level.OnHand : 0, level != null ? level.Held : 0, level != null ? level.Sold : 0, product.OnSale, product.Kind)).ToListAsync(ct);
        return Page();
    }

    public Task<IActionResult> OnPostNewAsync(long storeId, NewGoods goods, CancellationToken ct) =>
        DoAsync(storeId, store => list.ListAsync(storeId, goods.ToRequest(store.Currency, MainWarehouse, texts), ct), ct);

    /// <summary>A floor that is left empty is none.</summary>
    public Task<IActionResult> OnPostPriceAsync(long storeId, long productId, long skuId, string? price, string? floor, CancellationToken ct) => DoAsync(
        storeId,
        store => edit.ChangeAsync(
            productId, new EditProduct.Request { Prices = [new(skuId, TypedMoney.Parse(price, store.Currency), new Money(TypedMoney.MinorOrNull(floor, store.Currency) ?? 0, store.Currency))] }, ct),
        ct);

    public Task<IActionResult> OnPostStockAsync(long storeId, long productId, long skuId, string warehouse, int units, int seen, CancellationToken ct) =>
        DoAsync(storeId, _ => stock.SetAsync(productId, skuId, new SetStock.Request(warehouse, units, seen).Checked(), ct), ct);

    public Task<IActionResult> OnPostSaleAsync(long storeId, long productId, bool onSale, CancellationToken ct) =>
        DoAsync(storeId, _ => edit.ChangeAsync(productId, new EditProduct.Request { OnSale = onSale }, ct), ct);

    private async Task<IActionResult> DoAsync(long storeId, Func<Store, Task> change, CancellationToken ct)
    {
        if (await mine.FindAsync(storeId, ct) is not { } store)
        {
            return NotFound();
        }

        try
        {
            await change(store);
            return LocalRedirect($"/desk/{storeId}/products");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
            return await OnGetAsync(storeId, cursor: null, ct);
        }
    }
}
