using Sward.Contracts.Accounts;

namespace Sward.Mall.Coupons;

/// <summary>Takes a coupon. The quota is one conditional update and the limit per person one unique row, so no two claims get past either.</summary>
internal sealed class ClaimCoupon(MallDb db, Ids ids, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder coupons) => coupons
        .MapPost("/{couponId:long}/claim", HandleAsync)
        .WithName("ClaimCoupon")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization();

    /// <summary>The id of the coupon that the account has now.</summary>
    /// <exception cref="Refusal">There is none left, it is over, or the account has as many as one may have.</exception>
    public async Task<long> RunAsync(long couponId, long accountId, CancellationToken ct)
    {
        var issue = await db.CouponIssues.AsNoTracking().SingleOrDefaultAsync(i => i.Id == couponId, ct)
            ?? throw new Refusal("mall.coupon-not-found", StatusCodes.Status404NotFound);
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.CouponIssues.Where(i => i.Id == couponId && i.EndedAt == null && i.Until > now && i.Given < i.Quota)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.Given, i => i.Given + 1), ct) == 0)
        {
            throw new Refusal("mall.coupon-none-left");
        }

        for (var number = 1; number <= issue.PerPerson; number++)
        {
            var held = new HeldCoupon { Id = ids.Next(), IssueId = couponId, AccountId = accountId, Number = number, ClaimedAt = now };
            if (await db.InsertOnceAsync(held, ct))
            {
                await transaction.CommitAsync(ct);
                return held.Id;
            }
        }

        throw new Refusal("mall.coupon-limit", StatusCodes.Status409Conflict, issue.PerPerson);
    }

    private static async Task<Ok<Response>> HandleAsync(long couponId, ClaimCoupon claim, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(new Response(await claim.RunAsync(couponId, account.Id, ct)));

    /// <summary>The coupon as the account has it.</summary>
    public sealed record Response(long Id);
}
