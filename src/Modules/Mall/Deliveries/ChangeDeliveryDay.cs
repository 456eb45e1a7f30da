using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Mall.Orders;

namespace Sward.Mall.Deliveries;

/// <summary>Buyer or store puts a paid order of large goods on another day, before any of it is sent; the other side is told.</summary>
internal sealed class ChangeDeliveryDay(MallDb db, ChangeOrder change, DeliveryDays days, TimeProvider clock)
{
    public sealed record Request(DateOnly Day);

    public static void Map(IEndpointRouteBuilder orders) => orders
        .MapPut("/{orderId:long}/delivery-day", HandleAsync)
        .WithName("ChangeDeliveryDay")
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization();

    public Task ChangeAsync(long accountId, long orderId, DateOnly day, CancellationToken ct) => change.RunAsync(accountId, orderId, [ActorKind.Buyer, ActorKind.Seller], async (_, order, actor) =>
    {
        if (order.DeliveryDay is null || order.State is not OrderState.ToShip)
        {
            throw new Refusal("mall.order-state");
        }

        if (order.DeliveryDay == day)
        {
            return;
        }

        if (!(await days.OfAsync(order, ct)).Contains(day))
        {
            throw new Refusal("mall.delivery-day", StatusCodes.Status422UnprocessableEntity);
        }

        var now = clock.GetUtcNow();
        order.DeliverOn(day, actor, now);
        db.Announce(new DeliveryDayChanged(order.Id, order.Number, order.SellerId, order.BuyerId, day, actor.Kind is ActorKind.Buyer, now));
    }, ct);

    private static async Task<Ok<OrderView>> HandleAsync(long orderId, Request request, ChangeDeliveryDay change, ReadOrders orders, ICurrentAccount account, CancellationToken ct)
    {
        await change.ChangeAsync(account.Id, orderId, request.Day, ct);
        return TypedResults.Ok((await orders.FindAsync(account.Id, orderId, ct))!);
    }
}
