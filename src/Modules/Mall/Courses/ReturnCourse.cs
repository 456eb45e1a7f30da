using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Mall.AfterSales;
using Sward.Mall.Orders;

namespace Sward.Mall.Courses;

/// <summary>
/// The buyer gives a course back, while fewer than a part of its lessons were opened and the after-sale window is open; once for each course, or one could be read piece by piece.
/// The rule decides, no seller.
/// </summary>
internal sealed class ReturnCourse(MallDb db, ChangeOrder change, OrderCourses courses, ReceiptWindows windows, IOptions<MallOptions> options, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder courses) => courses
        .MapPost("/{productId:long}/return", HandleAsync)
        .WithName("ReturnCourse")
        .WithIdempotency()
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization();

    /// <summary>Ended enrolments of somebody who gave the course back, as against a second payment that went back by itself.</summary>
    public static IQueryable<Enrolment> Earlier(MallDb db, long buyerId, long productId) =>
        db.Enrolments.Where(e => e.BuyerId == buyerId && e.ProductId == productId && e.EndedAt != null && e.Lessons > 0);

    public async Task<long> ReturnAsync(long buyerId, long productId, CancellationToken ct)
    {
        var mine = await db.Enrolments.AsNoTracking().SingleOrDefaultAsync(e => e.BuyerId == buyerId && e.ProductId == productId && e.EndedAt == null, ct)
            ?? throw new Refusal("mall.course-not-bought", StatusCodes.Status403Forbidden);
        await change.RunAsync(buyerId, mine.OrderId, [ActorKind.Buyer], async (dossier, order, _) =>
        {
            var (line, now, percent) = (order.Lines.Single(l => l.Id == mine.LineId), clock.GetUtcNow(), options.Value.CourseReturnPercent);
            if (windows.EndOf(AfterSaleCause.NoReason, mine.StartedAt) <= now)
            {
                throw new Refusal("mall.after-sale-too-late");
            }

            if (line.TotalMinor == 0)
            {
                throw new Refusal("mall.nothing-to-refund", StatusCodes.Status422UnprocessableEntity);
            }

            if (await Earlier(db, buyerId, productId).AnyAsync(ct))
            {
                throw new Refusal("mall.course-returned");
            }

            if (await db.Enrolments.Where(e => e.LineId == mine.LineId && e.EndedAt == null && 100 * e.Opened < percent * e.Lessons)
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.EndedAt, now), ct) == 0)
            {
                throw new Refusal("mall.course-opened", StatusCodes.Status409Conflict, percent);
            }

            await courses.GiveBackAsync(dossier, order, line, "returned", ct);
        }, ct);
        return mine.OrderId;
    }

    private static async Task<Ok<OrderView>> HandleAsync(long productId, ReturnCourse give, ReadOrders orders, ICurrentAccount account, CancellationToken ct)
    {
        var orderId = await give.ReturnAsync(account.Id, productId, ct);
        return TypedResults.Ok((await orders.FindAsync(account.Id, orderId, ct))!);
    }
}
