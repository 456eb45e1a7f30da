using System.Globalization;

namespace Sward.Mall.Ledger;

/// <summary>Keeps <see cref="LedgerBalance"/> in step with the postings that a save writes.</summary>
internal static class Balances
{
    /// <summary>What the postings that wait to be saved do to each account, in the order of the accounts' keys: two transactions that touch the same accounts lock them alike.</summary>
    public static IReadOnlyList<LedgerBalance> MovedBy(MallDb db)
    {
        var entries = db.ChangeTracker.Entries<LedgerEntry>().Where(e => e.State is EntityState.Added).Select(e => e.Entity).ToList();
        return entries.Count == 0 ? [] :
        [
            .. from entry in entries
               from posting in entry.Postings
               group posting.AmountMinor by (posting.Account, posting.OwnerId, entry.Currency) into account
               orderby account.Key
               select new LedgerBalance { Account = account.Key.Account, OwnerId = account.Key.OwnerId, Currency = account.Key.Currency, AmountMinor = account.Sum() },
        ];
    }

    /// <summary>Adds the movements to the balances, each by one statement, in the caller's transaction.</summary>
    public static async Task ApplyAsync(MallDb db, IReadOnlyList<LedgerBalance> moved, CancellationToken ct)
    {
        foreach (var move in moved)
        {
            // Most accounts exist. One that is new may be made by another transaction at the same moment; then it exists after all.
            if (!await TryAddAsync(db, move, ct) && !await db.InsertOnceAsync(move, ct) && !await TryAddAsync(db, move, ct))
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The balance of {move.Account} {move.OwnerId} cannot be written."));
            }
        }
    }

    private static async Task<bool> TryAddAsync(MallDb db, LedgerBalance move, CancellationToken ct) =>
        await db.LedgerBalances.Of(move.Account, move.OwnerId, move.Currency)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.AmountMinor, b => b.AmountMinor + move.AmountMinor), ct) == 1;

    /// <summary>The balance of one account.</summary>
    public static IQueryable<LedgerBalance> Of(this IQueryable<LedgerBalance> balances, AccountKind account, long ownerId, string currency) =>
        balances.Where(b => b.Account == account && b.OwnerId == ownerId && b.Currency == currency);

    /// <summary>What an account holds; an account without postings holds nothing.</summary>
    public static Task<long> ReadAsync(this IQueryable<LedgerBalance> balances, AccountKind account, long ownerId, string currency, CancellationToken ct) =>
        balances.Of(account, ownerId, currency).Select(b => b.AmountMinor).SingleOrDefaultAsync(ct);
}
