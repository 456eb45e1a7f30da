using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;

namespace Sward.Mall.Coupons;

/// <summary>The coupons one has.</summary>
[Authorize]
internal sealed class CouponsPage(Wallet wallet, ICurrentAccount account) : PageModel
{
    public IReadOnlyList<HeldCouponView> Held { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Held = await wallet.ViewAsync(account.Id, ct);
}
