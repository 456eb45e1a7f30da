using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Mall.Desk;

namespace Sward.Mall.Ledger;

/// <summary>The mall's money as a whole: whether it adds up, and what each kind of account holds.</summary>
[Authorize(Policies.Operator)]
internal sealed class OperatorMoneyPage(MallDb db, Invariants invariants, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    private const int ShownDays = 30;

    /// <summary>The accounts that are shown by day, and the sign that their postings have there: what buyers pay leaves them.</summary>
    private static readonly (AccountKind Account, int Sign)[] ByDay = [(AccountKind.Buyer, -1), (AccountKind.Refund, 1), (AccountKind.Commission, 1)];

    /// <summary>The sum over all accounts of a kind in a currency.</summary>
    public sealed record Total(AccountKind Account, int Accounts, Money Amount);

    public IReadOnlyList<string> Broken { get; private set; } = [];

    public IReadOnlyList<Total> Totals { get; private set; } = [];

    /// <summary>Money in, refunds and the platform's commission by day, for each currency that moved.</summary>
    public IReadOnlyList<DayPlot> Plots { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Broken = await invariants.BrokenAsync(ct);
        var totals = await db.LedgerBalances.GroupBy(b => new { b.Currency, b.Account })
            .Select(kind => new { kind.Key.Currency, kind.Key.Account, Accounts = kind.Count(), Minor = kind.Sum(b => b.AmountMinor) }).ToListAsync(ct);
        Totals = [.. totals.OrderBy(total => total.Currency, StringComparer.Ordinal).ThenBy(total => total.Account).Select(total => new Total(total.Account, total.Accounts, new(total.Minor, total.Currency)))];
        Plots = await PlotsAsync(ct);
    }

    private async Task<IReadOnlyList<DayPlot>> PlotsAsync(CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddDays(-ShownDays);
        // Ids count time, so that both databases can divide entries into days.
        var (first, perDay) = (Ids.FloorOf(since), Ids.FloorOf(since.AddDays(1)) - Ids.FloorOf(since));
        var shown = ByDay.Select(row => row.Account).ToArray();
        var moved = await (
            from entry in db.LedgerEntries
            where entry.Id >= first
            from posting in entry.Postings
            where shown.Contains(posting.Account)
            group posting.AmountMinor by new { entry.Currency, posting.Account, Day = (entry.Id - first) / perDay } into day
            select new { day.Key.Currency, day.Key.Account, day.Key.Day, Minor = day.Sum() }).ToListAsync(ct);
        var byDay = moved.ToDictionary(day => (day.Currency, day.Account, day.Day), day => day.Minor);
        return
        [
            .. from currency in moved.Select(day => day.Currency).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
               from row in ByDay
               select new DayPlot(
                   texts[$"mall.accounts.by-day.{row.Account}", currency], currency,
                   [.. Enumerable.Range(0, ShownDays).Select(day => new DayAmount(since.AddDays(day + 1), row.Sign * byDay.GetValueOrDefault((currency, row.Account, day))))]),
        ];
    }
}
