namespace Sward.Mall.Catalog;

/// <summary>One variant of a product: what is priced, stocked and ordered.</summary>
internal sealed class Sku
{
    public long Id { get; init; }
    public long ProductId { get; init; }

    /// <summary>The seller's own code, unique within the product.</summary>
    public required string Code { get; init; }

    /// <summary>What sets the variant apart, for example size -> 500 ml.</summary>
    public IReadOnlyDictionary<string, string> Options { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);
    public long PriceMinor { get; set; }
    public long? MemberPriceMinor { get; set; }

    /// <summary>The day that a place is booked for; its stock is the places of that day.</summary>
    public DateOnly? Day { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Sku>
    {
        public void Configure(EntityTypeBuilder<Sku> sku)
        {
            sku.Property(s => s.Id).ValueGeneratedNever();
            sku.Property(s => s.Code).HasMaxLength(60);
            sku.Property(s => s.Options).HasConversion(new JsonColumn<IReadOnlyDictionary<string, string>>(), JsonColumn.Comparer<IReadOnlyDictionary<string, string>>());
            sku.HasIndex(s => new { s.ProductId, s.Code }).IsUnique();
        }
    }
}
