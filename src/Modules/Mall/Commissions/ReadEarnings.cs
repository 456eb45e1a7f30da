using Sward.Mall.Ledger;
using Sward.Mall.Orders;
using Sward.Mall.Payouts;

namespace Sward.Mall.Commissions;

/// <summary>How far a commission is from being had.</summary>
internal enum EarningStage
{
    /// <summary>Bought and not paid yet, or paid and on its way.</summary>
    Expected,

    /// <summary>Received; the after-sale window is open.</summary>
    Frozen,

    /// <summary>The order is closed: it is in the balance.</summary>
    Available,

    /// <summary>All of it was refunded or cancelled.</summary>
    Reversed,
}

/// <summary>One commission of a creator: by which source, for which goods, and what of it is left.</summary>
internal sealed record Earning(long LineId, DateTimeOffset At, long ProductId, string ProductName, TouchKind Touch, long SourceId, EarningStage Stage, Money Amount);

/// <summary>What a creator has in one currency. <paramref name="Available"/> is negative when later refunds took back what was paid out.</summary>
internal sealed record EarningTotals(Money Expected, Money Frozen, Money Available, Money OnTheWay, Money Paid)
{
    public string Currency => Available.Currency;
}

/// <summary>Reads what an account earns by its notes and links.</summary>
internal sealed class ReadEarnings(MallDb db)
{
    private static readonly OrderState[] FrozenStates = StatesOf(EarningStage.Frozen);
    private static readonly OrderState[] WaitingStates = [.. StatesOf(EarningStage.Expected), .. FrozenStates];

    /// <summary>A page of commissions, the newest first.</summary>
    public async Task<IReadOnlyList<Earning>> ListAsync(long accountId, long? before, int size, CancellationToken ct)
    {
        var rows = await Mine(accountId).Where(row => before == null || row.Line.Id < before).OrderByDescending(row => row.Line.Id).Take(size).ToListAsync(ct);
        return [.. rows.Select(row => new Earning(
            row.Line.Id, row.Commission.At, row.Line.ProductId, row.Line.ProductName, row.Commission.Touch!.Value, row.Commission.SourceId!.Value, StageOf(row.State),
            new Money(row.State is OrderState.Cancelled or OrderState.Refunded ? 0 : row.Commission.KeptMinor(row.Line), row.Currency)))];
    }

    /// <summary>The sums by currency; one of the shop's own currency when there is nothing yet.</summary>
    public async Task<IReadOnlyList<EarningTotals>> TotalsAsync(long accountId, CancellationToken ct)
    {
        var waiting = await Mine(accountId).Where(row => WaitingStates.Contains(row.State))
            .GroupBy(row => new { row.Currency, IsFrozen = FrozenStates.Contains(row.State) })
            .Select(rows => new
            {
                rows.Key.Currency,
                rows.Key.IsFrozen,
                // Half up, as the shares are.
                Minor = rows.Sum(row => row.Line.TotalMinor == 0 ? row.Commission.TotalMinor
                    : ((2 * row.Commission.TotalMinor * (row.Line.TotalMinor - row.Line.RefundedMinor)) + row.Line.TotalMinor) / (2 * row.Line.TotalMinor)),
            }).ToListAsync(ct);
        var held = await db.LedgerBalances.AsNoTracking().Where(b => b.OwnerId == accountId && b.Account == AccountKind.Creator).ToListAsync(ct);
        // The account of what was paid out also has what the same person was owed for other reasons.
        var paidOut = await db.Payouts.Where(p => p.Account == AccountKind.Creator && p.OwnerId == accountId && p.State != PayoutState.Returned)
            .GroupBy(p => new { p.Currency, HasArrived = p.State == PayoutState.Paid }).Select(p => new { p.Key.Currency, p.Key.HasArrived, Minor = p.Sum(payout => payout.AmountMinor) }).ToListAsync(ct);
        var (waitingOf, heldOf, outOf) = (waiting.ToLookup(row => row.Currency, StringComparer.Ordinal), held.ToLookup(row => row.Currency, StringComparer.Ordinal), paidOut.ToLookup(row => row.Currency, StringComparer.Ordinal));
        return
        [
            .. from currency in waitingOf.Select(rows => rows.Key).Union(heldOf.Select(rows => rows.Key), StringComparer.Ordinal).Order(StringComparer.Ordinal).DefaultIfEmpty(MallOptions.DefaultCurrency)
               select new EarningTotals(
                   new(waitingOf[currency].Where(row => !row.IsFrozen).Sum(row => row.Minor), currency), new(waitingOf[currency].Where(row => row.IsFrozen).Sum(row => row.Minor), currency),
                   new(heldOf[currency].Sum(row => row.AmountMinor), currency), new(outOf[currency].Where(row => !row.HasArrived).Sum(row => row.Minor), currency),
                   new(outOf[currency].Where(row => row.HasArrived).Sum(row => row.Minor), currency)),
        ];
    }

    private IQueryable<Row> Mine(long accountId) =>
        from commission in db.LineCommissions.AsNoTracking()
        where commission.EarnerId == accountId && commission.Kind == CommissionKind.Creator
        join line in db.OrderLines on commission.LineId equals line.Id
        join order in db.Orders on commission.OrderId equals order.Id
        select new Row { Commission = commission, Line = line, State = order.State, Currency = order.Currency };

    private static EarningStage StageOf(OrderState state) => state switch
    {
        OrderState.Closed => EarningStage.Available,
        OrderState.Completed or OrderState.PartRefunded => EarningStage.Frozen,
        OrderState.Cancelled or OrderState.Refunded => EarningStage.Reversed,
        _ => EarningStage.Expected,
    };

    /// <summary>What the list calls by a name is what the sums count under it.</summary>
    private static OrderState[] StatesOf(EarningStage stage) => [.. Enum.GetValues<OrderState>().Where(state => StageOf(state) == stage)];

    private sealed class Row
    {
        public required LineCommission Commission { get; init; }
        public required OrderLine Line { get; init; }
        public OrderState State { get; init; }
        public required string Currency { get; init; }
    }
}
