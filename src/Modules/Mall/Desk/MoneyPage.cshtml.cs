using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Sward.Mall.Commissions;
using Sward.Mall.Ledger;
using Sward.Mall.Orders;
using Sward.Mall.Payouts;
using Sward.Mall.Settlements;
using Sward.Mall.Stores;

namespace Sward.Mall.Desk;

/// <summary>What a store earned: by day, held until the after-sale window closes, its balance, statements and payouts. The figures are the ledger's and those of the orders it stands for.</summary>
[Authorize]
internal sealed class MoneyPage(MallDb db, MyStore mine, AskForPayout ask, FeeTable fees, IOptions<MallOptions> options, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    private const int ShownDays = 30;
    private const int ShownBookings = 100;
    private const int ShownStatements = 36;

    /// <summary>One booking that touched the store's claim.</summary>
    public sealed record Booking(DateTimeOffset At, EntryKind Kind, long? OrderId, string? Number, long Minor);

    public Store Store { get; private set; } = null!;

    /// <summary>Paid per day, the oldest first.</summary>
    public IReadOnlyList<DayAmount> Days { get; private set; } = [];

    public long InEscrowMinor { get; private set; }

    /// <summary>What the store may move now; negative when it owes.</summary>
    public long BalanceMinor { get; private set; }

    public long PaidOutMinor { get; private set; }

    public IReadOnlyList<Statement> Statements { get; private set; } = [];

    public PayoutDesk Payouts { get; private set; } = null!;

    public IReadOnlyList<Booking> Bookings { get; private set; } = [];

    /// <summary>What the platform takes of the store's goods.</summary>
    public IReadOnlyList<CommissionRate> Fees { get; private set; } = [];

    public Money MoneyOf(long minor) => new(minor, Store.Currency);

    public Task<IActionResult> OnGetAsync(long storeId, CancellationToken ct) => ShowAsync(storeId, problem: null, ct);

    public async Task<IActionResult> OnPostPayoutAsync(long storeId, string? amount, string? payee, CancellationToken ct)
    {
        if (await mine.FindAsync(storeId, ct) is not { } store)
        {
            return NotFound();
        }

        try
        {
            await ask.AskAsync(AccountKind.Merchant, storeId, store.Currency, new AskForPayout.Request(TypedMoney.Parse(amount, store.Currency).Amount, payee?.Trim() ?? "").Checked(), ct);
            return LocalRedirect($"/desk/{storeId}/money");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            return await ShowAsync(storeId, texts.Of(refusal), ct);
        }
    }

    private async Task<IActionResult> ShowAsync(long storeId, string? problem, CancellationToken ct)
    {
        if (await mine.FindAsync(storeId, ct) is not { } store)
        {
            return NotFound();
        }

        Store = store;
        var since = clock.GetUtcNow().AddDays(-ShownDays);
        // Ids count time, so that both databases can divide orders into days.
        var (first, perDay) = (Ids.FloorOf(since), Ids.FloorOf(since.AddDays(1)) - Ids.FloorOf(since));
        var byDay = await db.Orders.Where(o => o.StoreId == storeId && OrderStates.Sold.Contains(o.State) && o.Id >= first)
            .GroupBy(o => (o.Id - first) / perDay, (day, orders) => new { Day = day, Minor = orders.Sum(o => o.TotalMinor - o.RefundedMinor) })
            .ToDictionaryAsync(day => day.Day, day => day.Minor, ct);
        Days = [.. Enumerable.Range(0, ShownDays).Select(day => new DayAmount(since.AddDays(day + 1), byDay.GetValueOrDefault(day)))];
        InEscrowMinor = await db.Orders.Where(o => o.StoreId == storeId && OrderStates.InEscrow.Contains(o.State)).SumAsync(o => o.TotalMinor - o.RefundedMinor, ct)
            + await db.Orders.Where(o => o.StoreId == storeId && o.State == OrderState.PendingFinal).SumAsync(o => o.DepositMinor, ct);
        var mineOnly = db.Postings.Where(p => p.Account == AccountKind.Merchant && p.OwnerId == storeId);
        BalanceMinor = await db.LedgerBalances.ReadAsync(AccountKind.Merchant, storeId, store.Currency, ct);
        PaidOutMinor = await db.LedgerBalances.ReadAsync(AccountKind.PaidOut, storeId, store.Currency, ct);
        Statements = await db.Statements.AsNoTracking().Where(s => s.StoreId == storeId).OrderByDescending(s => s.Until).Take(ShownStatements).ToListAsync(ct);
        Payouts = new(
            MoneyOf(BalanceMinor), options.Value.LeastPayoutIn(store.Currency), await PayoutDesk.NewestAsync(db, AccountKind.Merchant, storeId, ct),
            $"/desk/{storeId}/money?handler=Payout", ask.CanPay(store.Currency), problem);
        Bookings = await (
            from posting in mineOnly
            join entry in db.LedgerEntries on posting.EntryId equals entry.Id
            from order in db.Orders.Where(o => o.Id == entry.OrderId).DefaultIfEmpty()
            orderby posting.EntryId descending
            select new Booking(entry.At, entry.Kind, entry.OrderId, order != null ? order.Number : null, posting.AmountMinor)).Take(ShownBookings).ToListAsync(ct);
        Fees = await fees.OfStoreAsync(store, ct);
        return Page();
    }
}
