using Sward.Mall.Coupons;
using Sward.Mall.Stores;

namespace Sward.Mall.Offers;

/// <summary>
/// A store that takes part in something of the platform's, an offer or a coupon, of which stores bear a share. Without this row its goods are left out and it bears nothing.
/// </summary>
internal sealed class Partaker
{
    /// <summary>The offer's id or the coupon's: ids are unique over both.</summary>
    public long PromiseId { get; init; }
    public long StoreId { get; init; }
    public DateTimeOffset JoinedAt { get; init; }

    /// <summary>When it left; coupons that people had by then stay good for its goods. Null while it takes part.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Partaker>
    {
        public void Configure(EntityTypeBuilder<Partaker> partaker)
        {
            partaker.HasKey(p => new { p.PromiseId, p.StoreId });
            partaker.HasOne<Store>().WithMany().HasForeignKey(p => p.StoreId);
        }
    }
}

/// <summary>Who takes part in what.</summary>
internal static class Partakers
{
    /// <summary>Tells each shared offer which stores take part now; one query, and none when there is no shared offer.</summary>
    /// <param name="storeIds">The stores that are asked about.</param>
    public static async Task LoadPartakersAsync(this MallDb db, IReadOnlyCollection<PublicOffer> offers, IReadOnlyCollection<long> storeIds, CancellationToken ct)
    {
        long[] shared = [.. offers.Where(offer => offer.IsShared).Select(offer => offer.Id)];
        if (shared.Length == 0)
        {
            return;
        }

        var rows = await db.Partakers.AsNoTracking().Where(p => shared.Contains(p.PromiseId) && p.LeftAt == null && storeIds.Contains(p.StoreId))
            .Select(p => new { p.PromiseId, p.StoreId }).ToListAsync(ct);
        var stores = rows.ToLookup(row => row.PromiseId, row => row.StoreId);
        foreach (var offer in offers)
        {
            offer.Partakers = stores[offer.Id].ToHashSet();
        }
    }

    /// <summary>Tells each shared coupon of somebody for which of these stores' goods it counts.</summary>
    public static async Task LoadPartakersAsync(this MallDb db, IReadOnlyCollection<HeldCoupon> coupons, IReadOnlyCollection<long> storeIds, CancellationToken ct)
    {
        long[] shared = [.. coupons.Where(coupon => coupon.Issue.IsShared).Select(coupon => coupon.IssueId).Distinct()];
        if (shared.Length == 0)
        {
            return;
        }

        var partakers = await db.Partakers.AsNoTracking().Where(p => shared.Contains(p.PromiseId) && storeIds.Contains(p.StoreId)).ToListAsync(ct);
        foreach (var coupon in coupons)
        {
            // What a store agreed to when the coupon was taken stays a promise.
            coupon.Partakers = partakers.Where(p => p.PromiseId == coupon.IssueId && (p.LeftAt is null || coupon.ClaimedAt < p.LeftAt)).Select(p => p.StoreId).ToHashSet();
        }
    }
}
