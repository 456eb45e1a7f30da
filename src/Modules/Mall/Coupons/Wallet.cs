using System.Globalization;
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

    /// <summary>Those that the buyer could use now, the ones that end first in front; without stores, also those that are good later.</summary>
    /// <param name="currency">Of this currency; null for all.</param>
    /// <param name="storeIds">The stores whose goods they are to price, so that a full wallet hides none that counts; null for all, of which a shared one does not know whether it counts.</param>
    /// <param name="chosen">Only these; null for all.</param>
    public async Task<List<HeldCoupon>> UsableAsync(
        long accountId, string? currency, IReadOnlyCollection<long>? storeIds, CancellationToken ct, IReadOnlyCollection<string>? chosen = null)
    {
        var now = clock.GetUtcNow();
        var mine = db.HeldCoupons.Where(h => h.AccountId == accountId && h.PurchaseId == null);
        var usable = mine.AsNoTracking().Include(h => h.Issue).Where(h => h.Issue.Until > now && (currency == null || h.Issue.Currency == currency));
        if (storeIds is not null)
        {
            usable = usable.Where(h => (h.Issue.StoreId == null || storeIds.Contains(h.Issue.StoreId.Value)) && (h.Issue.UsableFrom == null || h.Issue.UsableFrom <= now));
        }

        if (chosen is not null)
        {
            var ids = chosen.Select(id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 0).ToArray();
            usable = usable.Where(h => ids.Contains(h.Id));
        }
        else if (storeIds is not null)
        {
            // Of several copies of one coupon the first is as good as any.
            usable = usable.Where(h => !mine.Any(copy => copy.IssueId == h.IssueId && copy.Number < h.Number));
        }

        var found = await usable.OrderBy(h => h.Issue.Until).ThenBy(h => h.Id).Take(MallOptions.MaxCoupons).ToListAsync(ct);
        await db.LoadPartakersAsync(found, storeIds ?? [], ct);
        return found;
    }

    /// <summary>The same as clients see them: all, or those for goods of some stores.</summary>
    public async Task<IReadOnlyList<HeldCouponView>> ViewAsync(long accountId, CancellationToken ct, string? currency = null, IReadOnlyCollection<long>? forStores = null)
    {
        var usable = await UsableAsync(accountId, currency, forStores, ct);
        long[] storeIds = [.. usable.Select(h => h.Issue.StoreId).OfType<long>().Distinct()];
        var stores = await db.Stores.AsNoTracking().Where(s => storeIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        return [.. usable.Select(h => new HeldCouponView(h.Id, CouponView.Of(h.Issue, h.Issue.StoreId is { } storeId ? stores[storeId] : null)))];
    }

    private static async Task<Ok<Page<HeldCouponView>>> HandleAsync(Wallet wallet, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(new Page<HeldCouponView>(await wallet.ViewAsync(account.Id, ct), Next: null));
}

/// <summary>A coupon that somebody has; <paramref name="Id"/> is what a quote's <c>coupons</c> name.</summary>
internal sealed record HeldCouponView(long Id, CouponView Coupon);
