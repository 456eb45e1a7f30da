using Microsoft.AspNetCore.Authorization;
using Sward.Mall.Ledger;
using Sward.Mall.Orders;
using Sward.Mall.Stores;

namespace Sward.Mall.Desk;

/// <summary>What a store earned: by day, held until the after-sale window closes, and settled. The figures are sums over the ledger and the orders it stands for.</summary>
[Authorize]
internal sealed class MoneyPage(MallDb db, MyStore mine, TimeProvider clock) : PageModel
{
    private const int ShownDays = 30;
    private const int ShownBookings = 100;

    /// <summary>One booking that touched the store's claim.</summary>
    public sealed record Booking(DateTimeOffset At, EntryKind Kind, long? OrderId, string? Number, long Minor);

    public Store Store { get; private set; } = null!;

    /// <summary>Paid per day, the oldest first.</summary>
    public IReadOnlyList<long> Days { get; private set; } = [];

    public long InEscrowMinor { get; private set; }

    public long SettledMinor { get; private set; }

    public IReadOnlyList<Booking> Bookings { get; private set; } = [];

    public Money MoneyOf(long minor) => new(minor, Store.Currency);

    public async Task<IActionResult> OnGetAsync(long storeId, CancellationToken ct)
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
        Days = [.. Enumerable.Range(0, ShownDays).Select(day => byDay.GetValueOrDefault(day))];
        InEscrowMinor = await db.Orders.Where(o => o.StoreId == storeId && OrderStates.InEscrow.Contains(o.State)).SumAsync(o => o.TotalMinor - o.RefundedMinor, ct);
        var mineOnly = db.Postings.Where(p => p.Account == AccountKind.Merchant && p.OwnerId == storeId);
        SettledMinor = await mineOnly.SumAsync(p => p.AmountMinor, ct);
        Bookings = await (
            from posting in mineOnly
            join entry in db.LedgerEntries on posting.EntryId equals entry.Id
            from order in db.Orders.Where(o => o.Id == entry.OrderId).DefaultIfEmpty()
            orderby posting.EntryId descending
            select new Booking(entry.At, entry.Kind, entry.OrderId, order != null ? order.Number : null, posting.AmountMinor)).Take(ShownBookings).ToListAsync(ct);
        return Page();
    }
}
