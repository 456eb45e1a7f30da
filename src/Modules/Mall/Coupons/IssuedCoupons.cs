using Sward.Contracts.Accounts;
using Sward.Mall.Desk;
using Sward.Mall.Stores;

namespace Sward.Mall.Coupons;

/// <summary>A coupon as its giver sees it.</summary>
/// <param name="Code">The word by which it is had; null for other ways.</param>
/// <param name="Push">The last push of it; null when there was none.</param>
internal sealed record IssuedCoupon(CouponView Coupon, string? Code, int Given, CouponPushView? Push)
{
    /// <summary>Whether people can still get one.</summary>
    public bool IsOpenAt(DateTimeOffset now) => !Coupon.Ended && now < Coupon.Until;
}

/// <summary>What a store, or the platform, has given out so far, with codes and pushes: for who gave it and nobody else.</summary>
internal sealed class IssuedCoupons(MallDb db)
{
    public static void Map(IEndpointRouteBuilder stores, IEndpointRouteBuilder coupons)
    {
        stores.MapGet("/{storeId:long}/coupons/issued", HandleOfStoreAsync)
            .WithName("ListIssuedCoupons")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization();
        coupons.MapGet("/issued", HandleOfPlatformAsync)
            .WithName("ListIssuedPlatformCoupons")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .RequireAuthorization(Policies.Operator);
    }

    /// <summary>Newest first; null when the cursor is none.</summary>
    public async Task<Page<IssuedCoupon>?> PageAsync(Store? store, string? cursor, int size, CancellationToken ct)
    {
        if (!Cursor.TryDecode(cursor, out var before, out _))
        {
            return null;
        }

        var storeId = store?.Id;
        var issues = await db.CouponIssues.AsNoTracking().Where(i => i.StoreId == storeId && i.Id < before).OrderByDescending(i => i.Id).Take(size + 1).ToListAsync(ct);
        long[] ids = [.. issues.Select(issue => issue.Id)];
        var pushes = await db.CouponPushes.AsNoTracking().Where(p => ids.Contains(p.IssueId) && !db.CouponPushes.Any(later => later.IssueId == p.IssueId && later.Id > p.Id))
            .ToDictionaryAsync(p => p.IssueId, ct);
        return Page<IssuedCoupon>.Of(
            issues.ConvertAll(issue => new IssuedCoupon(
                CouponView.Of(issue, store), issue.Code, issue.Given, pushes.TryGetValue(issue.Id, out var push) ? CouponPushView.Of(push) : null)),
            size, last => Cursor.Encode(last.Coupon.Id));
    }

    private static async Task<Results<Ok<Page<IssuedCoupon>>, ProblemHttpResult>> HandleOfStoreAsync(
        long storeId, [AsParameters] PageQuery page, IssuedCoupons issued, MyStore mine, CancellationToken ct) =>
        await mine.FindAsync(storeId, ct) is { } store ? await AnswerAsync(store, page, issued, ct) : Problems.NotFound("mall.store-not-found");

    private static Task<Results<Ok<Page<IssuedCoupon>>, ProblemHttpResult>> HandleOfPlatformAsync([AsParameters] PageQuery page, IssuedCoupons issued, CancellationToken ct) =>
        AnswerAsync(store: null, page, issued, ct);

    private static async Task<Results<Ok<Page<IssuedCoupon>>, ProblemHttpResult>> AnswerAsync(Store? store, PageQuery page, IssuedCoupons issued, CancellationToken ct) =>
        await issued.PageAsync(store, page.Cursor, page.Size, ct) is { } found ? TypedResults.Ok(found) : Problems.BadRequest("kernel.bad-cursor");
}
