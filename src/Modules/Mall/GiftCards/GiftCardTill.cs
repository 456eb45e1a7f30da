using Sward.Mall.Checkout;

namespace Sward.Mall.GiftCards;

/// <summary>What one gift card pays of a checkout.</summary>
internal sealed record CardUse(long CardId, long AmountMinor);

/// <summary>Takes what checkouts pay with gift cards.</summary>
internal sealed class GiftCardTill : IMeansTill
{
    private readonly MallDb db;
    private readonly Dictionary<long, GiftCard> cards;

    private GiftCardTill(MallDb db, IEnumerable<GiftCard> cards) => (this.db, this.cards) = (db, cards.ToDictionary(card => card.Id));

    /// <summary>Locks the cards of these checkouts, in the order of their keys.</summary>
    public static async Task<GiftCardTill> LockAsync(MallDb db, IEnumerable<CheckoutWish> wishes, CancellationToken ct)
    {
        long[] ids = [.. wishes.SelectMany(wish => wish.Quote.Cards).Select(use => use.CardId).Distinct()];
        return new(db, ids.Length == 0 ? [] : await LockAsync(db, ids, ct));
    }

    /// <summary>Locks these cards, in the order of their keys.</summary>
    public static async Task<IReadOnlyList<GiftCard>> LockAsync(MallDb db, long[] ids, CancellationToken ct) => db.Database.IsNpgsql()
        ? await db.GiftCards.FromSql($"SELECT * FROM mall_gift_card WHERE id = ANY ({ids}) ORDER BY id FOR UPDATE").ToListAsync(ct)
        : await db.GiftCards.Where(card => ids.Contains(card.Id)).ToListAsync(ct);

    public CheckoutOutcome? RefusalOf(CheckoutWish wish) => wish.Quote.Cards.All(use =>
        cards.TryGetValue(use.CardId, out var card) && card.OwnerId == wish.BuyerId && card.PaysAt(wish.At) && card.BalanceMinor >= use.AmountMinor) ? null : new GiftCardGone();

    public void Use(CheckoutWish wish, long purchaseId)
    {
        foreach (var use in wish.Quote.Cards)
        {
            cards[use.CardId].Spend(use.AmountMinor);
            db.GiftCardSpends.Add(new GiftCardSpend { CardId = use.CardId, PurchaseId = purchaseId, AmountMinor = use.AmountMinor });
        }
    }
}
