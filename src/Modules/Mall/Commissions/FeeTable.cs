using System.Globalization;
using Microsoft.Extensions.Options;
using Sward.Mall.Stores;

namespace Sward.Mall.Commissions;

/// <summary>The rates of commission, those of the configuration among them, for whoever has to know them.</summary>
internal sealed class FeeTable(MallDb db, IOptions<MallOptions> options, TimeProvider clock)
{
    private const int MostProducts = 500;

    /// <summary>All that there ever were, the newest first.</summary>
    public async Task<IReadOnlyList<CommissionRate>> AllAsync(CancellationToken ct) =>
        WithDefaults(await db.CommissionRates.AsNoTracking().OrderByDescending(r => r.Id).ToListAsync(ct), _ => true);

    /// <summary>What creators have now or will.</summary>
    public async Task<IReadOnlyList<CommissionRate>> OfCreatorsAsync(CancellationToken ct) =>
        WithDefaults(await Current(CommissionKind.Creator).OrderByDescending(r => r.Id).ToListAsync(ct), rate => rate.Kind is CommissionKind.Creator);

    /// <summary>What the platform takes of a store's goods now or will: of everything, of kinds of goods, of this store, and of its newest products.</summary>
    public async Task<IReadOnlyList<CommissionRate>> OfStoreAsync(Store store, CancellationToken ct)
    {
        var products = await db.Products.Where(p => p.StoreId == store.Id).OrderByDescending(p => p.Id).Select(p => p.Id).Take(MostProducts).ToListAsync(ct);
        var (own, goods) = (store.Id.ToString(CultureInfo.InvariantCulture), products.ConvertAll(id => id.ToString(CultureInfo.InvariantCulture)));
        var rates = Current(CommissionKind.Platform).Where(r => (r.Currency == null || r.Currency == store.Currency)
            && (r.Scope == RateScope.Default || r.Scope == RateScope.Category || (r.Scope == RateScope.Store && r.Subject == own) || (r.Scope == RateScope.Product && goods.Contains(r.Subject))));
        return WithDefaults(await rates.OrderByDescending(r => r.Id).ToListAsync(ct), rate => rate.Kind is CommissionKind.Platform);
    }

    /// <summary>The rate that decides about goods now; null when nobody has a commission of them.</summary>
    public async Task<CommissionRate?> FindAsync(CommissionKind kind, RatedGoods goods, CancellationToken ct) =>
        (await db.RatesForAsync([goods], options.Value, ct)).Find(kind, goods, clock.GetUtcNow());

    private IQueryable<CommissionRate> Current(CommissionKind kind)
    {
        var now = clock.GetUtcNow();
        return db.CommissionRates.AsNoTracking().Where(r => r.Kind == kind && (r.EndsAt == null || r.EndsAt > now));
    }

    private List<CommissionRate> WithDefaults(List<CommissionRate> rates, Func<CommissionRate, bool> wanted) =>
        [.. rates, .. options.Value.DefaultRates.Where(wanted).OrderByDescending(rate => rate.StartsAt)];
}
