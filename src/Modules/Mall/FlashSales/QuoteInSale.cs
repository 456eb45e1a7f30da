using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Checkout;
using Sward.Mall.Pricing;

namespace Sward.Mall.FlashSales;

/// <summary>Says what units of a sale cost in all, with freight and by which means, also before it starts: whoever asks for units has agreed to that. Changes nothing.</summary>
internal sealed class QuoteInSale(MallDb db, PriceCart prices, TimeProvider clock)
{
    /// <summary>How many, and by which means.</summary>
    /// <param name="Coupons">Ids of the coupons to use, none if it is empty; without it, the best of those the buyer has.</param>
    /// <param name="Points">The most points to use.</param>
    /// <param name="GiftCards">Ids of the gift cards to pay with, in this order.</param>
    public sealed record Request(
        [property: Range(1, MallOptions.MaxUnits)] int Quantity,
        [property: MaxLength(MallOptions.MaxCoupons)] IReadOnlyList<string>? Coupons = null,
        [property: Range(0, Means.MostPoints)] long? Points = null,
        [property: MaxLength(MallOptions.MaxGiftCards)] IReadOnlyList<long>? GiftCards = null)
    {
        public Means ToMeans() => new(Coupons, Points ?? 0, GiftCards);
    }

    public static void Map(IEndpointRouteBuilder sales) => sales
        .MapPost("/{saleId:long}/quote", HandleAsync)
        .WithName("QuoteFlashSale")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization();

    /// <summary>Prices units of a sale that is not over.</summary>
    public async Task<Quote> QuoteAsync(long saleId, long buyerId, int quantity, Means means, CancellationToken ct)
    {
        var sale = await FindAsync(saleId, ct);
        return sale.State is FlashSaleState.Planned or FlashSaleState.Running && clock.GetUtcNow() < sale.EndsAt
            ? await PriceAsync(sale, buyerId, quantity, means, ct)
            : throw new Refusal("mall.flash-sale-not-open");
    }

    /// <summary>The same for whoever knows the sale.</summary>
    public async Task<Quote> PriceAsync(FlashSale sale, long buyerId, int quantity, Means means, CancellationToken ct)
    {
        var quote = await prices.PriceAsync([new WantedUnits(sale.SkuId, quantity)], new Buyer(buyerId), means, ct, sale);
        return quote.Goods.Count == 0 ? throw new Refusal("mall.not-on-sale") : quote;
    }

    public async Task<FlashSale> FindAsync(long saleId, CancellationToken ct) => await db.FlashSales.AsNoTracking()
        .SingleOrDefaultAsync(s => s.Id == saleId, ct) ?? throw new Refusal("mall.flash-sale-not-found", StatusCodes.Status404NotFound);

    private static async Task<Ok<QuoteView>> HandleAsync(long saleId, Request request, QuoteInSale quotes, ICurrentAccount account, IStringLocalizer texts, CancellationToken ct) =>
        TypedResults.Ok(QuoteView.Of(await quotes.QuoteAsync(saleId, account.Id, request.Quantity, request.ToMeans(), ct), texts));
}
