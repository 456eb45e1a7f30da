using Sward.Mall.Catalog;
using Sward.Mall.Pricing;

namespace Sward.Mall.PreSales;

/// <summary>
/// Goods that are sold before they are sent: a deposit first, the rest in a window of its own, and a day by which they leave. What was promised is not changed: it may
/// only be called off before the first deposit can be paid.
/// </summary>
internal sealed class PreSale
{
    public long Id { get; init; }
    public long StoreId { get; init; }
    public long SkuId { get; init; }

    /// <summary>Price of one unit, in the store's currency.</summary>
    public long PriceMinor { get; init; }

    /// <summary>What of it is paid first.</summary>
    public long DepositMinor { get; init; }

    /// <summary>What the deposit counts for; never less than it is.</summary>
    public long CountsAsMinor { get; init; }

    /// <summary>Units that it may have orders for, all together.</summary>
    public int Units { get; init; }

    /// <summary>From here on orders are taken.</summary>
    public DateTimeOffset DepositFrom { get; init; }

    /// <summary>At this instant no more.</summary>
    public DateTimeOffset DepositUntil { get; init; }

    /// <summary>From here on the rest can be paid.</summary>
    public DateTimeOffset FinalFrom { get; init; }

    /// <summary>Whoever has not paid the rest by then has lost the deposit.</summary>
    public DateTimeOffset FinalUntil { get; init; }

    /// <summary>The last day, in the site's time zone, on which the store may send.</summary>
    public DateOnly ShipBy { get; init; }
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Whether an order can be made.</summary>
    public bool IsOpenAt(DateTimeOffset now) => CancelledAt is null && DepositFrom <= now && now < DepositUntil;

    /// <summary>What the price engine makes of it.</summary>
    public DepositOffer ToOffer() => new($"pre-sale-{Id}", SkuId, DepositMinor, CountsAsMinor) { From = DepositFrom, Until = DepositUntil };

    internal sealed class Mapping : IEntityTypeConfiguration<PreSale>
    {
        public void Configure(EntityTypeBuilder<PreSale> sale)
        {
            sale.Property(s => s.Id).ValueGeneratedNever();
            sale.HasOne<Sku>().WithMany().HasForeignKey(s => s.SkuId).OnDelete(DeleteBehavior.Restrict);
            sale.ToTable(table => table.HasCheckConstraint("ck_mall_pre_sale_deposit", "deposit_minor > 0 AND deposit_minor * 5 <= price_minor AND deposit_minor <= counts_as_minor"));
            sale.HasIndex(s => new { s.SkuId, s.DepositUntil });
            sale.HasIndex(s => new { s.StoreId, s.Id });
            // For the job that tells buyers about the window of the rest.
            sale.HasIndex(s => s.FinalUntil);
        }
    }
}
