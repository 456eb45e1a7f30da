using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Coupons;
using Sward.Mall.Stores;

namespace Sward.Mall.Desk;

/// <summary>The coupons that a store gives out.</summary>
[Authorize]
internal sealed class StoreCouponsPage(MyStore mine, IssueCoupons issue, ICurrentAccount account, TimeProvider clock, IStringLocalizer texts)
    : CouponDeskPage(issue, account, clock, texts)
{
    public Store Store { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(long storeId, CancellationToken ct) => mine.ServeAsync(storeId, store => ShowAsync(Store = store, ct), ct);

    public Task<IActionResult> OnPostNewAsync(long storeId, CouponForm form, CancellationToken ct) => mine.ServeAsync(storeId, store => IssueAsync(Store = store, form, ct), ct);

    public Task<IActionResult> OnPostEndAsync(long storeId, long couponId, CancellationToken ct) => mine.ServeAsync(storeId, store => EndAsync(Store = store, couponId, ct), ct);
}
