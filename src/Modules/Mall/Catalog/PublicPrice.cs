namespace Sward.Mall.Catalog;

/// <summary>What a variant cost everybody from an instant on, until the next such row. Never changed, never deleted: "was" prices and the price guarantee are read from it.</summary>
internal sealed class PublicPrice
{
    public long Id { get; init; }
    public long SkuId { get; init; }
    public required string Currency { get; init; }
    public long PriceMinor { get; init; }
    public DateTimeOffset From { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<PublicPrice>
    {
        public void Configure(EntityTypeBuilder<PublicPrice> price)
        {
            price.Property(p => p.Id).ValueGeneratedNever();
            price.Property(p => p.Currency).HasMaxLength(3);
            price.HasOne<Sku>().WithMany(s => s.Prices).HasForeignKey(p => p.SkuId).OnDelete(DeleteBehavior.Restrict);
            price.HasIndex(p => new { p.SkuId, p.From });
        }
    }
}
