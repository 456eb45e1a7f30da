using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Desk;

namespace Sward.Mall.Coupons;

/// <summary>The coupons that the platform gives out, and what of them stores bear.</summary>
[Authorize(Policies.Operator)]
internal sealed class PlatformCouponsPage(IssueCoupons issue, ICurrentAccount account, TimeProvider clock, IStringLocalizer texts) : CouponDeskPage(issue, account, clock, texts)
{
    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(store: null, ct);

    public Task<IActionResult> OnPostNewAsync(CouponForm form, CancellationToken ct) => IssueAsync(store: null, form, ct);

    public Task<IActionResult> OnPostEndAsync(long couponId, CancellationToken ct) => EndAsync(store: null, couponId, ct);
}
