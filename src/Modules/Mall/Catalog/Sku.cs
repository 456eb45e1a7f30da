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

    /// <summary>The public price of one unit, in the store's currency.</summary>
    public long PriceMinor { get; private set; }
    public long? MemberPriceMinor { get; set; }

    /// <summary>No discount takes a unit below this; 0 for no floor. The store's own affair.</summary>
    public long FloorMinor { get; set; }

    /// <summary>The day that a place is booked for; its stock is the places of that day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Every public price it ever had.</summary>
    public List<PublicPrice> Prices { get; init; } = [];

    /// <summary>Sets the public price. The history knows it from then on: both are saved together.</summary>
    /// <param name="recordId">The id of the history's row.</param>
    public Sku Priced(Money price, long recordId, DateTimeOffset from)
    {
        if (price.Amount != PriceMinor)
        {
            PriceMinor = price.Amount;
            Prices.Add(new PublicPrice { Id = recordId, SkuId = Id, Currency = price.Currency, PriceMinor = price.Amount, From = from });
        }

        return this;
    }

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
