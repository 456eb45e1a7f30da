using Sward.Contracts.Accounts;

namespace Sward.Mall.FlashSales;

/// <summary>Puts somebody on the waiting list of a sale, or takes them off: when others let their units lapse, the next in line gets an order to pay.</summary>
internal sealed class WaitForUnits(MallDb db, BuyInSale buy, Ids ids)
{
    public static void Map(IEndpointRouteBuilder sales)
    {
        sales.MapPut("/{saleId:long}/waiting", async (long saleId, string? key, BuyInSale.Request request, WaitForUnits wait, ICurrentAccount account, CancellationToken ct) =>
            {
                await wait.JoinAsync(saleId, account.Id, request, Idempotency.IsKey(key) ? key : null, ct);
                return TypedResults.NoContent();
            })
            .WithName("JoinFlashWaitingList")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .RequireAuthorization();
        sales.MapDelete("/{saleId:long}/waiting", async (long saleId, WaitForUnits wait, ICurrentAccount account, CancellationToken ct) =>
            {
                await wait.LeaveAsync(saleId, account.Id, ct);
                return TypedResults.NoContent();
            })
            .WithName("LeaveFlashWaitingList")
            .RequireAuthorization();
    }

    /// <summary>Joins at the end of the list. Who is on it keeps their place.</summary>
    /// <param name="key">The key of the request that was too late, so that its result page goes on; null for none.</param>
    public async Task JoinAsync(long saleId, long buyerId, BuyInSale.Request request, string? key, CancellationToken ct)
    {
        var wish = await buy.PrepareAsync(saleId, buyerId, request, "", ct);
        await CheckCapAsync(saleId, buyerId, request, ct);
        var id = ids.Next();
        await db.InsertOnceAsync(new FlashWaiter
        {
            SaleId = saleId,
            BuyerId = buyerId,
            Id = id,
            Units = request.Quantity,
            AddressId = request.AddressId,
            Means = request.ToMeans(),
            AgreedMinor = wish.Quote.Cart.TotalMinor,
            // A key that was refused may be used again: it has bought nothing.
            Key = key ?? $"waiting-{id}",
        }, ct);
    }

    public Task<int> LeaveAsync(long saleId, long buyerId, CancellationToken ct) =>
        db.FlashWaiters.Where(w => w.SaleId == saleId && w.BuyerId == buyerId).ExecuteDeleteAsync(ct);

    /// <summary>A kindness, not the rule: the queue decides about the cap.</summary>
    private async Task CheckCapAsync(long saleId, long buyerId, BuyInSale.Request request, CancellationToken ct)
    {
        var perBuyer = await db.FlashSales.Where(s => s.Id == saleId).Select(s => s.PerBuyer).SingleAsync(ct);
        if (await db.FlashSlots.CountAsync(slot => slot.SaleId == saleId && slot.BuyerId == buyerId, ct) + request.Quantity > perBuyer)
        {
            throw new Refusal("mall.flash-cap", StatusCodes.Status409Conflict, perBuyer);
        }
    }
}
