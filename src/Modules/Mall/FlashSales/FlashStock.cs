using Sward.Mall.Stock;

namespace Sward.Mall.FlashSales;

/// <summary>
/// The units of a sale that one warehouse gave. They are not in <see cref="StockLevel.OnHand"/> as long as they are here; an order moves them from here to
/// the warehouse's held units. Whoever changes this row has locked the stock row of its variant and warehouse.
/// </summary>
internal sealed class FlashStock : IPile
{
    public long SaleId { get; init; }
    public long WarehouseId { get; init; }
    public long SkuId { get; init; }

    /// <summary>Taken out of normal stock at the start.</summary>
    public int Units { get; init; }

    /// <summary>Free to be bought in the sale.</summary>
    public int OnHand { get; set; }

    /// <summary>Back in normal stock.</summary>
    public int Returned { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<FlashStock>
    {
        public void Configure(EntityTypeBuilder<FlashStock> stock)
        {
            stock.HasKey(s => new { s.SaleId, s.WarehouseId });
            stock.HasIndex(s => new { s.SkuId, s.WarehouseId });
            stock.HasOne<FlashSale>().WithMany().HasForeignKey(s => s.SaleId).OnDelete(DeleteBehavior.Restrict);
            stock.ToTable(table => table.HasCheckConstraint("ck_mall_flash_stock_on_hand", "on_hand >= 0 AND returned >= 0"));
        }
    }
}
