using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Stores;
using Sward.Ui;

namespace Sward.Mall.Coupons;

/// <summary>The coupons that everybody sees and may take: a store's, the platform's, and those of all stores in the coupon centre. What has a code or is pushed is not among them.</summary>
internal sealed class CouponShelf(MallDb db, IAccountCards accounts, ICircles circles, IStringLocalizer texts, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder stores, IEndpointRouteBuilder coupons)
    {
        stores.MapGet("/{storeId:long}/coupons", HandleOfStoreAsync)
            .WithName("ListStoreCoupons")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .AllowAnonymous();
        coupons.MapGet("", HandleOfPlatformAsync)
            .WithName("ListPlatformCoupons")
            .AllowAnonymous();
        coupons.MapGet("/of-stores", HandleOfStoresAsync)
            .WithName("ListCouponsOfStores")
            .AllowAnonymous();
    }

    /// <summary>Those of a store, or the platform's, newest first.</summary>
    public async Task<IReadOnlyList<CouponView>> OfAsync(Store? store, CancellationToken ct)
    {
        var storeId = store?.Id;
        var issues = await ToTake(db, clock.GetUtcNow()).Where(i => i.StoreId == storeId).OrderByDescending(i => i.Id).Take(MallOptions.MaxCoupons).ToListAsync(ct);
        return issues.ConvertAll(issue => CouponView.Of(issue, store));
    }

    /// <summary>Those of all stores, what ends first in front; null when the cursor is none.</summary>
    /// <param name="words">What the store's name contains; null for all stores.</param>
    public async Task<Page<CouponView>?> OfStoresAsync(string? words, string? cursor, int size, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!Cursor.TryDecode(cursor, out var ticks, out var afterId, now.UtcTicks, secondDefault: 0) || ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks)
        {
            return null;
        }

        var issues = await OfStores(db, now, new DateTimeOffset(ticks, TimeSpan.Zero), afterId, words).Take(size + 1).ToListAsync(ct);
        long[] storeIds = [.. issues.Select(issue => issue.StoreId!.Value).Distinct()];
        var stores = await db.Stores.AsNoTracking().Where(s => storeIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        return Page<CouponView>.Of(issues.ConvertAll(issue => CouponView.Of(issue, stores[issue.StoreId!.Value])), size, last => Cursor.Encode(last.Until.UtcTicks, last.Id));
    }

    /// <summary>What a reader can do with each of them.</summary>
    /// <param name="readerId">Null for a visitor.</param>
    public async Task<IReadOnlyList<CouponToTake>> ForAsync(long? readerId, IReadOnlyList<CouponView> coupons, CancellationToken ct)
    {
        long[] ids = [.. coupons.Select(coupon => coupon.Id)];
        Dictionary<long, int> held = readerId is null
            ? new()
            : await db.HeldCoupons.Where(h => h.AccountId == readerId && ids.Contains(h.IssueId)).GroupBy(h => h.IssueId, (id, all) => new { Id = id, Count = all.Count() })
                .ToDictionaryAsync(issue => issue.Id, issue => issue.Count, ct);
        long[] storeIds = [.. coupons.Where(coupon => coupon.Way is CouponWay.Follow).Select(coupon => coupon.StoreId).OfType<long>().Distinct()];
        Dictionary<long, long> owners = storeIds.Length == 0 ? new() : await db.Stores.Where(s => storeIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.OwnerId, ct);
        var cards = await accounts.GetAsync([.. owners.Values.Distinct()], ct);
        var following = (await circles.OfAsync(readerId, ct)).Following;
        return [.. coupons.Select(coupon => new CouponToTake(coupon, held.GetValueOrDefault(coupon.Id) >= coupon.PerPerson, FollowFor(coupon)))];

        Toggle? FollowFor(CouponView coupon) =>
            coupon is { Way: CouponWay.Follow, StoreId: { } storeId } && cards.GetValueOrDefault(owners[storeId]) is { } owner && !following.Contains(owner.Id)
                ? Toggle.Follow(owner, on: false, texts["mall.coupons.follow"])
                : null;
    }

    /// <summary>Given out now, to whoever comes.</summary>
    private static IQueryable<CouponIssue> ToTake(MallDb db, DateTimeOffset now) => db.CouponIssues.AsNoTracking()
        .Where(i => i.Until > now && i.EndedAt == null && i.Given < i.Quota && (i.Way == CouponWay.Taken || i.Way == CouponWay.Follow));

    /// <summary>Walks one index from the place on; the bound on the end is what the index can seek to.</summary>
    internal static IQueryable<CouponIssue> OfStores(MallDb db, DateTimeOffset now, DateTimeOffset after, long afterId, string? words)
    {
        var part = words?.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // This becomes SQL's lower(), which on both databases knows the letters of ASCII.
        return ToTake(db, now)
            .Where(i => i.StoreId != null && i.Until >= after && (i.Until > after || i.Id > afterId))
            .Where(i => part == null || db.Stores.Any(s => s.Id == i.StoreId && s.Name.ToLower().Contains(part)))
            .OrderBy(i => i.Until).ThenBy(i => i.Id);
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }

    private static async Task<Results<Ok<Page<CouponView>>, ProblemHttpResult>> HandleOfStoreAsync(long storeId, MallDb db, CouponShelf shelf, CancellationToken ct) =>
        await db.Stores.AsNoTracking().SingleOrDefaultAsync(s => s.Id == storeId, ct) is { } store
            ? TypedResults.Ok(new Page<CouponView>(await shelf.OfAsync(store, ct), Next: null))
            : Problems.NotFound("mall.store-not-found");

    private static async Task<Ok<Page<CouponView>>> HandleOfPlatformAsync(CouponShelf shelf, CancellationToken ct) =>
        TypedResults.Ok(new Page<CouponView>(await shelf.OfAsync(store: null, ct), Next: null));

    private static async Task<Results<Ok<Page<CouponView>>, ProblemHttpResult>> HandleOfStoresAsync(
        [AsParameters] PageQuery page, [MaxLength(60)] string? q, CouponShelf shelf, CancellationToken ct) =>
        await shelf.OfStoresAsync(PlainText.LineOrNull(q), page.Cursor, page.Size, ct) is { } found ? TypedResults.Ok(found) : Problems.BadRequest("kernel.bad-cursor");
}
