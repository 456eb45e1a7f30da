using Sward.Mall.Catalog;

namespace Sward.Mall.FlashSales;

/// <summary>Where a limited-time purchase is.</summary>
internal enum FlashSaleState
{
    /// <summary>Made, and not begun: it may still be cancelled.</summary>
    Planned,

    /// <summary>Its units have been taken out of normal stock.</summary>
    Running,

    /// <summary>Over; what was left has gone back.</summary>
    Ended,
    Cancelled,
}

/// <summary>A limited-time purchase: some units of one variant at a lower price, for a while, and no more than a few for each buyer.</summary>
internal sealed class FlashSale
{
    public long Id { get; init; }
    public long StoreId { get; init; }
    public long SkuId { get; init; }

    /// <summary>Price of one unit, in the store's currency.</summary>
    public long PriceMinor { get; init; }

    /// <summary>Units that are set aside at the start; fewer if normal stock does not have them then.</summary>
    public int Units { get; init; }

    /// <summary>Units that one buyer may have.</summary>
    public int PerBuyer { get; init; }
    public DateTimeOffset StartsAt { get; init; }
    public DateTimeOffset EndsAt { get; init; }
    public FlashSaleState State { get; init; }

    public bool RunsAt(DateTimeOffset now) => State is FlashSaleState.Running && StartsAt <= now && now < EndsAt;

    internal sealed class Mapping : IEntityTypeConfiguration<FlashSale>
    {
        public void Configure(EntityTypeBuilder<FlashSale> sale)
        {
            sale.Property(s => s.Id).ValueGeneratedNever();
            sale.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
            sale.HasOne<Sku>().WithMany().HasForeignKey(s => s.SkuId).OnDelete(DeleteBehavior.Restrict);
            sale.HasIndex(s => new { s.SkuId, s.EndsAt });
            sale.HasIndex(s => new { s.StoreId, s.Id });
            // For the job: what waits for its hour.
            sale.HasIndex(s => new { s.State, s.StartsAt });
        }
    }
}
