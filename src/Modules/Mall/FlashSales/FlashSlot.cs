namespace Sward.Mall.FlashSales;

/// <summary>
/// One of the units that a buyer may have in a sale, taken. The key is the cap: a slot number above the cap is never written, and one that is taken
/// cannot be taken again, whoever tries at the same moment.
/// </summary>
internal sealed class FlashSlot
{
    public long SaleId { get; init; }
    [Personal]
    public long BuyerId { get; init; }

    /// <summary>From 1 to the sale's <see cref="FlashSale.PerBuyer"/>.</summary>
    public int Number { get; init; }
    public long OrderId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<FlashSlot>
    {
        public void Configure(EntityTypeBuilder<FlashSlot> slot)
        {
            slot.HasKey(s => new { s.SaleId, s.BuyerId, s.Number });
            slot.HasIndex(s => s.OrderId);
        }
    }
}
