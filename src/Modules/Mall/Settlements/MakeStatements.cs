using Sward.Mall.Ledger;

namespace Sward.Mall.Settlements;

/// <summary>Makes each store's statement of a month once the month is over. A booking that no statement has is never left out: what came late stands on the next.</summary>
internal sealed class MakeStatements(MallDb db, Backlog backlog, Months months, Ids ids, TimeProvider clock) : IClockJob
{
    /// <summary>Waits for transactions that began before the month's end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public Task RunAsync(CancellationToken ct)
    {
        var (until, _) = months.Of(clock.GetUtcNow() - Patience);
        return backlog.WorkOffAsync(Unstated(until).SelectMany(e => e.Postings).Where(p => p.Account == AccountKind.Merchant).Select(p => p.OwnerId), storeId => MakeAsync(storeId, until, ct), ct);
    }

    private IQueryable<LedgerEntry> Unstated(DateTimeOffset until) => db.LedgerEntries
        .Where(e => e.At < until && e.Postings.Any(p => p.Account == AccountKind.Merchant) && !db.StatementItems.Any(i => i.EntryId == e.Id));

    private async Task MakeAsync(long storeId, DateTimeOffset until, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // The store's lock: two nodes do not state the same bookings twice.
        await db.Stores.Where(s => s.Id == storeId).ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, s => s.Version + 1), ct);
        var entries = await Unstated(until).Where(e => e.Postings.Any(p => p.Account == AccountKind.Merchant && p.OwnerId == storeId))
            .Include(e => e.Postings).AsNoTracking().OrderBy(e => e.Id).ToListAsync(ct);
        foreach (var currency in entries.GroupBy(entry => entry.Currency, StringComparer.Ordinal))
        {
            await AddAsync(storeId, currency.Key, [.. currency], until, ct);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private async Task AddAsync(long storeId, string currency, IReadOnlyList<LedgerEntry> entries, DateTimeOffset until, CancellationToken ct)
    {
        var last = await db.Statements.AsNoTracking().Where(s => s.StoreId == storeId && s.Currency == currency).OrderByDescending(s => s.Until).FirstOrDefaultAsync(ct);
        if (last?.Until >= until)
        {
            return;
        }

        // One month after the other, also when nobody stated them for a while.
        var (opening, from) = (last?.ClosingMinor ?? 0, last?.Until ?? DateTimeOffset.MinValue);
        foreach (var month in entries.GroupBy(entry => months.Of(entry.At < from ? from : entry.At)).OrderBy(month => month.Key.From))
        {
            var id = ids.Next();
            var items = month.Select(entry => StatementItem.Of(entry, id)).ToList();
            var closing = opening + items.Sum(item => item.NetMinor);
            db.Statements.Add(new Statement
            {
                Id = id,
                StoreId = storeId,
                Currency = currency,
                From = month.Key.From,
                Until = month.Key.Until,
                OpeningMinor = opening,
                ClosingMinor = closing,
                MadeAt = clock.GetUtcNow(),
                Items = items,
            });
            opening = closing;
        }
    }
}
