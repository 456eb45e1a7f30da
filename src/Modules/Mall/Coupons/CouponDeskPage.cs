using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Pricing;
using Sward.Mall.Stores;

namespace Sward.Mall.Coupons;

/// <summary>What the desks of stores and of the operator have in common where coupons are given out.</summary>
internal abstract class CouponDeskPage(IssueCoupons issue, ICurrentAccount account, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    public CouponDesk Desk { get; private set; } = null!;

    protected async Task<IActionResult> ShowAsync(Store? store, CancellationToken ct, string? problem = null)
    {
        Desk = new(
            UrlOf(store), await issue.ListAsync(store, all: true, ct), [store is null ? CouponLayer.Platform : CouponLayer.Store, CouponLayer.Freight], store is null, problem);
        return Page();
    }

    protected Task<IActionResult> IssueAsync(Store? store, CouponForm form, CancellationToken ct) =>
        GuardedAsync(store, () => issue.IssueAsync(store, form.ToRequest(store?.Currency ?? MallOptions.DefaultCurrency, clock.GetUtcNow()), ct), ct);

    protected Task<IActionResult> EndAsync(Store? store, long couponId, CancellationToken ct) => GuardedAsync(store, () => issue.EndAsync(couponId, account, ct), ct);

    private static string UrlOf(Store? store) => store is null ? "/operator/coupons" : $"/desk/{store.Id}/coupons";

    private async Task<IActionResult> GuardedAsync(Store? store, Func<Task> act, CancellationToken ct)
    {
        try
        {
            await act();
            return LocalRedirect(UrlOf(store));
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            return await ShowAsync(store, ct, texts.Of(refusal));
        }
    }
}
