using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Mall.Catalog;
using Sward.Mall.FlashSales;
using Sward.Mall.Stores;
using Sward.Ui;

namespace Sward.Mall.Desk;

/// <summary>A store's limited-time purchases: those it has made, and a new one, which is looked at before it is made.</summary>
[Authorize]
internal sealed class FlashSalesPage(
    MallDb db, MyStore mine, ReadFlashSale read, MakeFlashSale make, CancelFlashSale cancel, TimeZoneInfo zone, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    private const int Size = 50;

    /// <summary>Variants that the form offers, those of the newest goods.</summary>
    private const int MostChoices = 200;
    private const int MaxHours = 7 * 24;

    /// <summary>What the form holds, as it was typed.</summary>
    /// <param name="Starts">In the site's time zone; empty for at once.</param>
    public sealed record Draft(long SkuId, string? Price, int Units = 10, int PerBuyer = 1, string? Starts = null, int Hours = 24);

    /// <summary>A variant that may be sold.</summary>
    public sealed record Choice(long SkuId, string Name, Money Price, int OnHand);

    public Store Store { get; private set; } = null!;

    public Page<FlashSaleView> Sales { get; private set; } = null!;

    public Pager Pager => new(Sales.Next is { } next ? $"/desk/{Store.Id}/flash?cursor={next}" : null);

    public IReadOnlyDictionary<long, Choice> Choices { get; private set; } = new Dictionary<long, Choice>();

    public Draft Form { get; private set; } = new(SkuId: 0, Price: null);

    public FlashPreview? Preview { get; private set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(long storeId, string? cursor, CancellationToken ct)
    {
        if (await mine.FindAsync(storeId, ct) is not { } store || !Cursor.TryDecode(cursor, out var before, out _))
        {
            return NotFound();
        }

        Store = store;
        Sales = Page<FlashSaleView>.Of(await read.OfStoreAsync(storeId, before, Size + 1, ct), Size, sale => Cursor.Encode(sale.Id));
        var shownIds = Sales.Items.Select(sale => sale.SkuId).ToArray();
        var offered = db.Skus.Where(sku => db.Products.Any(p => p.Id == sku.ProductId && p.StoreId == storeId && p.OnSale)).OrderByDescending(sku => sku.Id).Select(sku => sku.Id).Take(MostChoices);
        Choices = await ChoicesAsync(await offered.ToListAsync(ct), shownIds, ct);
        return Page();
    }

    public Task<IActionResult> OnPostPreviewAsync(long storeId, Draft draft, CancellationToken ct) =>
        DoAsync(storeId, async store => Preview = await make.PreviewAsync(store, RequestOf(draft, store), ct), draft, ct);

    public Task<IActionResult> OnPostMakeAsync(long storeId, Draft draft, CancellationToken ct) =>
        DoAsync(storeId, store => make.MakeAsync(storeId, RequestOf(draft, store), ct), draft, ct);

    public Task<IActionResult> OnPostCancelAsync(long storeId, long saleId, CancellationToken ct) => DoAsync(storeId, _ => cancel.CancelAsync(saleId, ct), Form, ct);

    public DateTimeOffset StartOf(Draft draft) => DateTime.TryParse(draft.Starts, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        ? new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone.GetUtcOffset(local))
        : clock.GetUtcNow();

    public static DateTimeOffset EndOf(Draft draft, DateTimeOffset start) => start.AddHours(Math.Clamp(draft.Hours, 0, MaxHours));

    private MakeFlashSale.Request RequestOf(Draft draft, Store store)
    {
        var start = StartOf(draft);
        return new MakeFlashSale.Request(draft.SkuId, TypedMoney.Parse(draft.Price, store.Currency), draft.Units, draft.PerBuyer, start, EndOf(draft, start)).Checked();
    }

    private async Task<IReadOnlyDictionary<long, Choice>> ChoicesAsync(IReadOnlyCollection<long> offeredIds, IReadOnlyCollection<long> shownIds, CancellationToken ct)
    {
        var skuIds = offeredIds.Union(shownIds).ToArray();
        var rows = await (
            from sku in db.Skus.AsNoTracking()
            join product in db.Products on sku.ProductId equals product.Id
            where skuIds.Contains(sku.Id)
            select new { sku, product.Name, OnHand = db.StockLevels.Where(level => level.SkuId == sku.Id).Sum(level => level.OnHand) }).ToListAsync(ct);
        return rows.OrderByDescending(row => row.sku.Id).ToDictionary(
            row => row.sku.Id,
            row => new Choice(row.sku.Id, row.sku.Options.Count == 0 ? row.Name : $"{row.Name} · {string.Join(" · ", row.sku.Options.Values)}", new Money(row.sku.PriceMinor, Store.Currency), row.OnHand));
    }

    /// <summary>Does what was asked and shows the list anew; what is only looked at, or refused, keeps what was typed.</summary>
    private async Task<IActionResult> DoAsync(long storeId, Func<Store, Task> act, Draft draft, CancellationToken ct)
    {
        if (await mine.FindAsync(storeId, ct) is not { } store)
        {
            return NotFound();
        }

        Form = draft;
        try
        {
            await act(store);
            return Preview is null ? LocalRedirect($"/desk/{storeId}/flash") : await OnGetAsync(storeId, cursor: null, ct);
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
            return await OnGetAsync(storeId, cursor: null, ct);
        }
    }
}
