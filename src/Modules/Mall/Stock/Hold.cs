namespace Sward.Mall.Stock;

/// <summary>Where the units of a hold are now.</summary>
internal enum HoldState
{
    /// <summary>Promised to an order that waits for a payment.</summary>
    Held,

    /// <summary>Paid for.</summary>
    Sold,

    /// <summary>Given back: the order was cancelled or ran out of time.</summary>
    Released,
}

/// <summary>Units of one variant in one warehouse that belong to one order.</summary>
internal sealed class Hold
{
    public long Id { get; init; }
    public long OrderId { get; init; }
    public long SkuId { get; init; }
    public long WarehouseId { get; init; }
    public int Units { get; init; }
    public HoldState State { get; set; }

    /// <summary>The limited-time purchase whose units these are.</summary>
    public long? FlashSaleId { get; init; }

    /// <summary>The pre-sale whose units these are.</summary>
    public long? PreSaleId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Hold>
    {
        public void Configure(EntityTypeBuilder<Hold> hold)
        {
            hold.Property(h => h.Id).ValueGeneratedNever();
            hold.Property(h => h.State).HasConversion<string>().HasMaxLength(20);
            hold.ToTable(table => table.HasCheckConstraint("ck_mall_hold_units", "units > 0"));
            // One hold per stock and order: two lines that draw on the same stock were added up before.
            hold.HasIndex(h => new { h.OrderId, h.SkuId, h.WarehouseId }).IsUnique();
            hold.HasIndex(h => new { h.SkuId, h.WarehouseId, h.State });
            hold.HasIndex(h => h.PreSaleId).HasFilter("pre_sale_id IS NOT NULL");
        }
    }
}
