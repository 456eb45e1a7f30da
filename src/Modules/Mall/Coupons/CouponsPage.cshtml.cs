using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;

namespace Sward.Mall.Coupons;

/// <summary>The coupons one has, and where the code of another is typed.</summary>
[Authorize]
internal sealed class CouponsPage(Wallet wallet, ClaimByCode claim, ICurrentAccount account, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    public IReadOnlyList<HeldCouponView> Held { get; private set; } = [];

    public string? Problem { get; private set; }

    public bool IsInLastDay(HeldCouponView held) => held.Coupon.Until - clock.GetUtcNow() <= HeldCoupon.LastDay;

    public async Task OnGetAsync(CancellationToken ct) => Held = await wallet.ViewAsync(account.Id, ct);

    public async Task<IActionResult> OnPostCodeAsync(string? code, CancellationToken ct)
    {
        try
        {
            await claim.RunAsync(code, account.Id, HttpContext.ClientAddress(), ct);
            return LocalRedirect("/coupons");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
            await OnGetAsync(ct);
            return Page();
        }
    }
}
