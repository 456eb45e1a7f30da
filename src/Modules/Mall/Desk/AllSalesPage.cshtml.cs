using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;
using Sward.Mall.FlashSales;
using Sward.Mall.PreSales;
using Sward.Ui;

namespace Sward.Mall.Desk;

/// <summary>The limited-time purchases and pre-sales of all stores, for operators: each leads to its store's desk, where they may look at one before it is made, make it and call it off.</summary>
[Authorize(Policies.Operator)]
internal sealed class AllSalesPage(MallDb db, ReadFlashSale flashSales, ReadPreSale preSales) : PageModel
{
    private const string Address = "/operator/sales";
    private const int Size = 30;
    private const int MostStores = 20;

    /// <summary>A store with what its name is.</summary>
    public sealed record StoreName(long Id, string Name);

    public Page<FlashSaleView> FlashSales { get; private set; } = null!;

    public Page<PreSaleView> PreSales { get; private set; } = null!;

    public Pager FlashPager => new(FlashSales.Next is { } next ? $"{Address}?flash={next}" : null);

    public Pager PreSalePager => new(PreSales.Next is { } next ? $"{Address}?presales={next}" : null);

    public IReadOnlyDictionary<long, string> Goods { get; private set; } = new Dictionary<long, string>();

    public IReadOnlyDictionary<long, string> Stores { get; private set; } = new Dictionary<long, string>();

    /// <summary>What was looked for, and the stores whose names have it.</summary>
    public string? Words { get; private set; }

    public IReadOnlyList<StoreName> Found { get; private set; } = [];

    /// <summary>Shows what there is.</summary>
    /// <param name="flash">Where the list of limited-time purchases goes on.</param>
    /// <param name="presales">Where the list of pre-sales goes on.</param>
    /// <param name="q">Of a store's name, to make something for it.</param>
    public async Task<IActionResult> OnGetAsync(string? flash, string? presales, string? q, CancellationToken ct)
    {
        if (!Cursor.TryDecode(flash, out var beforeFlash, out _) || !Cursor.TryDecode(presales, out var beforePreSale, out _))
        {
            return NotFound();
        }

        FlashSales = Page<FlashSaleView>.Of(await flashSales.OfStoreAsync(storeId: null, beforeFlash, Size + 1, ct), Size, sale => Cursor.Encode(sale.Id));
        PreSales = Page<PreSaleView>.Of(await preSales.OfStoreAsync(storeId: null, beforePreSale, Size + 1, ct), Size, sale => Cursor.Encode(sale.Id));
        long[] productIds = [.. FlashSales.Items.Select(sale => sale.ProductId).Concat(PreSales.Items.Select(sale => sale.ProductId)).Distinct()];
        long[] storeIds = [.. FlashSales.Items.Select(sale => sale.StoreId).Concat(PreSales.Items.Select(sale => sale.StoreId)).Distinct()];
        Goods = await db.Products.Where(p => productIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        Stores = await db.Stores.Where(s => storeIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        Words = PlainText.LineOrNull(q);
        if (Words is { } words)
        {
            Found = await db.Stores.Where(s => s.Name.Contains(words)).OrderBy(s => s.Id).Take(MostStores).Select(s => new StoreName(s.Id, s.Name)).ToListAsync(ct);
        }

        return Page();
    }
}
