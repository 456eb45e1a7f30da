using Sward.Contracts.Mall;
using Sward.Mall.Catalog;
using Sward.Mall.Checkout;
using Sward.Mall.Orders;
using Sward.Mall.Payments;

namespace Sward.Mall.Courses;

/// <summary>The courses of an order: one of each for a person, there as soon as it is paid.</summary>
internal sealed class OrderCourses(MallDb db, Refunds refunds, TimeProvider clock)
{
    /// <summary>Refuses a checkout of a course that the buyer has already, or of more than one of it.</summary>
    public async Task CheckAsync(long buyerId, Quote quote, CancellationToken ct)
    {
        long[] courseIds = [.. quote.Goods.Where(goods => goods.Terms.Kind is GoodsKind.Course).Select(goods => goods.ProductId)];
        if (courseIds.Length == 0)
        {
            return;
        }

        if (quote.Cart.Lines.Zip(quote.Goods).Any(line => line.Second.Terms.Kind is GoodsKind.Course && line.First.Wanted.Units > 1))
        {
            throw new Refusal("mall.course-once", StatusCodes.Status422UnprocessableEntity);
        }

        if (await db.Enrolments.AnyAsync(e => e.BuyerId == buyerId && courseIds.Contains(e.ProductId) && e.EndedAt == null, ct))
        {
            throw new Refusal("mall.course-owned");
        }
    }

    /// <summary>Paid: the buyer has the courses, and the order is complete. Who paid for one of them twice at once has the second payment back. Needs the purchase's lock.</summary>
    public async Task BeginAsync(Dossier dossier, Order order, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        order.MoveTo(OrderState.Completed, Actor.System, "payment", now);
        db.Announce(new OrderReceived(order.Id, order.Number, order.SellerId, order.BuyerId, order.ProductIds, now));
        foreach (var line in order.Lines)
        {
            var lessons = await db.Lessons.CountAsync(l => l.ProductId == line.ProductId && !l.IsSample, ct);
            Enrolment Of(DateTimeOffset? endedAt) => new()
            {
                LineId = line.Id,
                OrderId = order.Id,
                ProductId = line.ProductId,
                BuyerId = order.BuyerId,
                StartedAt = now,
                Lessons = endedAt is null ? Math.Max(1, lessons) : 0,
                EndedAt = endedAt,
            };
            if (!await db.InsertOnceAsync(Of(endedAt: null), ct))
            {
                db.Enrolments.Add(Of(endedAt: now));
                await GiveBackAsync(dossier, order, line, "twice", ct);
            }
        }
    }

    /// <summary>The money of one course goes back, and somebody else may have its place.</summary>
    public async Task GiveBackAsync(Dossier dossier, Order order, OrderLine line, string reason, CancellationToken ct)
    {
        refunds.OfOrder(dossier, order, line.TotalMinor, reason, line);
        await db.StockLevels.Where(level => level.SkuId == line.SkuId && level.WarehouseId == order.WarehouseId).ExecuteUpdateAsync(set => set.SetProperty(level => level.OnHand, level => level.OnHand + 1), ct);
        db.Announce(new GoodsRefunded(order.Id, order.BuyerId, [line.ProductId], clock.GetUtcNow()));
    }
}
