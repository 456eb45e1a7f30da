using Microsoft.Extensions.Localization;
using Sward.Mall.Stores;

namespace Sward.Mall.Offers;

/// <summary>What the desks of stores and of the operator have in common where offers are made.</summary>
internal abstract class OfferDeskPage(MallDb db, MakeOffers offers, PreviewOffer preview, TimeZoneInfo zone, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    private const int MostGoods = 200;

    public OfferDesk Desk { get; private set; } = null!;

    /// <summary>Shows the desk; with a form, what it holds and what its offer would do.</summary>
    protected async Task<IActionResult> ShowAsync(Store? store, CancellationToken ct, OfferForm? form = null, PreviewOffer.Response? tried = null, string? problem = null)
    {
        Desk = new(UrlOf(store), store is null, await offers.ListAsync(store?.Id, all: true, ct), store is null ? [] : await GoodsAsync(store.Id, ct), form ?? new OfferForm(), tried, problem);
        return Page();
    }

    /// <summary>Tries what was typed on real carts.</summary>
    protected Task<IActionResult> TryAsync(Store? store, OfferForm form, CancellationToken ct) => GuardedAsync(store, form, async () =>
    {
        var draft = await offers.DraftAsync(store, RequestOf(store, form), ct);
        return await ShowAsync(store, ct, form, await preview.RunAsync(draft, ct));
    }, ct);

    /// <summary>Makes the offer that was typed.</summary>
    protected Task<IActionResult> MakeAsync(Store? store, OfferForm form, CancellationToken ct) => GuardedAsync(store, form, async () =>
    {
        await offers.MakeAsync(store, RequestOf(store, form), ct);
        return LocalRedirect(UrlOf(store));
    }, ct);

    protected async Task<IActionResult> EndAsync(Store? store, long offerId, CancellationToken ct) =>
        await offers.EndAsync(store?.Id, offerId, ct) ? LocalRedirect(UrlOf(store)) : NotFound();

    private MakeOffers.Request RequestOf(Store? store, OfferForm form) => form.ToRequest(CurrencyOf(store), zone, clock.GetUtcNow());

    private static string UrlOf(Store? store) => store is null ? "/operator/offers" : $"/desk/{store.Id}/offers";

    private static string CurrencyOf(Store? store) => store?.Currency ?? MallOptions.DefaultCurrency;

    private async Task<IActionResult> GuardedAsync(Store? store, OfferForm form, Func<Task<IActionResult>> act, CancellationToken ct)
    {
        try
        {
            return await act();
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            return await ShowAsync(store, ct, form, problem: texts.Of(refusal));
        }
    }

    private async Task<IReadOnlyList<OfferDesk.Variant>> GoodsAsync(long storeId, CancellationToken ct)
    {
        var goods = await (
            from product in db.Products
            join sku in db.Skus on product.Id equals sku.ProductId
            where product.StoreId == storeId && product.OnSale
            orderby product.Id descending, sku.Id
            select new { sku.Id, sku.ProductId, product.Name, sku.Options }).Take(MostGoods).ToListAsync(ct);
        return goods.ConvertAll(row => new OfferDesk.Variant(row.Id, row.ProductId, row.Name, string.Join(" · ", row.Options.Values)));
    }
}
