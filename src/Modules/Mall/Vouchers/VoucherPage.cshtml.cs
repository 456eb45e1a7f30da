using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Media;

namespace Sward.Mall.Vouchers;

/// <summary>What the buyer shows at the store's counter.</summary>
[Authorize]
internal sealed class VoucherPage(ReadVouchers vouchers, ReturnVoucher give, IQrCodes codes, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    public VoucherView Voucher { get; private set; } = null!;

    public QrCode? Code { get; private set; }

    public string? Problem { get; private set; }

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

    public async Task<IActionResult> OnPostReturnAsync(long voucherId, CancellationToken ct)
    {
        try
        {
            await give.ReturnAsync(account.Id, voucherId, ct);
            return LocalRedirect($"/vouchers/{voucherId}");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
            return await OnGetAsync(voucherId, ct);
        }
    }
}
