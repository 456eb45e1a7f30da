using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;

namespace Sward.Mall.Orders;

/// <summary>The buyer has the goods; after a while that is taken for granted.</summary>
internal sealed class ReceiveOrder(MallDb db, ChangeOrder change, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder orders) => orders
        .MapPost("/{orderId:long}/receive", HandleAsync)
        .WithName("ReceiveOrder")
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization();

    public Task ReceiveAsync(long accountId, long orderId, CancellationToken ct) => change.RunAsync(
        accountId, orderId, [ActorKind.Buyer], (_, order, actor) =>
        {
            Receive(order, actor, "received");
            return Task.CompletedTask;
        }, ct);

    public void Receive(Order order, Actor by, string reason)
    {
        var now = clock.GetUtcNow();
        order.MoveTo(OrderState.Completed, by, reason, now);
        order.FollowRefunds(reason, now);
        db.Announce(new OrderReceived(order.Id, order.Number, order.SellerId, order.BuyerId, order.ProductIds, now));
    }

    private static async Task<Ok<OrderView>> HandleAsync(
        long orderId, ReceiveOrder receive, ReadOrders orders, ICurrentAccount account, CancellationToken ct)
    {
        await receive.ReceiveAsync(account.Id, orderId, ct);
        return TypedResults.Ok((await orders.FindAsync(account.Id, orderId, ct))!);
    }
}
