using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;

namespace Sward.Mall.GiftCards;

/// <summary>The gift cards that people have: taking one by its code, seeing what is left, and what they would pay of a sum.</summary>
internal sealed class GiftCardWallet(MallDb db, TimeProvider clock)
{
    private const int Most = 100;

    public sealed record Request([property: Required, StringLength(40, MinimumLength = 1)] string Code);

    /// <summary>A card as its owner sees it; <paramref name="Id"/> is what a quote's <c>giftCards</c> name.</summary>
    public sealed record View(long Id, Money Issued, Money Balance, DateTimeOffset Until)
    {
        public static View Of(GiftCard card) => new(card.Id, new Money(card.IssuedMinor, card.Currency), new Money(card.BalanceMinor, card.Currency), card.Until);
    }

    public static void Map(IEndpointRouteBuilder cards)
    {
        cards.MapGet("/mine", async Task<Ok<Page<View>>> (GiftCardWallet wallet, ICurrentAccount account, CancellationToken ct) =>
                TypedResults.Ok(new Page<View>(await wallet.ListAsync(account.Id, ct), Next: null)))
            .WithName("ListMyGiftCards")
            .RequireAuthorization();
        cards.MapPost("/claim", async Task<Ok<View>> (Request request, GiftCardWallet wallet, ICurrentAccount account, CancellationToken ct) =>
                TypedResults.Ok(await wallet.ClaimAsync(account.Id, request.Code, ct)))
            .WithName("ClaimGiftCard")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization();
    }

    /// <summary>Those with something left on them, the ones that end first in front.</summary>
    public async Task<IReadOnlyList<View>> ListAsync(long accountId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var cards = await db.GiftCards.AsNoTracking().Where(c => c.OwnerId == accountId && c.Until > now && c.BalanceMinor > 0)
            .OrderBy(c => c.Until).ThenBy(c => c.Id).Take(Most).ToListAsync(ct);
        return cards.ConvertAll(View.Of);
    }

    /// <summary>Makes a card one's own. A wrong code and a card of somebody else look the same.</summary>
    public async Task<View> ClaimAsync(long accountId, string typed, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var hash = GiftCardCode.Read(typed)?.Hash;
        if (hash is null || await db.GiftCards.Where(c => c.CodeHash == hash && (c.OwnerId == null || c.OwnerId == accountId) && c.Until > now)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.OwnerId, accountId).SetProperty(c => c.ClaimedAt, c => c.ClaimedAt ?? now), ct) == 0)
        {
            throw new Refusal("mall.gift-card-not-found", StatusCodes.Status404NotFound);
        }

        return View.Of(await db.GiftCards.AsNoTracking().SingleAsync(c => c.CodeHash == hash, ct));
    }

    /// <summary>What these cards of an account would pay of a sum, one after the other.</summary>
    /// <exception cref="Refusal">One of them is not theirs, or of another currency.</exception>
    public async Task<IReadOnlyList<CardUse>> UseAsync(long accountId, IReadOnlyList<long> cardIds, Money sum, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var cards = await db.GiftCards.AsNoTracking().Where(c => cardIds.Contains(c.Id) && c.OwnerId == accountId && c.Currency == sum.Currency).ToDictionaryAsync(c => c.Id, ct);
        var (uses, left) = (new List<CardUse>(), sum.Amount);
        foreach (var id in cardIds.Distinct())
        {
            var card = cards.GetValueOrDefault(id) ?? throw new Refusal("mall.gift-card-not-found", StatusCodes.Status404NotFound);
            var part = card.PaysAt(now) ? Math.Min(card.BalanceMinor, left) : 0;
            if (part > 0)
            {
                uses.Add(new CardUse(id, part));
                left -= part;
            }
        }

        return uses;
    }
}
