using Sward.Contracts.Mall;
using Sward.Mall.Deliveries;
using Sward.Mall.Stores;

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
    public GoodsKind Kind { get; init; }

    /// <summary>How many days a voucher can be used; 0 for other kinds of goods.</summary>
    public int ValidDays { get; init; }

    /// <summary>When large goods are delivered; null for other kinds.</summary>
    public DeliveryTerms? Delivery { get; set; }

    /// <summary>Whether it may be returned without a reason; only of goods that are sent.</summary>
    public ReturnRule Returns { get; set; }

    /// <summary>Lowest public price over the variants.</summary>
    public long PriceMinor { get; set; }

    /// <summary>Units paid for so far; goes up with each paid order.</summary>
    public int SoldCount { get; set; }

    /// <summary>Stars of all reviews added up, and how many reviews there are.</summary>
    public int StarsSum { get; set; }
    public int ReviewCount { get; set; }

    /// <summary>The product's state as a fact, for search and other readers.</summary>
    /// <param name="shipsFrom">See <see cref="ShipsFrom"/>.</param>
    public ProductListed Listed(Store store, DateTimeOffset at, IEnumerable<string> shipsFrom) => new(
        Id, StoreId, store.Name, Name, Origin, Category, Brand, Description, new Money(PriceMinor, store.Currency), OnSale, at, [.. shipsFrom]);

    internal sealed class Mapping : IEntityTypeConfiguration<Product>
    {
        public void Configure(EntityTypeBuilder<Product> product)
        {
            product.Property(p => p.Id).ValueGeneratedNever();
            product.Property(p => p.Name).HasMaxLength(120);
            product.Property(p => p.Origin).HasMaxLength(40);
            product.Property(p => p.Kind).HasConversion<string>().HasMaxLength(20).HasDefaultValue(GoodsKind.Shipped);
            product.Property(p => p.Delivery).HasConversion(new JsonColumn<DeliveryTerms?>(), JsonColumn.Comparer<DeliveryTerms>());
            product.Property(p => p.Returns).HasConversion<string>().HasMaxLength(20).HasDefaultValue(ReturnRule.SevenDays);
            product.Property(p => p.Category).HasMaxLength(40);
            product.Property(p => p.Brand).HasMaxLength(60);
            product.Property(p => p.Description).HasMaxLength(5000);
            product.HasIndex(p => new { p.StoreId, p.Id });
            // One index per order in which the mall is browsed, with and without a category. Filtered: a query says "on_sale", and SQLite would not look that up as a key.
            product.HasIndex(p => p.Id).HasFilter("on_sale");
            product.HasIndex(p => new { p.SoldCount, p.Id }).HasFilter("on_sale");
            product.HasIndex(p => new { p.PriceMinor, p.Id }).HasFilter("on_sale");
            product.HasIndex(p => new { p.Category, p.Id }).HasFilter("on_sale");
            product.HasIndex(p => new { p.Category, p.SoldCount, p.Id }).HasFilter("on_sale");
            product.HasIndex(p => new { p.Category, p.PriceMinor, p.Id }).HasFilter("on_sale");
        }
    }
}
