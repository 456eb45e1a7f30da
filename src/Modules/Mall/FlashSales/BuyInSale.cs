using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Mall.Addresses;
using Sward.Mall.Checkout;
using Sward.Mall.Courses;
using Sward.Mall.Payments;

namespace Sward.Mall.FlashSales;

/// <summary>Asks for units of a sale: the request enters the queue of all checkouts and is answered at once; what became of it is asked for by its key.</summary>
internal sealed class BuyInSale(MallDb db, QuoteInSale quotes, CheckoutQueue queue, FlashTickets tickets, MoveFlashUnits move, OrderCourses courses, IServiceScopeFactory scopes, IOptions<MallOptions> options, TimeProvider clock)
{
    /// <summary>The same as was quoted, and the quote's id: the buyer agreed to that price.</summary>
    public sealed record Request(
        [property: Range(1, MallOptions.MaxUnits)] int Quantity, long AddressId, [property: Required] string QuoteId,
        [property: MaxLength(MallOptions.MaxCoupons)] IReadOnlyList<string>? Coupons = null,
        [property: Range(0, Means.MostPoints)] long? Points = null,
        [property: MaxLength(MallOptions.MaxGiftCards)] IReadOnlyList<long>? GiftCards = null)
    {
        public Means ToMeans() => new(Coupons, Points ?? 0, GiftCards);
    }

    public static void Map(IEndpointRouteBuilder sales) => sales
        .MapPost("/{saleId:long}/requests", HandleAsync)
        .WithName("BuyInFlashSale")
        .WithIdempotency(required: true)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .RequireAuthorization();

    /// <summary>Puts the request into the queue, unless the same key is there or has been decided already.</summary>
    public async Task EnterAsync(long saleId, long buyerId, Request request, string key, CancellationToken ct)
    {
        if (!tickets.Has(saleId, buyerId, key) && !await db.Purchases.AnyAsync(p => p.BuyerId == buyerId && p.Key == key, ct))
        {
            var wish = await PrepareAsync(saleId, buyerId, request, key, ct);
            tickets.Keep(saleId, buyerId, key, () => queue.Enter(wish).Then(outcome => SettleFreeAsync(wish, outcome)));
        }
    }

    /// <summary>Whoever asked need not be there any more.</summary>
    private async Task SettleFreeAsync(CheckoutWish wish, CheckoutOutcome outcome)
    {
        if (wish.Quote.DueMinor == 0)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AskProviders>().SettleFreeAsync(wish, outcome, CancellationToken.None);
        }
    }

    /// <summary>Checks and prices a request until only the sale's units are in question.</summary>
    /// <exception cref="Refusal">The sale does not run, or the buyer would be charged something that was not quoted.</exception>
    public async Task<CheckoutWish> PrepareAsync(long saleId, long buyerId, Request request, string key, CancellationToken ct)
    {
        var wish = await PrepareAsync(saleId, buyerId, request.Quantity, request.AddressId, request.ToMeans(), key, ct);
        return string.Equals(wish.Quote.Id, request.QuoteId, StringComparison.Ordinal) ? wish : throw new Refusal("mall.price-changed");
    }

    /// <summary>The same for somebody who agreed to a price some time ago, and will see what it is now.</summary>
    public async Task<CheckoutWish> PrepareAsync(long saleId, long buyerId, int quantity, long addressId, Means means, string key, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var sale = await quotes.FindAsync(saleId, ct);
        if (sale.State is FlashSaleState.Planned && sale.StartsAt <= now)
        {
            // The first who come are not held up by the job's rhythm.
            await move.StartAsync(saleId, now, ct);
            sale = await quotes.FindAsync(saleId, ct);
        }

        if (!sale.RunsAt(now))
        {
            throw new Refusal("mall.flash-sale-not-open");
        }

        var address = await db.Addresses.AsNoTracking().SingleOrDefaultAsync(a => a.Id == addressId && a.AccountId == buyerId, ct)
            ?? throw new Refusal("mall.address-not-found", StatusCodes.Status404NotFound);
        var quote = await quotes.PriceAsync(sale, buyerId, quantity, means, ct);
        await courses.CheckAsync(buyerId, quote, ct);
        return new CheckoutWish(buyerId, key, quote, ShipTo.Of(address), options.Value.ProviderFor(quote.MoneyOf(quote.DueMinor)), now, now.AddMinutes(options.Value.FlashHoldMinutes), Once: null)
        {
            FlashSaleId = saleId,
        };
    }

    private static async Task<Accepted<FlashResult>> HandleAsync(
        long saleId, Request request, BuyInSale buy, ReadFlashResult results, Idempotency once, ICurrentAccount account, CancellationToken ct)
    {
        await buy.EnterAsync(saleId, account.Id, request, once.Key!, ct);
        return TypedResults.Accepted($"/api/v1/flash-sales/{saleId}/requests/{once.Key}", (await results.FindAsync(saleId, account.Id, once.Key!, ct))!);
    }
}
