using System.Runtime.CompilerServices;
using Sward.Contracts.Accounts;
using Sward.Mall.Checkout;

namespace Sward.Mall.FlashSales;

/// <summary>Where a request for units of a sale is.</summary>
internal enum FlashResultState
{
    /// <summary>In the queue.</summary>
    Queued,

    /// <summary>It is an order that waits for its payment.</summary>
    Placed,

    /// <summary>On the waiting list.</summary>
    Waiting,
    Refused,
}

/// <summary>What became of a request.</summary>
/// <param name="Ahead">Requests in the queue, or units on the waiting list, that come first.</param>
/// <param name="Code">Why it was refused.</param>
/// <param name="PaymentId">What to pay once it is an order.</param>
internal sealed record FlashResult(string Key, FlashResultState State, long Ahead, string? Code, long? PaymentId)
{
    public bool IsFinal => State is FlashResultState.Placed or FlashResultState.Refused;
}

/// <summary>Says what became of a request: once, or as server-sent events until it is decided.</summary>
internal sealed class ReadFlashResult(MallDb db, FlashTickets tickets)
{
    private const string EventType = "result";

    /// <summary>A stream ends by itself after this; who still wants to know asks again.</summary>
    private static readonly TimeSpan LongestStream = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(500);

    public static void Map(IEndpointRouteBuilder sales)
    {
        sales.MapGet("/{saleId:long}/requests/{key}", async Task<Results<Ok<FlashResult>, ProblemHttpResult>> (
                long saleId, string key, ReadFlashResult results, ICurrentAccount account, CancellationToken ct) =>
                await results.FindAsync(saleId, account.Id, key, ct) is { } result ? TypedResults.Ok(result) : Problems.NotFound("mall.flash-request-not-found"))
            .WithName("ReadFlashResult")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization();
        sales.MapGet("/{saleId:long}/requests/{key}/events", (long saleId, string key, ReadFlashResult results, ICurrentAccount account, CancellationToken ct) =>
                TypedResults.ServerSentEvents(results.FollowAsync(saleId, account.Id, key, ct), EventType))
            .WithName("FollowFlashResult")
            .RequireAuthorization();
    }

    /// <summary>Null when this node does not know the request and it has left no trace: asking again with the same key is safe.</summary>
    public async Task<FlashResult?> FindAsync(long saleId, long buyerId, string key, CancellationToken ct)
    {
        var place = tickets.Find(saleId, buyerId, key);
        if (place is { Answer.IsCompleted: false })
        {
            return new(key, FlashResultState.Queued, place.Ahead, Code: null, PaymentId: null);
        }

        // The database first: who was refused may have joined the waiting list since, and been served.
        var paymentId = await db.Payments.Where(x => db.Purchases.Any(p => p.Id == x.PurchaseId && p.BuyerId == buyerId && p.Key == key))
            .OrderBy(x => x.Id).Select(x => (long?)x.Id).FirstOrDefaultAsync(ct);
        return paymentId is not null
            ? new(key, FlashResultState.Placed, Ahead: 0, Code: null, paymentId)
            : await WaitingAsync(saleId, buyerId, key, ct)
                ?? (place is not null && (await place.Answer).RefusalCode is { } code ? new(key, FlashResultState.Refused, Ahead: 0, code, PaymentId: null) : null);
    }

    private async Task<FlashResult?> WaitingAsync(long saleId, long buyerId, string key, CancellationToken ct)
    {
        var id = await db.FlashWaiters.Where(w => w.SaleId == saleId && w.BuyerId == buyerId && w.Key == key).Select(w => (long?)w.Id).SingleOrDefaultAsync(ct);
        return id is null
            ? null
            : new(key, FlashResultState.Waiting, await db.FlashWaiters.Where(w => w.SaleId == saleId && w.Id < id).SumAsync(w => w.Units, ct), Code: null, PaymentId: null);
    }

    private async IAsyncEnumerable<FlashResult> FollowAsync(long saleId, long buyerId, string key, [EnumeratorCancellation] CancellationToken ct)
    {
        FlashResult? last = null;
        for (var rounds = LongestStream / Rhythm; rounds > 0; rounds--)
        {
            var result = await FindAsync(saleId, buyerId, key, ct);
            if (result is not null && result != last)
            {
                yield return last = result;
            }

            if (result is null or { IsFinal: true })
            {
                yield break;
            }

            await Task.WhenAny(tickets.Find(saleId, buyerId, key) is { Answer: { IsCompleted: false } answer } ? answer : Task.Delay(Rhythm, TimeProvider.System, ct), Task.Delay(Rhythm, TimeProvider.System, ct));
        }
    }
}
