using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;

namespace Sward.Mall.Coupons;

/// <summary>A store pushes a coupon to its followers or buyers, the operator one of the platform's to everybody who bought or to people by name. A job gives it (<see cref="PushCoupons"/>).</summary>
internal sealed class PushCoupon(MallDb db, IAccountCards accounts, Ids ids, TimeProvider clock)
{
    /// <summary>People who can be named at once.</summary>
    public const int MostNamed = 200;

    /// <summary>To whom.</summary>
    /// <param name="Audience">A store's: <c>followers</c> or <c>buyers</c>; the platform's: <c>buyers</c> or <c>named</c>.</param>
    /// <param name="Handles">Who is named, with or without the @.</param>
    public sealed record Request(PushAudience Audience, [property: MaxLength(PushCoupon.MostNamed)] IReadOnlyList<string>? Handles = null);

    public static void Map(IEndpointRouteBuilder coupons) => coupons
        .MapPost("/{couponId:long}/push", HandleAsync)
        .WithName("PushCoupon")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization();

    /// <summary>Begins to push it; says where the push stands.</summary>
    /// <exception cref="Refusal">It is not the account's to push, is no coupon that is pushed, is given out no more, or is being pushed already.</exception>
    public async Task<CouponPushView> RunAsync(long couponId, Request request, ICurrentAccount account, CancellationToken ct)
    {
        var (now, ownerId, isOperator) = (clock.GetUtcNow(), account.Id, account.IsOperator);
        var issue = await db.CouponIssues.AsNoTracking()
            .SingleOrDefaultAsync(i => i.Id == couponId && (i.StoreId == null ? isOperator : db.Stores.Any(s => s.Id == i.StoreId && s.OwnerId == ownerId)), ct)
            ?? throw new Refusal("mall.coupon-not-found", StatusCodes.Status404NotFound);
        if (issue.Way is not CouponWay.Pushed || request.Audience == (issue.StoreId is null ? PushAudience.Followers : PushAudience.Named) || !Enum.IsDefined(request.Audience))
        {
            throw new Refusal("mall.coupon-audience", StatusCodes.Status422UnprocessableEntity);
        }

        if (!issue.IsOpenAt(now) || issue.Given >= issue.Quota)
        {
            throw new Refusal("mall.coupon-none-left");
        }

        var push = new CouponPush
        {
            Id = ids.Next(),
            IssueId = couponId,
            Audience = request.Audience,
            AccountIds = request.Audience is PushAudience.Named ? await NamedAsync(request.Handles ?? [], ct) : [],
            StartedAt = now,
        };
        return await db.InsertOnceAsync(push, ct) ? CouponPushView.Of(push) : throw new Refusal("mall.coupon-push-running");
    }

    private async Task<IReadOnlyList<long>> NamedAsync(IReadOnlyList<string> handles, CancellationToken ct)
    {
        string[] wanted = [.. handles.Select(handle => PlainText.Line(handle).TrimStart('@')).Where(handle => handle.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        var found = await accounts.GetByHandleAsync(wanted, ct);
        var unknown = Array.Find(wanted, handle => !found.Keys.Contains(handle, StringComparer.OrdinalIgnoreCase));
        return unknown is null && found.Count > 0
            ? [.. found.Values.Select(card => card.Id).Order()]
            : throw new Refusal("mall.coupon-handle-unknown", StatusCodes.Status422UnprocessableEntity, unknown ?? "@");
    }

    private static async Task<Accepted<CouponPushView>> HandleAsync(long couponId, Request request, PushCoupon push, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Accepted((string?)null, await push.RunAsync(couponId, request, account, ct));
}
