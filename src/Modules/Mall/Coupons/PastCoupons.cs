using Sward.Contracts.Accounts;

namespace Sward.Mall.Coupons;

/// <summary>A coupon that somebody had.</summary>
/// <param name="OrderId">The order that it was used for, the first of them where it made several; null when it expired unused.</param>
internal sealed record PastCouponView(long Id, CouponView Coupon, long? OrderId);

/// <summary>Coupons that were used or have expired.</summary>
internal sealed class PastCoupons(MallDb db, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder coupons) => coupons
        .MapGet("/mine/past", HandleAsync)
        .WithName("ListMyPastCoupons")
        .RequireAuthorization();

    /// <summary>The one that was had last in front; null when the cursor is none.</summary>
    public async Task<Page<PastCouponView>?> PageAsync(long accountId, string? cursor, int size, CancellationToken ct)
    {
        if (!Cursor.TryDecode(cursor, out var before, out _))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var past = await (
            from held in db.HeldCoupons.AsNoTracking()
            join issue in db.CouponIssues on held.IssueId equals issue.Id
            join store in db.Stores on issue.StoreId equals store.Id into stores
            from store in stores.DefaultIfEmpty()
            where held.AccountId == accountId && held.Id < before && (held.PurchaseId != null || issue.Until <= now)
            orderby held.Id descending
            select new { held.Id, Issue = issue, Store = store, OrderId = db.Orders.Where(o => o.PurchaseId == held.PurchaseId).Min(o => (long?)o.Id) })
            .Take(size + 1).ToListAsync(ct);
        return Page<PastCouponView>.Of(past.ConvertAll(row => new PastCouponView(row.Id, CouponView.Of(row.Issue, row.Store), row.OrderId)), size, last => Cursor.Encode(last.Id));
    }

    private static async Task<Results<Ok<Page<PastCouponView>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page, PastCoupons past, ICurrentAccount account, CancellationToken ct) =>
        await past.PageAsync(account.Id, page.Cursor, page.Size, ct) is { } found ? TypedResults.Ok(found) : Problems.BadRequest("kernel.bad-cursor");
}
