using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Mall.Pricing;
using Sward.Mall.Stores;

namespace Sward.Mall.Coupons;

/// <summary>A store gives out coupons, lists them, and stops one. What it promised cannot be changed: a coupon that was given stays as it was.</summary>
internal sealed class IssueCoupons(MallDb db, Ids ids, TimeProvider clock)
{
    /// <summary>Either an amount or a share is taken off.</summary>
    /// <param name="FromMinor">The least worth of the goods, in the store's currency.</param>
    /// <param name="Percent">1 to 90 percent of the goods.</param>
    /// <param name="CapMinor">The most that a share may come to.</param>
    public sealed record Request(
        [property: Required, StringLength(CouponIssue.TitleLength, MinimumLength = 1)] string Title,
        [property: AllowedValues(CouponLayer.Store, CouponLayer.Freight)] CouponLayer Layer,
        [property: Range(0, Request.MostMinor)] long FromMinor,
        [property: Range(0, Request.MostMinor)] long OffMinor,
        [property: Range(0, 90)] int Percent,
        [property: Range(1, Request.MostMinor)] long? CapMinor,
        [property: Range(1, 1_000_000)] int Quota,
        [property: Range(1, 20)] int PerPerson,
        DateTimeOffset Until)
    {
        private const long MostMinor = 1_000_000_000;
    }

    public static void Map(IEndpointRouteBuilder stores, IEndpointRouteBuilder coupons)
    {
        stores.MapPost("/{storeId:long}/coupons", HandleIssueAsync)
            .WithName("IssueCoupon")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireAuthorization();
        stores.MapGet("/{storeId:long}/coupons", HandleListAsync)
            .WithName("ListStoreCoupons")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .AllowAnonymous();
        coupons.MapPost("/{couponId:long}/end", HandleEndAsync)
            .WithName("EndCoupon")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization();
    }

    /// <summary>Null when the account has no such store.</summary>
    /// <exception cref="Refusal">It takes nothing, takes two things, or ends before it begins.</exception>
    public async Task<CouponView?> IssueAsync(long storeId, long ownerId, Request request, CancellationToken ct)
    {
        if (await db.Stores.AsNoTracking().SingleOrDefaultAsync(s => s.Id == storeId && s.OwnerId == ownerId, ct) is not { } store)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if ((request.OffMinor == 0) == (request.Percent == 0) || (request.Percent == 0 && request.CapMinor is not null))
        {
            throw new Refusal("mall.coupon-amount-or-share", StatusCodes.Status422UnprocessableEntity);
        }

        if (request.Until <= now)
        {
            throw new Refusal("mall.coupon-over", StatusCodes.Status422UnprocessableEntity);
        }

        var issue = new CouponIssue
        {
            Id = ids.Next(),
            StoreId = storeId,
            Title = PlainText.Line(request.Title),
            Layer = request.Layer,
            FromMinor = request.FromMinor,
            OffMinor = request.OffMinor,
            BasisPoints = request.Percent * 100,
            CapMinor = request.CapMinor,
            Quota = request.Quota,
            PerPerson = request.PerPerson,
            CreatedAt = now,
            Until = request.Until,
        };
        db.CouponIssues.Add(issue);
        await db.SaveChangesAsync(ct);
        return CouponView.Of(issue, store);
    }

    /// <summary>The store's coupons, newest first: those that can be had, or all of them for its desk. Null when there is no such store.</summary>
    public async Task<IReadOnlyList<CouponView>?> ListAsync(long storeId, bool all, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.Stores.AsNoTracking().SingleOrDefaultAsync(s => s.Id == storeId, ct) is { } store
            ? (await db.CouponIssues.AsNoTracking()
                .Where(i => i.StoreId == storeId && (all || (i.EndedAt == null && i.Until > now && i.Given < i.Quota)))
                .OrderByDescending(i => i.Id).Take(MallOptions.MaxCoupons).ToListAsync(ct)).ConvertAll(i => CouponView.Of(i, store))
            : null;
    }

    /// <summary>Stops giving it out; false when the account has no such coupon.</summary>
    public async Task<bool> EndAsync(long couponId, long ownerId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var mine = db.CouponIssues.Where(i => i.Id == couponId && db.Stores.Any(s => s.Id == i.StoreId && s.OwnerId == ownerId));
        return await mine.ExecuteUpdateAsync(set => set.SetProperty(i => i.EndedAt, i => i.EndedAt ?? now), ct) == 1;
    }

    private static async Task<Results<Created<CouponView>, ProblemHttpResult>> HandleIssueAsync(
        long storeId, Request request, IssueCoupons issue, ICurrentAccount account, CancellationToken ct) =>
        await issue.IssueAsync(storeId, account.Id, request, ct) is { } coupon
            ? TypedResults.Created($"/api/v1/stores/{storeId}/coupons", coupon)
            : Problems.NotFound("mall.store-not-found");

    private static async Task<Results<Ok<Page<CouponView>>, ProblemHttpResult>> HandleListAsync(long storeId, IssueCoupons issue, CancellationToken ct) =>
        await issue.ListAsync(storeId, all: false, ct) is { } coupons
            ? TypedResults.Ok(new Page<CouponView>(coupons, Next: null))
            : Problems.NotFound("mall.store-not-found");

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleEndAsync(long couponId, IssueCoupons issue, ICurrentAccount account, CancellationToken ct) =>
        await issue.EndAsync(couponId, account.Id, ct) ? TypedResults.NoContent() : Problems.NotFound("mall.coupon-not-found");
}
