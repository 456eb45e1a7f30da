using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Stores;
using Sward.Mall.Vouchers;
using Sward.Ui;

namespace Sward.Mall.Desk;

/// <summary>Where a store's staff takes vouchers. The form names the redemption, so that sending it again on a bad line takes nothing twice.</summary>
[Authorize]
internal sealed class RedeemPage(MyStore mine, RedeemVoucher redeem, Format format, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    public Store Store { get; private set; } = null!;

    public string Key { get; private set; } = Guid.NewGuid().ToString("N");

    public RedeemedVoucher? Redeemed { get; private set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(long storeId, CancellationToken ct)
    {
        if (await mine.FindAsync(storeId, ct) is not { } store)
        {
            return NotFound();
        }

        Store = store;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long storeId, string? ticket, string? key, CancellationToken ct)
    {
        try
        {
            if (!Idempotency.IsKey(key))
            {
                throw new Refusal("kernel.idempotency-key-invalid", StatusCodes.Status400BadRequest);
            }

            Redeemed = await redeem.RedeemAsync(account.Id, storeId, new RedeemVoucher.Request(ticket ?? "").Checked().Ticket, key, ct);
        }
        catch (Refusal refusal) when (refusal.Code is not "mall.store-not-found")
        {
            Response.StatusCode = refusal.Status;
            Problem = texts[$"problem.{refusal.Code}", [.. refusal.Arguments.Select(said => said is DateTimeOffset at ? format.Moment(at) : said)]];
        }
        catch (Refusal)
        {
            return NotFound();
        }

        return await OnGetAsync(storeId, ct);
    }
}
