using Sward.Mall.Checkout;

namespace Sward.Mall.Points;

/// <summary>Takes the points that checkouts use.</summary>
internal sealed class PointsTill : IMeansTill
{
    private readonly Dictionary<long, PointsPurse> purses;

    private PointsTill(IEnumerable<PointsPurse> purses) => this.purses = purses.ToDictionary(purse => purse.AccountId);

    /// <summary>Locks the purses of these checkouts, in the order of their keys.</summary>
    public static async Task<PointsTill> LockAsync(MallDb db, IEnumerable<CheckoutWish> wishes, CancellationToken ct)
    {
        long[] buyers = [.. wishes.Where(wish => wish.Quote.Cart.PointsUsed > 0).Select(wish => wish.BuyerId).Distinct()];
        return new(buyers.Length == 0 ? [] : await LockAsync(db, buyers, ct));
    }

    /// <summary>Locks the purses of these accounts, in the order of their keys.</summary>
    public static async Task<IReadOnlyList<PointsPurse>> LockAsync(MallDb db, long[] accountIds, CancellationToken ct) => db.Database.IsNpgsql()
        ? await db.PointsPurses.FromSql($"SELECT * FROM mall_points_purse WHERE account_id = ANY ({accountIds}) ORDER BY account_id FOR UPDATE").ToListAsync(ct)
        : await db.PointsPurses.Where(purse => accountIds.Contains(purse.AccountId)).ToListAsync(ct);

    public CheckoutOutcome? RefusalOf(CheckoutWish wish) =>
        wish.Quote.Cart.PointsUsed == 0 || purses.GetValueOrDefault(wish.BuyerId)?.Points >= wish.Quote.Cart.PointsUsed ? null : new PointsGone();

    public void Use(CheckoutWish wish, long purchaseId)
    {
        if (wish.Quote.Cart.PointsUsed > 0)
        {
            purses[wish.BuyerId].Move(PointsMove.Spent(purchaseId), -wish.Quote.Cart.PointsUsed, wish.At);
        }
    }
}
