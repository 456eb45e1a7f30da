using Sward.Contracts.Accounts;
using Sward.Mall.Orders;
using Sward.Mall.Payments;

namespace Sward.Mall.AfterSales;

/// <summary>The buyer asks for what the public price has fallen since the order. The rule decides, no seller: the store bears it, as it promised.</summary>
internal sealed class ClaimPriceGuarantee(MallDb db, ChangeOrder change, PriceGuarantee guarantee, Refunds refunds, AnnounceAfterSale announce, Ids ids, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder orders)
    {
        orders.MapGet("/{orderId:long}/price-guarantee", HandleReadAsync)
            .WithName("ReadPriceGuarantee")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization();
        orders.MapPost("/{orderId:long}/price-guarantee", HandleClaimAsync)
            .WithName("ClaimPriceGuarantee")
            .WithIdempotency()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .RequireAuthorization();
    }

    public Task ClaimAsync(long accountId, long orderId, CancellationToken ct) => change.RunAsync(accountId, orderId, [ActorKind.Buyer], async (dossier, order, buyer) =>
    {
        var now = clock.GetUtcNow();
        var end = guarantee.EndOf(order) ?? throw new Refusal("mall.no-price-guarantee");
        if (end <= now)
        {
            throw new Refusal("mall.after-sale-too-late");
        }

        var drops = await guarantee.DropsAsync(order, ct);
        if (drops.Count == 0)
        {
            throw new Refusal("mall.no-price-drop");
        }

        foreach (var drop in drops)
        {
            var guaranteed = AfterSale.Guaranteed(ids.Next(), order, drop, buyer, now);
            db.AfterSales.Add(guaranteed);
            drop.Line.GiveBack(drop.UnitMinor);
            refunds.OfOrder(dossier, order, drop.TotalMinor, AfterSale.GuaranteeReason, drop.Line);
            announce.Moved(order, guaranteed, buyer);
        }
    }, ct);

    private static async Task<Results<Ok<PriceGuaranteeView>, ProblemHttpResult>> HandleReadAsync(long orderId, PriceGuarantee guarantee, ICurrentAccount account, CancellationToken ct) =>
        await guarantee.FindAsync(account.Id, orderId, ct) is { } found ? TypedResults.Ok(found) : Problems.NotFound("mall.no-price-guarantee");

    private static async Task<Ok<OrderView>> HandleClaimAsync(long orderId, ClaimPriceGuarantee claim, ReadOrders orders, ICurrentAccount account, CancellationToken ct)
    {
        await claim.ClaimAsync(account.Id, orderId, ct);
        return TypedResults.Ok((await orders.FindAsync(account.Id, orderId, ct))!);
    }
}
