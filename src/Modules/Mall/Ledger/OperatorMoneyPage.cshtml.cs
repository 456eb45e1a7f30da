using Microsoft.AspNetCore.Authorization;
using Sward.Mall.Desk;

namespace Sward.Mall.Ledger;

/// <summary>The mall's money as a whole: whether it adds up, and what each kind of account holds.</summary>
[Authorize(Policies.Operator)]
internal sealed class OperatorMoneyPage(MallDb db, Invariants invariants) : PageModel
{
    /// <summary>The sum over all accounts of a kind in a currency.</summary>
    public sealed record Total(AccountKind Account, int Accounts, Money Amount);

    public IReadOnlyList<string> Broken { get; private set; } = [];

    public IReadOnlyList<Total> Totals { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Broken = await invariants.BrokenAsync(ct);
        var totals = await db.LedgerBalances.GroupBy(b => new { b.Currency, b.Account })
            .Select(kind => new { kind.Key.Currency, kind.Key.Account, Accounts = kind.Count(), Minor = kind.Sum(b => b.AmountMinor) }).ToListAsync(ct);
        Totals = [.. totals.OrderBy(total => total.Currency, StringComparer.Ordinal).ThenBy(total => total.Account).Select(total => new Total(total.Account, total.Accounts, new(total.Minor, total.Currency)))];
    }
}
