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

    private static readonly OrderState[] Held = [OrderState.Paid, OrderState.ToShip, OrderState.Shipped, OrderState.Completed, OrderState.PartRefunded];

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
        var recent = await db.Orders.Where(o => o.StoreId == storeId && o.PlacedAt >= since && o.State != OrderState.PendingPayment && o.State != OrderState.Cancelled)
            .Select(o => new { o.PlacedAt, Minor = o.TotalMinor - o.RefundedMinor }).ToListAsync(ct);
        var byDay = recent.ToLookup(o => (int)(o.PlacedAt - since).TotalDays, o => o.Minor);
        Days = [.. Enumerable.Range(0, ShownDays).Select(day => byDay[day].Sum())];
        InEscrowMinor = await db.Orders.Where(o => o.StoreId == storeId && Held.Contains(o.State)).SumAsync(o => o.TotalMinor - o.RefundedMinor, ct);
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
