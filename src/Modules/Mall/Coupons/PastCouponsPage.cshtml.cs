using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;
using Sward.Ui;

namespace Sward.Mall.Coupons;

/// <summary>The coupons one has used or let expire.</summary>
[Authorize]
internal sealed class PastCouponsPage(PastCoupons past, ICurrentAccount account) : PageModel
{
    private const int Size = 24;

    public IReadOnlyList<PastCouponView> Coupons { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? cursor, CancellationToken ct)
    {
        if (await past.PageAsync(account.Id, cursor, Size, ct) is not { } page)
        {
            return NotFound();
        }

        Coupons = page.Items;
        Pager = new(page.Next is null ? null : $"/coupons/past?cursor={page.Next}", cursor is null ? null : "/coupons/past");
        return Page();
    }
}
