using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Mall.Catalog;
using Sward.Mall.Desk;
using Sward.Mall.Offers;
using Sward.Mall.Pricing;
using Sward.Mall.Stores;

namespace Sward.Mall.Coupons;

/// <summary>A store or the operator gives out coupons and stops one. What it promised cannot be changed: a coupon that was given stays as it was.</summary>
internal sealed class IssueCoupons(MallDb db, CodeTries tries, ICurrentAccount giver, Ids ids, TimeProvider clock)
{
    /// <summary>Either an amount or a share is taken off.</summary>
    /// <param name="FromMinor">The least worth of the goods, in the currency of the store, or the platform's.</param>
    /// <param name="Percent">1 to 90 percent of the goods.</param>
    /// <param name="CapMinor">The most that a share may come to.</param>
    /// <param name="Layer">Off the goods: <c>store</c> for a store's coupon, <c>platform</c> for the platform's; or off the freight.</param>
    /// <param name="StoresPercent">What of the platform's coupon stores bear on their own goods; then it counts only for stores that take part.</param>
    /// <param name="Categories">The kinds of goods it is for; empty or absent for all.</param>
    /// <param name="Way">How it is had: <c>taken</c> by anybody, by <c>code</c>, for those who <c>follow</c> the store, or <c>pushed</c>. The last two are given once to each person.</param>
    /// <param name="UsableFrom">From when it is good, before it ends; absent for at once. It is given out before.</param>
    /// <param name="Exclusive">No other coupon beside it.</param>
    /// <param name="Priority">Of two exclusive coupons the higher one stands.</param>
    /// <param name="Code">The word by which it is had: 4 to 32 letters, digits, - and _; for a coupon by code and no other.</param>
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
        [property: Range(0, 100)] int StoresPercent = 0,
        CouponWay Way = CouponWay.Taken,
        [property: StringLength(60)] string? Code = null,
        DateTimeOffset? UsableFrom = null,
        bool Exclusive = false,
        [property: Range(0, 1_000)] int Priority = 0)
    {
        private const long MostMinor = 1_000_000_000;
    }

    public static void Map(IEndpointRouteBuilder stores, IEndpointRouteBuilder coupons)
    {
        stores.MapPost("/{storeId:long}/coupons/preview", HandlePreviewAsync)
            .WithName("PreviewCoupon")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireAuthorization();
        coupons.MapPost("/preview", HandlePreviewPlatformAsync)
            .WithName("PreviewPlatformCoupon")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireAuthorization(Policies.Operator);
        stores.MapPost("/{storeId:long}/coupons", HandleIssueAsync)
            .WithName("IssueCoupon")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireAuthorization();
        coupons.MapPost("", HandleIssuePlatformAsync)
            .WithName("IssuePlatformCoupon")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireAuthorization(Policies.Operator);
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
        var issue = Draft(store, request);
        await AddAsync(issue, issue.CreatedAt, ct);
        return CouponView.Of(issue, store);
    }

    /// <summary>A coupon that nobody has been given, to be tried before it is.</summary>
    /// <param name="store">Who would give it out; null for the platform.</param>
    /// <exception cref="Refusal">It takes nothing, takes two things, is for goods that there are not, or ends before it begins.</exception>
    public CouponIssue Draft(Store? store, Request request)
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

        if (request.Until <= now || request.UsableFrom >= request.Until)
        {
            throw new Refusal("mall.coupon-over", StatusCodes.Status422UnprocessableEntity);
        }

        var codeKey = CouponCode.KeyOf(request.Code);
        if ((request.Way is CouponWay.Code) != (codeKey is not null) || (codeKey is null && !string.IsNullOrWhiteSpace(request.Code)))
        {
            throw new Refusal("mall.coupon-code-invalid", StatusCodes.Status422UnprocessableEntity, CouponCode.Shortest, CouponCode.Longest);
        }

        if (request.Way is CouponWay.Follow or CouponWay.Pushed && (request.PerPerson != 1 || (store is null && request.Way is CouponWay.Follow)))
        {
            throw new Refusal("mall.coupon-way", StatusCodes.Status422UnprocessableEntity);
        }

        return new CouponIssue
        {
            Id = ids.Next(),
            StoreId = store?.Id,
            Currency = store?.Currency ?? MallOptions.DefaultCurrency,
            Title = PlainText.Line(request.Title),
            Layer = request.Layer,
            Way = request.Way,
            Code = codeKey is null ? null : PlainText.Line(request.Code!),
            CodeKey = codeKey,
            Categories = request.Categories ?? [],
            FromMinor = request.FromMinor,
            OffMinor = benefit.OffMinor,
            BasisPoints = benefit.BasisPoints,
            CapMinor = benefit.CapMinor,
            StoresBasisPoints = request.StoresPercent * 100,
            Quota = request.Quota,
            PerPerson = request.PerPerson,
            CreatedAt = now,
            UsableFrom = request.UsableFrom > now ? request.UsableFrom.Value.ToUniversalTime() : null,
            Until = request.Until.ToUniversalTime(),
            IsExclusive = request.Exclusive,
            Priority = request.Priority,
        };
    }

    /// <summary>Stops giving it out; false when it is neither the account's store that gives it nor, for an operator, the platform.</summary>
    public async Task<bool> EndAsync(long couponId, ICurrentAccount account, CancellationToken ct)
    {
        var (now, ownerId, isOperator) = (clock.GetUtcNow(), account.Id, account.IsOperator);
        var mine = db.CouponIssues.Where(i => i.Id == couponId && (i.StoreId == null ? isOperator : db.Stores.Any(s => s.Id == i.StoreId && s.OwnerId == ownerId)));
        return await mine.ExecuteUpdateAsync(set => set.SetProperty(i => i.EndedAt, i => i.EndedAt ?? now), ct) == 1;
    }

    private async Task AddAsync(CouponIssue issue, DateTimeOffset now, CancellationToken ct)
    {
        if (issue.CodeKey is { } key)
        {
            // The word of a coupon that is over is free for another.
            await db.CouponIssues.Where(i => i.CodeKey == key && (i.EndedAt != null || i.Until <= now)).ExecuteUpdateAsync(set => set.SetProperty(i => i.CodeKey, (string?)null), ct);
        }

        if (!await db.InsertOnceAsync(issue, ct))
        {
            // Whoever hears that a word is taken has found somebody's code.
            await tries.CountAsync(giver.Id, ct);
            throw new Refusal("mall.coupon-code-taken");
        }
    }

    private static async Task<Results<Ok<PreviewOffer.Response>, ProblemHttpResult>> HandlePreviewAsync(
        long storeId, Request request, IssueCoupons issue, PreviewOffer preview, MyStore mine, CancellationToken ct) =>
        await mine.FindAsync(storeId, ct) is { } store
            ? TypedResults.Ok(await preview.RunAsync(issue.Draft(store, request), ct))
            : Problems.NotFound("mall.store-not-found");

    private static async Task<Ok<PreviewOffer.Response>> HandlePreviewPlatformAsync(Request request, IssueCoupons issue, PreviewOffer preview, CancellationToken ct) =>
        TypedResults.Ok(await preview.RunAsync(issue.Draft(store: null, request), ct));

    private static async Task<Results<Created<CouponView>, ProblemHttpResult>> HandleIssueAsync(
        long storeId, Request request, IssueCoupons issue, MyStore mine, CancellationToken ct) =>
        await mine.FindAsync(storeId, ct) is { } store
            ? TypedResults.Created($"/api/v1/stores/{storeId}/coupons", await issue.IssueAsync(store, request, ct))
            : Problems.NotFound("mall.store-not-found");

    private static async Task<Created<CouponView>> HandleIssuePlatformAsync(Request request, IssueCoupons issue, CancellationToken ct) =>
        TypedResults.Created("/api/v1/coupons", await issue.IssueAsync(store: null, request, ct));

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleEndAsync(long couponId, IssueCoupons issue, ICurrentAccount account, CancellationToken ct) =>
        await issue.EndAsync(couponId, account, ct) ? TypedResults.NoContent() : Problems.NotFound("mall.coupon-not-found");
}
