using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;

namespace Sward.Mall.Coupons;

/// <summary>Takes the coupon whose code somebody typed.</summary>
internal sealed class ClaimByCode(MallDb db, ClaimCoupon claim, CodeTries tries)
{
    public sealed record Request([property: Required, StringLength(60, MinimumLength = 1)] string Code);

    public static void Map(IEndpointRouteBuilder coupons) => coupons
        .MapPost("/claim", HandleAsync)
        .WithName("ClaimCouponByCode")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization();

    /// <summary>The coupon that the account has now.</summary>
    /// <param name="client">Where the request came from, see <see cref="ClientAddresses"/>.</param>
    /// <exception cref="Refusal">No coupon has this code, there are none left of it, the account has as many as one may have, or it tried too many codes.</exception>
    public async Task<HeldCouponView> RunAsync(string? typed, long accountId, string client, CancellationToken ct)
    {
        await tries.CountAsync(accountId, client, ct);
        var key = CouponCode.KeyOf(typed);
        var issue = key is null ? null : await db.CouponIssues.AsNoTracking().SingleOrDefaultAsync(i => i.CodeKey == key, ct);
        if (issue is null)
        {
            throw new Refusal("mall.coupon-code-wrong", StatusCodes.Status404NotFound);
        }

        var heldId = await claim.TakeAsync(issue, accountId, ct);
        return new(heldId, CouponView.Of(issue, await db.Stores.AsNoTracking().SingleOrDefaultAsync(s => s.Id == issue.StoreId, ct)));
    }

    private static async Task<Ok<HeldCouponView>> HandleAsync(Request request, ClaimByCode claim, ICurrentAccount account, HttpContext http, CancellationToken ct) =>
        TypedResults.Ok(await claim.RunAsync(request.Code, account.Id, http.ClientAddress(), ct));
}
