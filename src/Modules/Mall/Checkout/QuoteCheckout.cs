using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Catalog;
using Sward.Mall.Courses;
using Sward.Mall.Pricing;

namespace Sward.Mall.Checkout;

/// <summary>Says what the goods would cost, every step explained. Changes nothing.</summary>
internal sealed class QuoteCheckout(MallDb db, PriceCart prices, OrderCourses courses)
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
        await courses.CheckAsync(buyerId, quote, ct);
        long[] missing = [.. wanted.Select(line => line.SkuId).Except(quote.Goods.Select(goods => goods.SkuId))];
        return missing.Length == 0 ? quote : throw await RefusalOfAsync(missing, ct);
    }

    /// <summary>Why goods cannot be bought: they never could here, or not any more.</summary>
    private async Task<Refusal> RefusalOfAsync(long[] skuIds, CancellationToken ct) =>
        await db.Products.AnyAsync(p => p.Kind == GoodsKind.LeadForm && db.Skus.Any(sku => sku.ProductId == p.Id && skuIds.Contains(sku.Id)), ct)
            ? new("mall.not-bought-here", StatusCodes.Status422UnprocessableEntity)
            : new("mall.not-on-sale");

    private static async Task<Ok<QuoteView>> HandleAsync(
        Request request, QuoteCheckout quotes, ICurrentAccount account, IStringLocalizer texts, CancellationToken ct) =>
        TypedResults.Ok(QuoteView.Of(await quotes.QuoteAsync(account.Id, request.Lines, request.ToMeans(), ct), texts));
}
