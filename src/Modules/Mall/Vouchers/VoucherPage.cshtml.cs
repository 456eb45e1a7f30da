using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Media;

namespace Sward.Mall.Vouchers;

/// <summary>What the buyer shows at the store's counter.</summary>
[Authorize]
internal sealed class VoucherPage(ReadVouchers vouchers, IQrCodes codes, ICurrentAccount account) : PageModel
{
    public VoucherView Voucher { get; private set; } = null!;

    public QrCode? Code { get; private set; }

    public async Task<IActionResult> OnGetAsync(long voucherId, CancellationToken ct)
    {
        if (await vouchers.FindAsync(account.Id, voucherId, ct) is not { } voucher)
        {
            return NotFound();
        }

        Voucher = voucher;
        Code = voucher.State is VoucherState.Issued ? codes.Of(voucher.Ticket) : null;
        return Page();
    }
}
