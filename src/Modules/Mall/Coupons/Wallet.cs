using Sward.Contracts.Accounts;
using Sward.Mall.Offers;

namespace Sward.Mall.Coupons;

/// <summary>The coupons that people have.</summary>
internal sealed class Wallet(MallDb db, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder coupons) => coupons
        .MapGet("/mine", HandleAsync)
        .WithName("ListMyCoupons")
        .RequireAuthorization();

    /// <summary>Those that the buyer could use now, the ones that end first in front.</summary>
    /// <param name="currency">Of this currency; null for all.</param>
    /// <param name="storeIds">The stores whose goods they are to price: of others a shared one does not know whether it counts.</param>
    public async Task<List<HeldCoupon>> UsableAsync(long accountId, string? currency, IReadOnlyCollection<long> storeIds, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var usable = await db.HeldCoupons.AsNoTracking().Include(h => h.Issue)
            .Where(h => h.AccountId == accountId && h.PurchaseId == null && h.Issue.Until > now && (currency == null || h.Issue.Currency == currency))
            .OrderBy(h => h.Issue.Until).ThenBy(h => h.Id).Take(MallOptions.MaxCoupons).ToListAsync(ct);
        await db.LoadPartakersAsync(usable, storeIds, ct);
        return usable;
    }

    /// <summary>The same as clients see them.</summary>
    public async Task<IReadOnlyList<HeldCouponView>> ViewAsync(long accountId, CancellationToken ct)
    {
        var usable = await UsableAsync(accountId, currency: null, storeIds: [], ct);
        long[] storeIds = [.. usable.Select(h => h.Issue.StoreId).OfType<long>().Distinct()];
        var stores = await db.Stores.AsNoTracking().Where(s => storeIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        return [.. usable.Select(h => new HeldCouponView(h.Id, CouponView.Of(h.Issue, h.Issue.StoreId is { } storeId ? stores[storeId] : null)))];
    }

    private static async Task<Ok<Page<HeldCouponView>>> HandleAsync(Wallet wallet, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(new Page<HeldCouponView>(await wallet.ViewAsync(account.Id, ct), Next: null));
}

/// <summary>A coupon that somebody has; <paramref name="Id"/> is what a quote's <c>coupons</c> name.</summary>
internal sealed record HeldCouponView(long Id, CouponView Coupon);
