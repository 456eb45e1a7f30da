using Sward.Mall.Coupons;
using Sward.Mall.GiftCards;
using Sward.Mall.Points;

namespace Sward.Mall.Checkout;

/// <summary>What a purchase used up besides money, under the locks of the buyer's points and cards.</summary>
/// <param name="Purse">The buyer's points, if some went into the purchase.</param>
internal sealed record UsedMeans(IReadOnlyList<HeldCoupon> Coupons, PointsPurse? Purse, IReadOnlyList<GiftCardSpend> Cards)
{
    /// <summary>Reads what a purchase used; its own row is locked already.</summary>
    public static async Task<UsedMeans> OpenAsync(MallDb db, Purchase purchase, CancellationToken ct)
    {
        PointsPurse? purse = null;
        if (purchase.PointsUsed > 0)
        {
            purse = (await PointsTill.LockAsync(db, [purchase.BuyerId], ct))[0];
            await db.PointsMoves.Where(move => move.AccountId == purchase.BuyerId && move.Key == PointsMove.Returned(purchase.Id)).LoadAsync(ct);
        }

        var cards = new List<GiftCardSpend>();
        if (purchase.CardsMinor > 0)
        {
            cards = await db.GiftCardSpends.Where(spend => spend.PurchaseId == purchase.Id).OrderBy(spend => spend.CardId).ToListAsync(ct);
            await GiftCardTill.LockAsync(db, [.. cards.Select(spend => spend.CardId)], ct);
        }

        return new(await db.HeldCoupons.Where(coupon => coupon.PurchaseId == purchase.Id).ToListAsync(ct), purse, cards);
    }

    /// <summary>Gives coupons and points back; doing it again changes nothing.</summary>
    public void GiveBack(Purchase purchase, DateTimeOffset now)
    {
        foreach (var coupon in Coupons)
        {
            coupon.PurchaseId = null;
        }

        if (Purse is not null && !Purse.Moves.Exists(move => string.Equals(move.Key, PointsMove.Returned(purchase.Id), StringComparison.Ordinal)))
        {
            Purse.Move(PointsMove.Returned(purchase.Id), purchase.PointsUsed, now);
        }
    }

    /// <summary>Gives the cards of a purchase that nobody paid for back what they would have paid.</summary>
    public void GiveCardsBack(DateTimeOffset now)
    {
        foreach (var spend in Cards)
        {
            spend.Return(spend.LeftMinor, now);
        }
    }

    /// <summary>
    /// The part of a refund that goes back to gift cards. Cards and money share every refund as they shared the payment; what rounds is carried, so that in the end each has
    /// exactly what it paid.
    /// </summary>
    /// <param name="refundedMinor">What was refunded of the purchase before.</param>
    /// <param name="minor">What is refunded now.</param>
    public IReadOnlyList<(GiftCardSpend Spend, long Minor)> ShareOf(Purchase purchase, long refundedMinor, long minor)
    {
        long CardsOf(long refunded) => purchase.TotalMinor == 0 ? 0 : (long)((Int128)refunded * purchase.CardsMinor / purchase.TotalMinor);
        var parts = new List<(GiftCardSpend, long)>();
        var left = CardsOf(refundedMinor + minor) - CardsOf(refundedMinor);
        foreach (var spend in Cards)
        {
            var part = Math.Min(left, spend.LeftMinor);
            if (part > 0)
            {
                parts.Add((spend, part));
                left -= part;
            }
        }

        return parts;
    }
}
