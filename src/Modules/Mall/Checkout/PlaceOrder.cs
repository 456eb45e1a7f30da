using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Mall.Catalog;
using Sward.Mall.Deliveries;
using Sward.Mall.Orders;
using Sward.Mall.Payments;

namespace Sward.Mall.Checkout;

/// <summary>Turns a quote into orders that hold their stock and wait for one payment.</summary>
internal sealed class PlaceOrder(MallDb db, QuoteCheckout quotes, CheckoutQueue queue, ReadOrders orders, AskProviders providers, IOptions<MallOptions> options, TimeProvider clock)
{
    /// <summary>The same as was quoted, and the quote's id: the buyer agreed to that price.</summary>
    /// <param name="Deliveries">When large goods shall come, by variant; without, on the first day that their stores offer.</param>
    /// <param name="ReturnTerms">The version of the text about goods that cannot be returned, when the quote has one and the buyer has confirmed it.</param>
    public sealed record Request(
        [property: MaxLength(MallOptions.MaxLines)] IReadOnlyList<QuoteCheckout.LineRequest>? Lines, long AddressId, [property: Required] string QuoteId,
        [property: MaxLength(MallOptions.MaxCoupons)] IReadOnlyList<string>? Coupons = null,
        [property: Range(0, 1_000_000_000)] long? Points = null,
        [property: MaxLength(MallOptions.MaxGiftCards)] IReadOnlyList<long>? GiftCards = null,
        [property: MaxLength(MallOptions.MaxLines)] IReadOnlyList<DeliveryWish>? Deliveries = null,
        [property: MaxLength(20)] string? ReturnTerms = null)
    {
        public Means ToMeans() => new(Coupons, Points ?? 0, GiftCards);
    }

    public sealed record Response(long Id, IReadOnlyList<OrderView> Orders, PaymentView Payment);

    public static void Map(IEndpointRouteBuilder checkout) => checkout
        .MapPost("", HandleAsync)
        .WithName("PlaceOrder")
        .WithIdempotency(required: true)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .RequireAuthorization();

    /// <summary>Places the order, or says which purchase this key has made before.</summary>
    /// <param name="key">Made by the client for this one purchase; the same key never buys twice.</param>
    /// <param name="once">Where an API request keeps its answer; a page has none.</param>
    public Task<Placed> PlaceAsync(long buyerId, Request request, string key, Idempotency? once, CancellationToken ct) =>
        PlaceAsync(buyerId, key, () => PrepareAsync(buyerId, request, key, once, ct), ct);

    /// <summary>The same for a checkout that is prepared elsewhere.</summary>
    public async Task<Placed> PlaceAsync(long buyerId, string key, Func<Task<CheckoutWish>> prepareAsync, CancellationToken ct)
    {
        if (await EarlierAsync(buyerId, key, ct) is { } earlier)
        {
            return earlier;
        }

        var wish = await prepareAsync();
        // What is sold out is refused without a transaction. The key is asked for again: the last unit may have gone to another try of this very purchase.
        if (wish.Quote.IsShort)
        {
            return await EarlierAsync(buyerId, key, ct) ?? throw new Refusal("mall.sold-out");
        }

        var outcome = await queue.SubmitAsync(wish, ct);
        var placed = outcome as Placed ?? throw outcome.ToRefusal();
        await providers.SettleFreeAsync(wish, placed, ct);
        return placed;
    }

    /// <summary>Checks and prices a checkout until only its stock is in question.</summary>
    public async Task<CheckoutWish> PrepareAsync(long buyerId, Request request, string key, Idempotency? once, CancellationToken ct)
    {
        var address = await db.Addresses.AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.AddressId && a.AccountId == buyerId, ct)
            ?? throw new Refusal("mall.address-not-found", StatusCodes.Status404NotFound);
        var quote = await quotes.QuoteAsync(buyerId, request.Lines, request.ToMeans(), ct);
        if (!string.Equals(quote.Id, request.QuoteId, StringComparison.Ordinal))
        {
            throw new Refusal("mall.price-changed");
        }

        if (quote.AsksForReturnTerms && !string.Equals(request.ReturnTerms, ReturnRules.TextVersion, StringComparison.Ordinal))
        {
            throw new Refusal("mall.return-terms-unconfirmed", StatusCodes.Status422UnprocessableEntity);
        }

        var provider = options.Value.ProviderFor(quote.MoneyOf(quote.DueMinor));
        var now = clock.GetUtcNow();
        return new CheckoutWish(buyerId, key, quote, ShipTo.Of(address), provider, now, now.AddMinutes(options.Value.HoldMinutes), once)
        {
            Deliveries = DeliveryWish.Check(quote, request.Deliveries),
            ReturnTerms = quote.AsksForReturnTerms ? ReturnRules.TextVersion : null,
        };
    }

    /// <summary>What an API request is answered.</summary>
    public async Task<Created<Response>> AnswerAsync(Placed placed, Idempotency once, CancellationToken ct)
    {
        var answer = placed.Answer ?? await AnswerAgainAsync(placed.PurchaseId, once, ct);
        return TypedResults.Created(LocationOf(answer), answer);
    }

    private async Task<Placed?> EarlierAsync(long buyerId, string key, CancellationToken ct) =>
        await db.Purchases.Where(p => p.BuyerId == buyerId && p.Key == key).Select(p => (long?)p.Id).SingleOrDefaultAsync(ct) is { } purchaseId
            ? new Placed(purchaseId, Answer: null)
            : null;

    /// <summary>The answer to a key that has bought before. Its first answer is kept for a day; after that the purchase itself answers, as it is now.</summary>
    private async Task<Response> AnswerAgainAsync(long purchaseId, Idempotency once, CancellationToken ct)
    {
        if (await once.IsTakenAsync(db, ct))
        {
            throw new IdempotencyKeyTaken();
        }

        var payment = await db.Payments.AsNoTracking().Where(p => p.PurchaseId == purchaseId).OrderBy(p => p.Id).FirstAsync(ct);
        return new(purchaseId, await orders.OfPurchaseAsync(purchaseId, ct), PaymentView.Of(payment));
    }

    private static async Task<Created<Response>> HandleAsync(
        Request request, PlaceOrder place, Idempotency once, ICurrentAccount account, CancellationToken ct)
    {
        var placed = await place.PlaceAsync(account.Id, request, once.Key!, once, ct);
        return await place.AnswerAsync(placed, once, ct);
    }

    public static string LocationOf(Response answer) => $"/api/v1/payments/{answer.Payment.Id}";
}
