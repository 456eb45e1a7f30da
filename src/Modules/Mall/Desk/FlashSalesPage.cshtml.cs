using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.FlashSales;
using Sward.Mall.Stores;
using Sward.Ui;

namespace Sward.Mall.Desk;

/// <summary>A store's limited-time purchases: those it has made, and a new one, which is looked at before it is made.</summary>
[Authorize]
internal sealed class FlashSalesPage(
    MyStore mine, DeskGoods goods, ReadFlashSale read, MakeFlashSale make, CancelFlashSale cancel, ICurrentAccount account, TimeZoneInfo zone, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    private const int Size = 50;

    private const int MaxHours = 7 * 24;

    /// <summary>What the form holds, as it was typed.</summary>
    /// <param name="Starts">In the site's time zone; empty for at once.</param>
    public sealed record Draft(long SkuId, string? Price, int Units = 10, int PerBuyer = 1, string? Starts = null, int Hours = 24);

    public Store Store { get; private set; } = null!;

    public Page<FlashSaleView> Sales { get; private set; } = null!;

    public Pager Pager => new(Sales.Next is { } next ? $"/desk/{Store.Id}/flash?cursor={next}" : null);

    public IReadOnlyDictionary<long, DeskVariant> Choices { get; private set; } = new Dictionary<long, DeskVariant>();

    public Draft Form { get; private set; } = new(SkuId: 0, Price: null);

    public FlashPreview? Preview { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>An operator is here for the store.</summary>
    public bool IsVisiting => Store.OwnerId != account.Id;

    public async Task<IActionResult> OnGetAsync(long storeId, string? cursor, CancellationToken ct)
    {
        if (await mine.FindOrAnyForOperatorAsync(storeId, ct) is not { } store || !Cursor.TryDecode(cursor, out var before, out _))
        {
            return NotFound();
        }

        Store = store;
        Sales = Page<FlashSaleView>.Of(await read.OfStoreAsync(storeId, before, Size + 1, ct), Size, sale => Cursor.Encode(sale.Id));
        Choices = await goods.OfAsync(store, Sales.Items.Select(sale => sale.SkuId), ct);
        return Page();
    }

    public Task<IActionResult> OnPostPreviewAsync(long storeId, Draft draft, CancellationToken ct) =>
        DoAsync(storeId, async store => Preview = await make.PreviewAsync(store, RequestOf(draft, store), ct), draft, ct);

    public Task<IActionResult> OnPostMakeAsync(long storeId, Draft draft, CancellationToken ct) =>
        DoAsync(storeId, store => make.MakeAsync(storeId, RequestOf(draft, store), ct), draft, ct);

    public Task<IActionResult> OnPostCancelAsync(long storeId, long saleId, CancellationToken ct) => DoAsync(storeId, _ => cancel.CancelAsync(saleId, ct), Form, ct);

    public DateTimeOffset StartOf(Draft draft) => TypedTime.Parse(draft.Starts, zone) ?? clock.GetUtcNow();

    public static DateTimeOffset EndOf(Draft draft, DateTimeOffset start) => start.AddHours(Math.Clamp(draft.Hours, 0, MaxHours));

    private MakeFlashSale.Request RequestOf(Draft draft, Store store)
    {
        var start = StartOf(draft);
        return new MakeFlashSale.Request(draft.SkuId, TypedMoney.Parse(draft.Price, store.Currency), draft.Units, draft.PerBuyer, start, EndOf(draft, start)).Checked();
    }

    /// <summary>Does what was asked and shows the list anew; what is only looked at, or refused, keeps what was typed.</summary>
    private async Task<IActionResult> DoAsync(long storeId, Func<Store, Task> act, Draft draft, CancellationToken ct)
    {
        if (await mine.FindOrAnyForOperatorAsync(storeId, ct) is not { } store)
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
