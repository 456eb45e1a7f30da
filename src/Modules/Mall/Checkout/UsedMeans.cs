using Sward.Mall.Coupons;
using Sward.Mall.GiftCards;
using Sward.Mall.Orders;
using Sward.Mall.Points;
using Sward.Mall.Pricing;

namespace Sward.Mall.Checkout;

/// <summary>What a purchase used up besides money, and the points that came of it, under the locks of the buyer's points and cards.</summary>
/// <param name="Purse">The buyer's points, if some went into the purchase or may have come of it.</param>
internal sealed record UsedMeans(IReadOnlyList<HeldCoupon> Coupons, PointsPurse? Purse, IReadOnlyList<GiftCardSpend> Cards)
{
    /// <summary>Reads what a purchase used; its own row is locked already.</summary>
    public static async Task<UsedMeans> OpenAsync(MallDb db, Purchase purchase, IReadOnlyList<Order> orders, CancellationToken ct)
    {
        var purse = await PurseAsync(db, purchase, [.. orders.Where(order => order.State is OrderState.Closed).Select(order => order.Id)], ct);
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

    /// <summary>A refund after the end takes its part back of the points that the order earned, even below zero: what the buyer earns next makes up for it.</summary>
    /// <param name="minor">What is refunded now, and is counted already.</param>
    public void TakePointsBack(Order order, long minor, long refundId, DateTimeOffset now)
    {
        var left = Purse?.Moves.Where(move => string.Equals(move.Key, PointsMove.Earned(order.Id), StringComparison.Ordinal) || move.Key.StartsWith(PointsMove.TakenFor(order.Id), StringComparison.Ordinal))
            .Sum(move => move.Points) ?? 0;
        var points = Rounding.HalfUp((Int128)left * minor, order.TotalMinor - order.RefundedMinor + minor);
        if (points > 0)
        {
            Purse!.Move(FormattableString.Invariant($"{PointsMove.TakenFor(order.Id)}{refundId}"), -points, now);
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

    private static async Task<PointsPurse?> PurseAsync(MallDb db, Purchase purchase, long[] closedIds, CancellationToken ct)
    {
        if (purchase.PointsUsed == 0 && closedIds.Length == 0)
        {
            return null;
        }

        var purse = (await PointsTill.LockAsync(db, [purchase.BuyerId], ct)).SingleOrDefault();
        var moves = db.PointsMoves.Where(move => move.AccountId == purchase.BuyerId);
        await moves.Where(move => move.Key == PointsMove.Returned(purchase.Id)).LoadAsync(ct);
        foreach (var orderId in closedIds)
        {
            await moves.Where(move => move.Key == PointsMove.Earned(orderId) || move.Key.StartsWith(PointsMove.TakenFor(orderId))).LoadAsync(ct);
        }

        return purse;
    }
}
