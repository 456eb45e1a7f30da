using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Mall.Desk;
using Sward.Mall.Ledger;
using Sward.Mall.Payouts;
using Sward.Ui;

namespace Sward.Mall.Commissions;

/// <summary>What my notes and links earn: expected, frozen, available and paid out, each with where it came from, and the rates.</summary>
[Authorize]
internal sealed class EarningsPage(
    MallDb db, ReadEarnings read, FeeTable fees, AskForPayout ask, IOptions<MallOptions> options, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    private const int Size = 30;

    public IReadOnlyList<EarningTotals> Totals { get; private set; } = [];

    public Page<Earning> Earnings { get; private set; } = null!;

    public IReadOnlyList<PayoutDesk> Payouts { get; private set; } = [];

    /// <summary>The rates for creators that hold now or will.</summary>
    public IReadOnlyList<CommissionRate> Rates { get; private set; } = [];

    public IReadOnlyList<(TouchKind Kind, int Days)> Windows => [.. Enum.GetValues<TouchKind>().Select(kind => (kind, options.Value.TouchDays(kind)))];

    public Task<IActionResult> OnGetAsync(string? cursor, CancellationToken ct) => ShowAsync(cursor, problem: null, ct);

    public async Task<IActionResult> OnPostPayoutAsync(string? currency, string? amount, string? payee, CancellationToken ct)
    {
        try
        {
            var code = currency ?? MallOptions.DefaultCurrency;
            await ask.AskAsync(AccountKind.Creator, account.Id, code, new AskForPayout.Request(TypedMoney.Parse(amount, code).Amount, payee?.Trim() ?? "").Checked(), ct);
            return LocalRedirect("/earnings");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            return await ShowAsync(cursor: null, texts.Of(refusal), ct);
        }
    }

    private async Task<IActionResult> ShowAsync(string? cursor, string? problem, CancellationToken ct)
    {
        if (!Cursor.TryDecode(cursor, out var before, out _))
        {
            return NotFound();
        }

        Earnings = Page<Earning>.Of(await read.ListAsync(account.Id, before, Size + 1, ct), Size, earning => Cursor.Encode(earning.LineId));
        Totals = await read.TotalsAsync(account.Id, ct);
        var payouts = await PayoutDesk.NewestAsync(db, AccountKind.Creator, account.Id, ct);
        Payouts =
        [
            .. Totals.Select(totals => new PayoutDesk(
                totals.Available, options.Value.LeastPayoutIn(totals.Currency), [.. payouts.Where(payout => string.Equals(payout.Currency, totals.Currency, StringComparison.Ordinal))],
                $"/earnings?handler=Payout&currency={totals.Currency}", ask.CanPay(totals.Currency), problem)),
        ];
        Rates = await fees.OfCreatorsAsync(ct);
        return Page();
    }
}
