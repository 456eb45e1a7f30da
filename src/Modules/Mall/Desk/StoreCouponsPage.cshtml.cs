using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Coupons;
using Sward.Mall.Offers;
using Sward.Mall.Stores;

namespace Sward.Mall.Desk;

/// <summary>The coupons that a store gives out.</summary>
[Authorize]
internal sealed class StoreCouponsPage(
    MyStore mine, IssueCoupons issue, IssuedCoupons issued, PushCoupon push, PreviewOffer preview, ICurrentAccount account, TimeZoneInfo zone, TimeProvider clock, IStringLocalizer texts)
    : CouponDeskPage(issue, issued, push, preview, account, zone, clock, texts)
{
    public Store Store { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(long storeId, string? cursor, CancellationToken ct) => mine.ServeAsync(storeId, store => ShowAsync(Store = store, cursor, ct), ct);

    public Task<IActionResult> OnPostPreviewAsync(long storeId, CouponForm form, CancellationToken ct) => mine.ServeAsync(storeId, store => TryAsync(Store = store, form, ct), ct);

    public Task<IActionResult> OnPostNewAsync(long storeId, CouponForm form, CancellationToken ct) => mine.ServeAsync(storeId, store => IssueAsync(Store = store, form, ct), ct);

    public Task<IActionResult> OnPostEndAsync(long storeId, long couponId, CancellationToken ct) => mine.ServeAsync(storeId, store => EndAsync(Store = store, couponId, ct), ct);

    public Task<IActionResult> OnPostPushAsync(long storeId, long couponId, PushAudience audience, CancellationToken ct) =>
        mine.ServeAsync(storeId, store => PushAsync(Store = store, couponId, audience, handles: null, ct), ct);
}
