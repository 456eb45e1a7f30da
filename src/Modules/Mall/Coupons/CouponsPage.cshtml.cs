using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;

namespace Sward.Mall.Coupons;

/// <summary>The coupons one has, and those of the platform that can be taken.</summary>
[Authorize]
internal sealed class CouponsPage(Wallet wallet, IssueCoupons issue, ClaimCoupon claim, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    public IReadOnlyList<HeldCouponView> Held { get; private set; } = [];

    public CouponsToTake ToTake { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(problem: null, ct);

    public async Task<IActionResult> OnPostClaimAsync(long couponId, CancellationToken ct)
    {
        try
        {
            await claim.RunAsync(couponId, account.Id, ct);
            return LocalRedirect("/coupons");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            await ShowAsync(texts.Of(refusal), ct);
            return Page();
        }
    }

    private async Task ShowAsync(string? problem, CancellationToken ct)
    {
        Held = await wallet.ViewAsync(account.Id, ct);
        ToTake = new(texts["mall.coupons.to-take"], "/coupons", await issue.ListAsync(store: null, all: false, ct), problem);
    }
}
