using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Coupons;
using Sward.Mall.Pricing;
using Sward.Mall.Stores;

namespace Sward.Mall.Desk;

/// <summary>The coupons that a store gives out.</summary>
[Authorize]
internal sealed class StoreCouponsPage(MyStore mine, IssueCoupons issue, ICurrentAccount account, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    private const int MaxDays = 366;

    public Store Store { get; private set; } = null!;

    public IReadOnlyList<CouponView> Coupons { get; private set; } = [];

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(long storeId, CancellationToken ct)
    {
        if (await mine.FindAsync(storeId, ct) is not { } store)
        {
            return NotFound();
        }

        Store = store;
        Coupons = await issue.ListAsync(storeId, all: true, ct) ?? [];
        return Page();
    }

    public Task<IActionResult> OnPostNewAsync(
        long storeId, string? title, CouponLayer layer, string? from, string? off, int? percent, string? cap, int quota, int perPerson, int days, CancellationToken ct) =>
        ChangeAsync(storeId, store => issue.IssueAsync(storeId, account.Id, new IssueCoupons.Request(
            title ?? "", layer, TypedMoney.MinorOrNull(from, store.Currency) ?? 0, TypedMoney.MinorOrNull(off, store.Currency) ?? 0, percent ?? 0, TypedMoney.MinorOrNull(cap, store.Currency), quota, perPerson,
            clock.GetUtcNow().AddDays(Math.Clamp(days, 0, MaxDays))).Checked(), ct), ct);

    public Task<IActionResult> OnPostEndAsync(long storeId, long couponId, CancellationToken ct) => ChangeAsync(storeId, _ => issue.EndAsync(couponId, account.Id, ct), ct);

    private async Task<IActionResult> ChangeAsync(long storeId, Func<Store, Task> change, CancellationToken ct)
    {
        if (await mine.FindAsync(storeId, ct) is not { } store)
        {
            return NotFound();
        }

        try
        {
            await change(store);
            return LocalRedirect($"/desk/{storeId}/coupons");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts[$"problem.{refusal.Code}", [.. refusal.Arguments]];
            return await OnGetAsync(storeId, ct);
        }
    }
}
