using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Mall.Catalog;
using Sward.Mall.Desk;
using Sward.Mall.Offers;
using Sward.Mall.Pricing;
using Sward.Mall.Stores;

namespace Sward.Mall.Coupons;

/// <summary>A store or the operator gives out coupons, lists them, and stops one. What it promised cannot be changed: a coupon that was given stays as it was.</summary>
internal sealed class IssueCoupons(MallDb db, Ids ids, TimeProvider clock)
{
    /// <summary>Either an amount or a share is taken off.</summary>
    /// <param name="FromMinor">The least worth of the goods, in the currency of the store, or the platform's.</param>
    /// <param name="Percent">1 to 90 percent of the goods.</param>
    /// <param name="CapMinor">The most that a share may come to.</param>
    /// <param name="Layer">Off the goods: <c>store</c> for a store's coupon, <c>platform</c> for the platform's; or off the freight.</param>
    /// <param name="StoresPercent">What of the platform's coupon stores bear on their own goods; then it counts only for stores that take part.</param>
    /// <param name="Categories">The kinds of goods it is for; empty or absent for all.</param>
    public sealed record Request(
        [property: Required, StringLength(CouponIssue.TitleLength, MinimumLength = 1)] string Title,
        CouponLayer Layer,
        [property: Range(0, Request.MostMinor)] long FromMinor,
        [property: Range(0, Request.MostMinor)] long OffMinor,
        [property: Range(0, TypedBenefit.MostPercent)] int Percent,
        [property: Range(1, Request.MostMinor)] long? CapMinor,
        [property: Range(1, 1_000_000)] int Quota,
        [property: Range(1, 20)] int PerPerson,
        DateTimeOffset Until,
        [property: MaxLength(20)] IReadOnlyList<string>? Categories = null,
        [property: Range(0, 100)] int StoresPercent = 0)
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
        coupons.MapPost("", HandleIssuePlatformAsync)
            .WithName("IssuePlatformCoupon")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireAuthorization(Policies.Operator);
        coupons.MapGet("", HandleListPlatformAsync)
            .WithName("ListPlatformCoupons")
            .AllowAnonymous();
        coupons.MapPost("/{couponId:long}/end", HandleEndAsync)
            .WithName("EndCoupon")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization();
    }

    /// <summary>Gives out a coupon.</summary>
    /// <param name="store">Who gives it out; null for the platform.</param>
    /// <exception cref="Refusal">It takes nothing, takes two things, is for goods that there are not, or ends before it begins.</exception>
    public async Task<CouponView> IssueAsync(Store? store, Request request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        Categories.Check(request.Categories);
        var benefit = TypedBenefit.Of(request.OffMinor, request.Percent, request.CapMinor);
        if (request.Layer is not CouponLayer.Freight && request.Layer is CouponLayer.Platform != (store is null))
        {
            throw new Refusal("mall.coupon-layer", StatusCodes.Status422UnprocessableEntity);
        }

        if (store is not null && request.StoresPercent > 0)
        {
            throw new Refusal("mall.offer-share", StatusCodes.Status422UnprocessableEntity);
        }

        if (request.Until <= now)
        {
            throw new Refusal("mall.coupon-over", StatusCodes.Status422UnprocessableEntity);
        }

        var issue = new CouponIssue
        {
            Id = ids.Next(),
            StoreId = store?.Id,
            Currency = store?.Currency ?? MallOptions.DefaultCurrency,
            Title = PlainText.Line(request.Title),
            Layer = request.Layer,
            Categories = request.Categories ?? [],
            FromMinor = request.FromMinor,
            OffMinor = benefit.OffMinor,
            BasisPoints = benefit.BasisPoints,
            CapMinor = benefit.CapMinor,
            StoresBasisPoints = request.StoresPercent * 100,
            Quota = request.Quota,
            PerPerson = request.PerPerson,
            CreatedAt = now,
            Until = request.Until.ToUniversalTime(),
        };
        db.CouponIssues.Add(issue);
        await db.SaveChangesAsync(ct);
        return CouponView.Of(issue, store);
    }

    /// <summary>The coupons of a store, or the platform's, newest first: those that can be had, or all of them for its desk.</summary>
    public async Task<IReadOnlyList<CouponView>> ListAsync(Store? store, bool all, CancellationToken ct)
    {
        var (now, storeId) = (clock.GetUtcNow(), store?.Id);
        var issues = await db.CouponIssues.AsNoTracking()
            .Where(i => i.StoreId == storeId && (all || (i.EndedAt == null && i.Until > now && i.Given < i.Quota)))
            .OrderByDescending(i => i.Id).Take(MallOptions.MaxCoupons).ToListAsync(ct);
        return issues.ConvertAll(i => CouponView.Of(i, store));
    }

    /// <summary>Stops giving it out; false when it is neither the account's store that gives it nor, for an operator, the platform.</summary>
    public async Task<bool> EndAsync(long couponId, ICurrentAccount account, CancellationToken ct)
    {
        var (now, ownerId, isOperator) = (clock.GetUtcNow(), account.Id, account.IsOperator);
        var mine = db.CouponIssues.Where(i => i.Id == couponId && (i.StoreId == null ? isOperator : db.Stores.Any(s => s.Id == i.StoreId && s.OwnerId == ownerId)));
        return await mine.ExecuteUpdateAsync(set => set.SetProperty(i => i.EndedAt, i => i.EndedAt ?? now), ct) == 1;
    }

    private static async Task<Results<Created<CouponView>, ProblemHttpResult>> HandleIssueAsync(
        long storeId, Request request, IssueCoupons issue, MyStore mine, CancellationToken ct) =>
        await mine.FindAsync(storeId, ct) is { } store
            ? TypedResults.Created($"/api/v1/stores/{storeId}/coupons", await issue.IssueAsync(store, request, ct))
            : Problems.NotFound("mall.store-not-found");

    private static async Task<Created<CouponView>> HandleIssuePlatformAsync(Request request, IssueCoupons issue, CancellationToken ct) =>
        TypedResults.Created("/api/v1/coupons", await issue.IssueAsync(store: null, request, ct));

    private static async Task<Results<Ok<Page<CouponView>>, ProblemHttpResult>> HandleListAsync(long storeId, MallDb db, IssueCoupons issue, CancellationToken ct) =>
        await db.Stores.AsNoTracking().SingleOrDefaultAsync(s => s.Id == storeId, ct) is { } store
            ? TypedResults.Ok(new Page<CouponView>(await issue.ListAsync(store, all: false, ct), Next: null))
            : Problems.NotFound("mall.store-not-found");

    private static async Task<Ok<Page<CouponView>>> HandleListPlatformAsync(IssueCoupons issue, CancellationToken ct) =>
        TypedResults.Ok(new Page<CouponView>(await issue.ListAsync(store: null, all: false, ct), Next: null));

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleEndAsync(long couponId, IssueCoupons issue, ICurrentAccount account, CancellationToken ct) =>
        await issue.EndAsync(couponId, account, ct) ? TypedResults.NoContent() : Problems.NotFound("mall.coupon-not-found");
}
