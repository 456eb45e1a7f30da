namespace Sward.Mall.Stock;

/// <summary>
/// How many units of a variant a warehouse has, in three buckets that never overlap: a unit moves from on hand to held when it is ordered,
/// and from held to sold when it is paid. Their sum changes only when the seller receives or writes off goods.
/// </summary>
internal sealed class StockLevel : IPile
{
    public long SkuId { get; init; }
    public long WarehouseId { get; init; }

    /// <summary>Free to be ordered.</summary>
    public int OnHand { get; set; }

    /// <summary>Promised to orders that wait for payment.</summary>
    public int Held { get; set; }

    /// <summary>Paid for.</summary>
    public int Sold { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<StockLevel>
    {
        public void Configure(EntityTypeBuilder<StockLevel> level)
        {
            level.HasKey(l => new { l.SkuId, l.WarehouseId });
            level.ToTable(table =>
            {
                // The last line of defence: whatever the code believes, the database never oversells.
                table.HasCheckConstraint("ck_mall_stock_level_on_hand", "on_hand >= 0");
                table.HasCheckConstraint("ck_mall_stock_level_held", "held >= 0");
                table.HasCheckConstraint("ck_mall_stock_level_sold", "sold >= 0");
            });
        }
    }
}
