namespace Sward.Mall.Stock;

/// <summary>A place a store sends parcels from. Orders are split by it.</summary>
internal sealed class Warehouse
{
    public long Id { get; init; }
    public long StoreId { get; init; }

    /// <summary>The seller's own code, unique within the store.</summary>
    public required string Code { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Warehouse>
    {
        public void Configure(EntityTypeBuilder<Warehouse> warehouse)
        {
            warehouse.Property(w => w.Id).ValueGeneratedNever();
            warehouse.Property(w => w.Code).HasMaxLength(40);
            warehouse.HasIndex(w => new { w.StoreId, w.Code }).IsUnique();
        }
    }
}
