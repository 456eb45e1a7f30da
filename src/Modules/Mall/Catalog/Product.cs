namespace Sward.Mall.Catalog;

/// <summary>Goods of a store, sold in one or more variants (<see cref="Sku"/>).</summary>
internal sealed class Product
{
    public long Id { get; init; }
    public long StoreId { get; init; }
    public required string Name { get; set; }

    /// <summary>Where the goods come from, short; shown as "origin · name".</summary>
    public required string Origin { get; set; }
    public required string Category { get; set; }
    public string? Brand { get; set; }
    public string Description { get; set; } = "";
    public IReadOnlyList<long> PictureIds { get; set; } = [];
    public bool OnSale { get; set; }

    /// <summary>Lowest public price over the variants.</summary>
    public long PriceMinor { get; set; }

    /// <summary>Units paid for so far; goes up with each paid order.</summary>
    public int SoldCount { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Product>
    {
        public void Configure(EntityTypeBuilder<Product> product)
        {
            product.Property(p => p.Id).ValueGeneratedNever();
            product.Property(p => p.Name).HasMaxLength(120);
            product.Property(p => p.Origin).HasMaxLength(40);
            product.Property(p => p.Category).HasMaxLength(40);
            product.Property(p => p.Brand).HasMaxLength(60);
            product.Property(p => p.Description).HasMaxLength(5000);
            product.HasIndex(p => new { p.StoreId, p.Id });
        }
    }
}
