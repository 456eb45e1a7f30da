using Sward.Mall.Checkout;

namespace Sward.Mall.Coupons;

/// <summary>Uses coupons for purchases. A coupon counts once per purchase, however many orders that becomes.</summary>
internal sealed class Redemption : IMeansTill
{
    private readonly Dictionary<long, HeldCoupon> held;

    private Redemption(IEnumerable<HeldCoupon> held) => this.held = held.ToDictionary(coupon => coupon.Id);

    /// <summary>Locks the coupons of these checkouts for the length of a transaction, in the order of their keys.</summary>
    public static async Task<Redemption> LockAsync(MallDb db, IEnumerable<CheckoutWish> wishes, CancellationToken ct)
    {
        long[] ids = [.. wishes.SelectMany(wish => HeldCoupon.IdsIn(wish.Quote.Cart)).Distinct()];
        if (ids.Length == 0)
        {
            return new([]);
        }

        return new(db.Database.IsNpgsql()
            ? await db.HeldCoupons.FromSql($"SELECT * FROM mall_held_coupon WHERE id = ANY ({ids}) ORDER BY id FOR UPDATE").ToListAsync(ct)
            : await db.HeldCoupons.Where(coupon => ids.Contains(coupon.Id)).ToListAsync(ct));
    }

    public CheckoutOutcome? RefusalOf(CheckoutWish wish) => Array.TrueForAll(
        HeldCoupon.IdsIn(wish.Quote.Cart), id => held.TryGetValue(id, out var coupon) && coupon.AccountId == wish.BuyerId && coupon.PurchaseId is null) ? null : new CouponGone();

    public void Use(CheckoutWish wish, long purchaseId)
    {
        foreach (var id in HeldCoupon.IdsIn(wish.Quote.Cart))
        {
            held[id].PurchaseId = purchaseId;
        }
    }
}
