using Microsoft.AspNetCore.Authorization;
using Sward.Contracts.Accounts;
using Sward.Ui;

namespace Sward.Mall.Vouchers;

/// <summary>My vouchers and bookings, newest first.</summary>
[Authorize]
internal sealed class VouchersPage(ReadVouchers vouchers, ICurrentAccount account) : PageModel
{
    private const int Size = 30;

    public Page<VoucherView> List { get; private set; } = null!;

    public Pager Pager { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? cursor, CancellationToken ct)
    {
        if (!Cursor.TryDecode(cursor, out var before, out _))
        {
            return NotFound();
        }

        List = Page<VoucherView>.Of(await vouchers.ListAsync(account.Id, before, Size + 1, ct), Size, voucher => Cursor.Encode(voucher.Id));
        Pager = new(List.Next is { } next ? $"/vouchers?cursor={next}" : null);
        return Page();
    }
}
