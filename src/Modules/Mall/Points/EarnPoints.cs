using Microsoft.Extensions.Options;
using Sward.Mall.Orders;

namespace Sward.Mall.Points;

/// <summary>Gives a buyer points for an order that stays bought.</summary>
internal sealed class EarnPoints(MallDb db, IOptions<MallOptions> options, TimeProvider clock)
{
    /// <summary>Once for each order: its window for after-sales is over.</summary>
    public async Task RunAsync(Order order, CancellationToken ct)
    {
        var points = (order.TotalMinor - order.RefundedMinor) * options.Value.PointsPerHundred / 100;
        if (points > 0)
        {
            await db.InsertOnceAsync(new PointsPurse { AccountId = order.BuyerId }, ct);
            (await PointsTill.LockAsync(db, [order.BuyerId], ct))[0].Move(PointsMove.Earned(order.Id), points, clock.GetUtcNow());
        }
    }
}
