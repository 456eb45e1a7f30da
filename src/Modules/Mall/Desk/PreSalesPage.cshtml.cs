using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.PreSales;
using Sward.Mall.Stores;
using Sward.Ui;

namespace Sward.Mall.Desk;

/// <summary>A store's pre-sales: those it has made, and a new one, which is looked at before it is made.</summary>
[Authorize]
internal sealed class PreSalesPage(
    MyStore mine, DeskGoods goods, ReadPreSale read, MakePreSale make, CancelPreSale cancel, ICurrentAccount account, TimeZoneInfo zone, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    private const int Size = 50;

    /// <summary>What an empty form suggests: a week for deposits, three days for the rests, and a week to send.</summary>
    private const int DepositDays = 7, RestDays = 3, ShipDays = 7;

    /// <summary>What the form holds, as it was typed; moments are in the site's time zone.</summary>
    /// <param name="CountsAs">Empty for what the deposit is.</param>
    /// <param name="DepositFrom">Empty for at once.</param>
    public sealed record Draft(
        long SkuId, string? Price, string? Deposit, string? CountsAs, int Units = 10, string? DepositFrom = null, string? DepositUntil = null, string? FinalFrom = null, string? FinalUntil = null, string? ShipBy = null)
    {
        /// <summary>The same as fields of a form, for the button that makes what was looked at.</summary>
        public IEnumerable<(string Name, string? Value)> Fields =>
        [
            ("skuId", SkuId.ToString(CultureInfo.InvariantCulture)), ("price", Price), ("deposit", Deposit), ("countsAs", CountsAs), ("units", Units.ToString(CultureInfo.InvariantCulture)),
            ("depositFrom", DepositFrom), ("depositUntil", DepositUntil), ("finalFrom", FinalFrom), ("finalUntil", FinalUntil), ("shipBy", ShipBy),
        ];
    }

    public Store Store { get; private set; } = null!;

    public Page<PreSaleView> Sales { get; private set; } = null!;

    public Pager Pager => new(Sales.Next is { } next ? $"/desk/{Store.Id}/presales?cursor={next}" : null);

    public IReadOnlyDictionary<long, DeskVariant> Choices { get; private set; } = new Dictionary<long, DeskVariant>();

    public Draft Form { get; private set; } = new(SkuId: 0, Price: null, Deposit: null, CountsAs: null);

    public PreSalePreview? Preview { get; private set; }

    /// <summary>The form's moments, when it was looked at.</summary>
    public MakePreSale.Request? Looked { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>An operator is here for the store.</summary>
    public bool IsVisiting => Store.OwnerId != account.Id;

    public static string StateOf(PreSaleView sale) => sale switch
    {
        { IsCancelled: true } => "cancelled",
        _ when sale.IsPlanned() => "planned",
        _ when sale.IsOpen() => "open",
        _ => "over",
    };

    public async Task<IActionResult> OnGetAsync(long storeId, string? cursor, CancellationToken ct)
    {
        if (await mine.FindOrAnyForOperatorAsync(storeId, ct) is not { } store || !Cursor.TryDecode(cursor, out var before, out _))
        {
            return NotFound();
        }

        Store = store;
        Form = Form.DepositUntil is null ? Suggested(Form) : Form;
        Sales = Page<PreSaleView>.Of(await read.OfStoreAsync(storeId, before, Size + 1, ct), Size, sale => Cursor.Encode(sale.Id));
        Choices = await goods.OfAsync(store, Sales.Items.Select(sale => sale.SkuId), ct);
        return Page();
    }

    public Task<IActionResult> OnPostPreviewAsync(long storeId, Draft draft, CancellationToken ct) => DoAsync(storeId, async store =>
    {
        Looked = RequestOf(draft, store);
        Preview = await make.PreviewAsync(store, Looked, ct);
    }, draft, ct);

    public Task<IActionResult> OnPostMakeAsync(long storeId, Draft draft, CancellationToken ct) => DoAsync(storeId, store => make.MakeAsync(storeId, RequestOf(draft, store), ct), draft, ct);

    public Task<IActionResult> OnPostCancelAsync(long storeId, long preSaleId, CancellationToken ct) => DoAsync(storeId, _ => cancel.CancelAsync(preSaleId, ct), Form, ct);

    private MakePreSale.Request RequestOf(Draft draft, Store store) => new MakePreSale.Request(
        draft.SkuId, TypedMoney.Parse(draft.Price, store.Currency), TypedMoney.Parse(draft.Deposit, store.Currency),
        TypedMoney.MinorOrNull(draft.CountsAs, store.Currency) is { } minor ? new Money(minor, store.Currency) : null, draft.Units,
        TypedTime.Parse(draft.DepositFrom, zone) ?? clock.GetUtcNow(), MomentOf(draft.DepositUntil), MomentOf(draft.FinalFrom), MomentOf(draft.FinalUntil),
        DateOnly.TryParse(draft.ShipBy, CultureInfo.InvariantCulture, out var day) ? day : DateOnly.MinValue).Checked();

    /// <summary>What is no moment is long ago, and refused as such.</summary>
    private DateTimeOffset MomentOf(string? typed) => TypedTime.Parse(typed, zone) ?? DateTimeOffset.UnixEpoch;

    private Draft Suggested(Draft draft)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
        string Midnight(int days) => today.AddDays(days).ToDateTime(TimeOnly.MinValue).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        return draft with
        {
            DepositUntil = Midnight(DepositDays),
            FinalFrom = Midnight(DepositDays),
            FinalUntil = Midnight(DepositDays + RestDays),
            ShipBy = today.AddDays(DepositDays + RestDays + ShipDays).ToString("O", CultureInfo.InvariantCulture),
        };
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
            return Preview is null ? LocalRedirect($"/desk/{storeId}/presales") : await OnGetAsync(storeId, cursor: null, ct);
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
            return await OnGetAsync(storeId, cursor: null, ct);
        }
    }
}
