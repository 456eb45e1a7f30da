using Sward.Contracts.Accounts;

namespace Sward.Mall.Coupons;

/// <summary>
/// Takes a coupon that is shown to everybody, or one for followers. The quota is one conditional update and the limit per person one unique row, so no two claims get past either.
/// </summary>
internal sealed class ClaimCoupon(MallDb db, ICircles circles, IAccountCards accounts, Ids ids, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder coupons) => coupons
        .MapPost("/{couponId:long}/claim", HandleAsync)
        .WithName("ClaimCoupon")
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization();

    /// <summary>The id of the coupon that the account has now.</summary>
    /// <exception cref="Refusal">There is none to take, it is over, it is for followers, or the account has as many as one may have.</exception>
    public async Task<long> RunAsync(long couponId, long accountId, CancellationToken ct)
    {
        // One with a code is found by its code alone, and one that is pushed comes by itself.
        var issue = await db.CouponIssues.AsNoTracking().SingleOrDefaultAsync(i => i.Id == couponId && (i.Way == CouponWay.Taken || i.Way == CouponWay.Follow), ct)
            ?? throw new Refusal("mall.coupon-not-found", StatusCodes.Status404NotFound);
        if (issue.Way is CouponWay.Follow)
        {
            await MustFollowAsync(issue, accountId, ct);
        }

        return await TakeAsync(issue, accountId, ct);
    }

    /// <summary>The same for somebody who may have it: all that is left to decide is the quota and the limit.</summary>
    public async Task<long> TakeAsync(CouponIssue issue, long accountId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.TakeOutAsync(issue.Id, 1, now, ct) == 0)
        {
            throw new Refusal("mall.coupon-none-left");
        }

        for (var number = 1; number <= issue.PerPerson; number++)
        {
            var held = HeldCoupon.Of(ids.Next(), issue, accountId, number, now);
            if (await db.InsertOnceAsync(held, ct))
            {
                await transaction.CommitAsync(ct);
                return held.Id;
            }
        }

        throw new Refusal("mall.coupon-limit", StatusCodes.Status409Conflict, issue.PerPerson);
    }

    private async Task MustFollowAsync(CouponIssue issue, long accountId, CancellationToken ct)
    {
        var ownerId = await db.Stores.Where(s => s.Id == issue.StoreId).Select(s => s.OwnerId).SingleAsync(ct);
        if ((await circles.FollowersAmongAsync([(accountId, ownerId)], ct)).Count == 0)
        {
            var owner = (await accounts.GetAsync([ownerId], ct)).GetValueOrDefault(ownerId);
            throw new Refusal("mall.coupon-follow-first", StatusCodes.Status403Forbidden, owner?.Handle ?? "");
        }
    }

    private static async Task<Ok<Response>> HandleAsync(long couponId, ClaimCoupon claim, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(new Response(await claim.RunAsync(couponId, account.Id, ct)));

    /// <summary>The coupon as the account has it.</summary>
    public sealed record Response(long Id);
}
