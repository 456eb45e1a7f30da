using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Desk;
using Sward.Mall.Offers;

namespace Sward.Mall.Coupons;

/// <summary>The coupons that the platform gives out, and what of them stores bear.</summary>
[Authorize(Policies.Operator)]
internal sealed class PlatformCouponsPage(IssueCoupons issue, IssuedCoupons issued, PushCoupon push, PreviewOffer preview, ICurrentAccount account, TimeZoneInfo zone, TimeProvider clock, IStringLocalizer texts)
    : CouponDeskPage(issue, issued, push, preview, account, zone, clock, texts)
{
    public Task<IActionResult> OnGetAsync(string? cursor, CancellationToken ct) => ShowAsync(store: null, cursor, ct);

    public Task<IActionResult> OnPostPreviewAsync(CouponForm form, CancellationToken ct) => TryAsync(store: null, form, ct);

    public Task<IActionResult> OnPostNewAsync(CouponForm form, CancellationToken ct) => IssueAsync(store: null, form, ct);

    public Task<IActionResult> OnPostEndAsync(long couponId, CancellationToken ct) => EndAsync(store: null, couponId, ct);

    public Task<IActionResult> OnPostPushAsync(long couponId, PushAudience audience, string? handles, CancellationToken ct) => PushAsync(store: null, couponId, audience, handles, ct);
}
