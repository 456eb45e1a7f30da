using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Offers;
using Sward.Mall.Stores;
using Sward.Ui;

namespace Sward.Mall.Coupons;

/// <summary>What the desks of stores and of the operator have in common where coupons are given out.</summary>
internal abstract class CouponDeskPage(
    IssueCoupons issue, IssuedCoupons issued, PushCoupon push, PreviewOffer preview, ICurrentAccount account, TimeZoneInfo zone, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    private const int Size = 30;

    public CouponDesk Desk { get; private set; } = null!;

    protected async Task<IActionResult> ShowAsync(Store? store, string? cursor, CancellationToken ct, CouponForm? form = null, string? problem = null, PreviewOffer.Response? tried = null)
    {
        if (await issued.PageAsync(store, cursor, Size, ct) is not { } page)
        {
            return NotFound();
        }

        var url = UrlOf(store);
        Desk = new(
            url, page.Items, new Pager(page.Next is null ? null : $"{url}?cursor={page.Next}", cursor is null ? null : url), store is null, clock.GetUtcNow(), form ?? new(), tried, problem);
        return Page();
    }

    /// <summary>Tries what was typed on real carts.</summary>
    protected Task<IActionResult> TryAsync(Store? store, CouponForm form, CancellationToken ct) => GuardedAsync(store, async () =>
    {
        var draft = issue.Draft(store, RequestOf(store, form));
        return await ShowAsync(store, cursor: null, ct, form, tried: await preview.RunAsync(draft, ct));
    }, ct, form);

    protected Task<IActionResult> IssueAsync(Store? store, CouponForm form, CancellationToken ct) => GoneAsync(store, () => issue.IssueAsync(store, RequestOf(store, form), ct), ct, form);

    protected Task<IActionResult> EndAsync(Store? store, long couponId, CancellationToken ct) => GoneAsync(store, () => issue.EndAsync(couponId, account, ct), ct);

    /// <summary>Begins to push a coupon.</summary>
    /// <param name="handles">As they are typed, with commas or spaces between.</param>
    protected Task<IActionResult> PushAsync(Store? store, long couponId, PushAudience audience, string? handles, CancellationToken ct) => GoneAsync(
        store,
        () => push.RunAsync(couponId, new PushCoupon.Request(audience, (handles ?? "").Split([' ', ',', '，', '、', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)).Checked(), account, ct),
        ct);

    private static string UrlOf(Store? store) => store is null ? "/operator/coupons" : $"/desk/{store.Id}/coupons";

    private IssueCoupons.Request RequestOf(Store? store, CouponForm form) => form.ToRequest(store?.Currency ?? MallOptions.DefaultCurrency, zone, clock.GetUtcNow());

    /// <summary>Back to the desk when it is done.</summary>
    private Task<IActionResult> GoneAsync(Store? store, Func<Task> act, CancellationToken ct, CouponForm? form = null) => GuardedAsync(store, async () =>
    {
        await act();
        return LocalRedirect(UrlOf(store));
    }, ct, form);

    private async Task<IActionResult> GuardedAsync(Store? store, Func<Task<IActionResult>> act, CancellationToken ct, CouponForm? form = null)
    {
        try
        {
            return await act();
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            return await ShowAsync(store, cursor: null, ct, form, texts.Of(refusal));
        }
    }
}
