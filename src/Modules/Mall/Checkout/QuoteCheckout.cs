using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Pricing;

namespace Sward.Mall.Checkout;

/// <summary>Says what the goods would cost, every step explained. Changes nothing.</summary>
internal sealed class QuoteCheckout(MallDb db, PriceCart prices)
{
    /// <summary>Without lines: the cart.</summary>
    /// <param name="Coupons">Ids of the coupons to use, none if it is empty; without it, the best of those the buyer has.</param>
    /// <param name="Points">The most points to use.</param>
    /// <param name="GiftCards">Ids of the gift cards to pay with, in this order.</param>
    public sealed record Request(
        [property: MaxLength(MallOptions.MaxLines)] IReadOnlyList<LineRequest>? Lines,
        [property: MaxLength(MallOptions.MaxCoupons)] IReadOnlyList<string>? Coupons = null,
        [property: Range(0, 1_000_000_000)] long? Points = null,
        [property: MaxLength(MallOptions.MaxGiftCards)] IReadOnlyList<long>? GiftCards = null)
    {
        public Means ToMeans() => new(Coupons, Points ?? 0, GiftCards);
    }

    public sealed record LineRequest(long SkuId, [property: Range(1, MallOptions.MaxUnits)] int Quantity);

    public static void Map(IEndpointRouteBuilder checkout) => checkout
        .MapPost("/quote", HandleAsync)
        .WithName("QuoteCheckout")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization();

    /// <summary>Prices the lines, or the buyer's cart when there are none. Refuses goods that are not on sale, and an empty cart.</summary>
    public async Task<Quote> QuoteAsync(long buyerId, IReadOnlyList<LineRequest>? lines, Means means, CancellationToken ct)
    {
        var wanted = lines is { Count: > 0 }
            ? [.. lines.Select(line => new WantedUnits(line.SkuId, line.Quantity))]
            : await db.CartLines.AsNoTracking().Where(line => line.AccountId == buyerId)
                .OrderBy(line => line.AddedAt).ThenBy(line => line.SkuId)
                .Select(line => new WantedUnits(line.SkuId, line.Quantity)).ToListAsync(ct);
        if (wanted.Count == 0)
        {
            throw new Refusal("mall.cart-empty", StatusCodes.Status422UnprocessableEntity);
        }

        if (wanted.Sum(line => line.Quantity) > MallOptions.MaxUnitsTogether)
        {
            throw new Refusal("mall.too-many-units", StatusCodes.Status422UnprocessableEntity, MallOptions.MaxUnitsTogether);
        }

        var quote = await prices.PriceAsync(wanted, new Buyer(buyerId), means, ct);
        return wanted.All(line => quote.Goods.Any(goods => goods.SkuId == line.SkuId))
            ? quote
            : throw new Refusal("mall.not-on-sale");
    }

    private static async Task<Ok<QuoteView>> HandleAsync(
        Request request, QuoteCheckout quotes, ICurrentAccount account, IStringLocalizer texts, CancellationToken ct) =>
        TypedResults.Ok(QuoteView.Of(await quotes.QuoteAsync(account.Id, request.Lines, request.ToMeans(), ct), texts));
}
