using System.Globalization;

namespace Sward.Mall.Commissions;

/// <summary>Who gets a commission.</summary>
internal enum CommissionKind
{
    /// <summary>The platform, for every sale.</summary>
    Platform,

    /// <summary>Whose note or link led to the sale.</summary>
    Creator,
}

/// <summary>What a rate is for; the narrower one decides.</summary>
internal enum RateScope
{
    Product,
    Category,
    Store,
    Default,
}

/// <summary>What is sold, as rates see it.</summary>
internal readonly record struct RatedGoods(long ProductId, string Category, long StoreId, string Currency);

/// <summary>A rate of commission from a day on. It is never changed: another takes its place, and what was ordered before keeps what was promised then.</summary>
internal sealed class CommissionRate
{
    /// <summary>The subject of a default rate.</summary>
    public const string ForAll = "";

    /// <summary>The id of those that stand in the configuration and not in the database.</summary>
    public const long Configured = 0;

    public long Id { get; init; }
    public CommissionKind Kind { get; init; }
    public RateScope Scope { get; init; }

    /// <summary>The product's or store's id, or the category's code; <see cref="ForAll"/> for the default.</summary>
    public required string Subject { get; init; }

    /// <summary>The currency that its amounts are in and that it is for; null for a mere share, in whatever currency.</summary>
    public string? Currency { get; init; }

    /// <summary>Hundredths of a percent.</summary>
    public int BasisPoints { get; init; }

    /// <summary>Per unit, instead of the share.</summary>
    public long? FixedMinor { get; init; }

    /// <summary>Per unit.</summary>
    public long FloorMinor { get; init; }

    /// <summary>Per unit.</summary>
    public long? CapMinor { get; init; }
    public DateTimeOffset StartsAt { get; init; }

    /// <summary>From then on the next wider rate holds; null for no end.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>The operator who added it.</summary>
    [Personal]
    public long AddedById { get; init; }

    public CommissionTerms Terms => new(BasisPoints, FixedMinor, FloorMinor, CapMinor);

    public bool IsFor(RatedGoods goods) => (Currency is null || string.Equals(Currency, goods.Currency, StringComparison.Ordinal)) && string.Equals(Subject, Scope switch
    {
        RateScope.Product => goods.ProductId.ToString(CultureInfo.InvariantCulture),
        RateScope.Category => goods.Category,
        RateScope.Store => goods.StoreId.ToString(CultureInfo.InvariantCulture),
        _ => ForAll,
    }, StringComparison.Ordinal);

    public bool HoldsAt(DateTimeOffset at) => StartsAt <= at && (EndsAt is null || at < EndsAt);

    internal sealed class Mapping : IEntityTypeConfiguration<CommissionRate>
    {
        public void Configure(EntityTypeBuilder<CommissionRate> rate)
        {
            rate.Property(r => r.Id).ValueGeneratedNever();
            rate.Property(r => r.Kind).HasConversion<string>().HasMaxLength(10);
            rate.Property(r => r.Scope).HasConversion<string>().HasMaxLength(10);
            rate.Property(r => r.Subject).HasMaxLength(40);
            rate.Property(r => r.Currency).HasMaxLength(3);
            rate.Ignore(r => r.Terms);
            rate.ToTable(table => table.HasCheckConstraint("ck_mall_commission_rate_share", "basis_points BETWEEN 0 AND 10000"));
        }
    }
}

/// <summary>Finds the rate that decides.</summary>
internal static class CommissionRates
{
    /// <summary>The rates that may be for some goods, whosoever commission it is: a mall may have one for every product.</summary>
    public static async Task<List<CommissionRate>> RatesForAsync(this MallDb db, IReadOnlyCollection<RatedGoods> goods, MallOptions options, CancellationToken ct)
    {
        string[] subjects =
        [
            CommissionRate.ForAll, .. goods.Select(one => one.Category).Distinct(StringComparer.Ordinal),
            .. goods.Select(one => one.ProductId).Concat(goods.Select(one => one.StoreId)).Distinct().Select(id => id.ToString(CultureInfo.InvariantCulture)),
        ];
        return [.. await db.CommissionRates.AsNoTracking().Where(r => subjects.Contains(r.Subject)).ToListAsync(ct), .. options.DefaultRates];
    }

    /// <summary>Product before category before store before default; then the rate of the currency before that of all; then the one that began last.</summary>
    public static CommissionRate? Find(this IEnumerable<CommissionRate> rates, CommissionKind kind, RatedGoods goods, DateTimeOffset at) => rates
        .Where(rate => rate.Kind == kind && rate.HoldsAt(at) && rate.IsFor(goods))
        .OrderBy(rate => rate.Scope).ThenBy(rate => rate.Currency is null).ThenByDescending(rate => rate.StartsAt).ThenByDescending(rate => rate.Id)
        .FirstOrDefault();
}
