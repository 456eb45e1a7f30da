using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Desk;
using Sward.Mall.Stores;

namespace Sward.Mall.Coupons;

/// <summary>The coupons that a store gives out.</summary>
[Authorize]
internal sealed class StoreCouponsPage(MyStore mine, IssueCoupons issue, ICurrentAccount account, TimeProvider clock, IStringLocalizer texts)
    : CouponDeskPage(issue, account, clock, texts)
{
    public Store Store { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(long storeId, CancellationToken ct) => OfMineAsync(storeId, store => ShowAsync(store, ct), ct);

    public Task<IActionResult> OnPostNewAsync(long storeId, CouponForm form, CancellationToken ct) => OfMineAsync(storeId, store => IssueAsync(store, form, ct), ct);

    public Task<IActionResult> OnPostEndAsync(long storeId, long couponId, CancellationToken ct) => OfMineAsync(storeId, store => EndAsync(store, couponId, ct), ct);

    private async Task<IActionResult> OfMineAsync(long storeId, Func<Store, Task<IActionResult>> act, CancellationToken ct)
    {
        if (await mine.FindAsync(storeId, ct) is not { } store)
        {
            return NotFound();
        }

        Store = store;
        return await act(store);
    }
}
