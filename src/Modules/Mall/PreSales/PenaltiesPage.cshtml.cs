using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Desk;
using Sward.Mall.Ledger;
using Sward.Mall.Payouts;

namespace Sward.Mall.PreSales;

/// <summary>What stores owe a buyer beside what was paid, and how to have it paid out: a payment provider gives back no more than it took.</summary>
[Authorize]
internal sealed class PenaltiesPage(MallDb db, AskForPayout ask, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    /// <summary>One for each currency that somebody was owed in.</summary>
    public IReadOnlyList<PayoutDesk> Desks { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(problem: null, ct);

    public async Task<IActionResult> OnPostPayoutAsync(string? currency, string? amount, string? payee, CancellationToken ct)
    {
        try
        {
            var code = currency ?? MallOptions.DefaultCurrency;
            await ask.AskAsync(AccountKind.Penalty, account.Id, code, new AskForPayout.Request(TypedMoney.Parse(amount, code).Amount, payee?.Trim() ?? "").Checked(), ct);
            return LocalRedirect("/penalties");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            return await ShowAsync(texts.Of(refusal), ct);
        }
    }

    private async Task<IActionResult> ShowAsync(string? problem, CancellationToken ct)
    {
        var accountId = account.Id;
        var balances = await db.LedgerBalances.AsNoTracking().Where(b => b.Account == AccountKind.Penalty && b.OwnerId == accountId).OrderBy(b => b.Currency).ToListAsync(ct);
        var payouts = (await PayoutDesk.NewestAsync(db, AccountKind.Penalty, accountId, ct)).ToLookup(payout => payout.Currency, StringComparer.Ordinal);
        Desks =
        [
            .. balances.Select(balance => new PayoutDesk(
                new Money(balance.AmountMinor, balance.Currency), ask.LeastOf(AccountKind.Penalty, balance.Currency), [.. payouts[balance.Currency]],
                $"/penalties?handler=Payout&currency={balance.Currency}", ask.CanPay(balance.Currency), problem)),
        ];
        return Page();
    }
}
