using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Mall.Addresses;
using Sward.Mall.Checkout;
using Sward.Mall.Pricing;

namespace Sward.Mall.PreSales;

/// <summary>
/// Orders units in a pre-sale: the whole price is decided now, with the offers that are open to everybody, and split into the deposit and the rest. Coupons, points and gift
/// cards have no place in it: what would become of them if the deposit is lost?
/// </summary>
internal sealed class OrderInPreSale(MallDb db, PriceCart prices, PlaceOrder place, IOptions<MallOptions> options, TimeProvider clock)
{
    private static readonly Means Money = new(Coupons: []);

    public sealed record QuoteRequest([property: Range(1, MallOptions.MaxUnits)] int Quantity);

    /// <summary>The same as was quoted, and the quote's id: the buyer agreed to that price.</summary>
    public sealed record Request([property: Range(1, MallOptions.MaxUnits)] int Quantity, long AddressId, [property: Required] string QuoteId);

    /// <summary>What units of a pre-sale would cost, and when.</summary>
    /// <param name="Deposit">To be paid now.</param>
    /// <param name="Rest">To be paid in the window of the rest.</param>
    public sealed record QuoteResponse(QuoteView Quote, Money Deposit, Money Rest, DateTimeOffset FinalFrom, DateTimeOffset FinalUntil, DateOnly ShipBy)
    {
        public static QuoteResponse Of(Quote quote, PreSale sale, IStringLocalizer texts) => new(
            QuoteView.Of(quote, texts), quote.MoneyOf(quote.Cart.DepositMinor), quote.MoneyOf(quote.Cart.RestMinor), sale.FinalFrom, sale.FinalUntil, sale.ShipBy);
    }

    public static void Map(IEndpointRouteBuilder sales)
    {
        sales.MapPost("/{preSaleId:long}/quote", HandleQuoteAsync)
            .WithName("QuotePreSale")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .RequireAuthorization();
        sales.MapPost("/{preSaleId:long}/orders", HandleAsync)
            .WithName("OrderInPreSale")
            .WithIdempotency(required: true)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .RequireAuthorization();
    }

    /// <summary>Prices units of a pre-sale that takes deposits now.</summary>
    public async Task<(Quote Quote, PreSale Sale)> QuoteAsync(long preSaleId, long buyerId, int quantity, CancellationToken ct)
    {
        var sale = await db.PreSales.AsNoTracking().SingleOrDefaultAsync(s => s.Id == preSaleId, ct)
            ?? throw new Refusal("mall.pre-sale-not-found", StatusCodes.Status404NotFound);
        if (!sale.IsOpenAt(clock.GetUtcNow()))
        {
            throw new PreSaleNotOpen().ToRefusal();
        }

        var quote = await prices.PriceAsync([new WantedUnits(sale.SkuId, quantity)], new Buyer(buyerId), Money, ct, preSale: sale);
        return quote switch
        {
            { Goods: [] } => throw new Refusal("mall.not-on-sale"),
            // Other offers have left nothing to split.
            { Cart: { DepositMinor: 0 } or { RestMinor: 0 } } => throw new Refusal("mall.pre-sale-too-cheap"),
            _ => (quote, sale),
        };
    }

    /// <summary>Makes the order, or says which purchase this key has made before.</summary>
    /// <param name="once">Where an API request keeps its answer; a page has none.</param>
    public Task<Placed> PlaceAsync(long preSaleId, long buyerId, Request request, string key, Idempotency? once, CancellationToken ct) =>
        place.PlaceAsync(buyerId, key, () => PrepareAsync(preSaleId, buyerId, request, key, once, ct), ct);

    private async Task<CheckoutWish> PrepareAsync(long preSaleId, long buyerId, Request request, string key, Idempotency? once, CancellationToken ct)
    {
        var address = await db.Addresses.AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.AddressId && a.AccountId == buyerId, ct)
            ?? throw new Refusal("mall.address-not-found", StatusCodes.Status404NotFound);
        var (quote, sale) = await QuoteAsync(preSaleId, buyerId, request.Quantity, ct);
        if (!string.Equals(quote.Id, request.QuoteId, StringComparison.Ordinal))
        {
            throw new Refusal("mall.price-changed");
        }

        var now = clock.GetUtcNow();
        return new CheckoutWish(buyerId, key, quote, ShipTo.Of(address), options.Value.ProviderFor(quote.MoneyOf(quote.DueMinor)), now, now.AddMinutes(options.Value.DepositHoldMinutes), once)
        {
            PreSale = sale,
        };
    }

    private static async Task<Ok<QuoteResponse>> HandleQuoteAsync(
        long preSaleId, QuoteRequest request, OrderInPreSale order, ICurrentAccount account, IStringLocalizer texts, CancellationToken ct)
    {
        var (quote, sale) = await order.QuoteAsync(preSaleId, account.Id, request.Quantity, ct);
        return TypedResults.Ok(QuoteResponse.Of(quote, sale, texts));
    }

    private static async Task<Created<PlaceOrder.Response>> HandleAsync(
        long preSaleId, Request request, OrderInPreSale order, PlaceOrder place, Idempotency once, ICurrentAccount account, CancellationToken ct)
    {
        var placed = await order.PlaceAsync(preSaleId, account.Id, request, once.Key!, once, ct);
        return await place.AnswerAsync(placed, once, ct);
    }
}
