using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Mall.Desk;
using Sward.Mall.Orders;

namespace Sward.Mall.AfterSales;

/// <summary>For whom the platform decides.</summary>
internal enum Side
{
    Buyer,
    Seller,
}

/// <summary>An operator decides a request between buyer and store, once and with a reason that both read.</summary>
internal sealed class Arbitrate(MallDb db, ChangeOrder change, SettleAfterSale settle, AnnounceAfterSale announce, TimeProvider clock)
{
    /// <summary>The decision.</summary>
    /// <param name="AmountMinor">What the buyer gets, at most what the units cost; without it, all of that.</param>
    public sealed record Request(Side For, [property: Required, StringLength(500, MinimumLength = 1)] string Reason, long? AmountMinor = null);

    public static void Map(IEndpointRouteBuilder afterSales) => afterSales
        .MapPost("/{afterSaleId:long}/decide", HandleAsync)
        .WithName("DecideAfterSale")
        .WithIdempotency()
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(Policies.Operator);

    public async Task<AfterSaleView> DecideAsync(long operatorId, long afterSaleId, Request request, CancellationToken ct)
    {
        var orderId = await db.AfterSales.Where(a => a.Id == afterSaleId).Select(a => a.OrderId).SingleOrDefaultAsync(ct);
        await change.RunAsOperatorAsync(operatorId, orderId, async (dossier, order, by) =>
        {
            var afterSale = await db.AfterSales.SingleAsync(a => a.Id == afterSaleId, ct);
            await DecideAsync(dossier, afterSale, by, request, ct);
            announce.Moved(order, afterSale, by);
        }, ct);
        return AfterSaleView.Of(await db.AfterSales.AsNoTracking().Include(a => a.Steps).SingleAsync(a => a.Id == afterSaleId, ct));
    }

    private async Task DecideAsync(Dossier dossier, AfterSale afterSale, Actor by, Request request, CancellationToken ct)
    {
        if (request.For is Side.Seller)
        {
            afterSale.MoveTo(AfterSaleState.PlatformRefused, by, request.Reason, clock.GetUtcNow());
            return;
        }

        if (request.AmountMinor is { } minor)
        {
            afterSale.AwardInstead(minor);
        }

        // Goods that the store has rejected are with it already.
        if (afterSale.NeedsReturn && afterSale.Carrier is null)
        {
            await settle.AgreeAsync(dossier, afterSale, by, request.Reason, ct);
        }
        else
        {
            await settle.GiveBackAsync(dossier, afterSale, by, request.Reason, ct);
        }
    }

    private static async Task<Ok<AfterSaleView>> HandleAsync(long afterSaleId, Request request, Arbitrate arbitrate, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(await arbitrate.DecideAsync(account.Id, afterSaleId, request, ct));
}
