using Sward.Contracts.Mall;

namespace Sward.Mall.Stock;

/// <summary>A place a store sends parcels from. Orders are split by it.</summary>
internal sealed class Warehouse
{
    public long Id { get; init; }
    public long StoreId { get; init; }

    /// <summary>The seller's own code, unique within the store.</summary>
    public required string Code { get; init; }

    /// <summary>Where it stands, one of <see cref="ShippingCountries"/>.</summary>
    public string Country { get; init; } = ShippingCountries.Home;

    internal sealed class Mapping : IEntityTypeConfiguration<Warehouse>
    {
        public void Configure(EntityTypeBuilder<Warehouse> warehouse)
        {
            warehouse.Property(w => w.Id).ValueGeneratedNever();
            warehouse.Property(w => w.Code).HasMaxLength(40);
            warehouse.Property(w => w.Country).HasMaxLength(2).HasDefaultValue(ShippingCountries.Home);
            warehouse.HasIndex(w => new { w.StoreId, w.Code }).IsUnique();
        }
    }
}
