using Sward.Contracts.Mall;

namespace Sward.Search;

/// <summary>What visibility and order need of a product.</summary>
internal readonly record struct ProductMarks(long SellerId, Moment ListedAt, Term Category, long PriceMinor, int Sold);

/// <summary>A product on sale as search keeps it.</summary>
internal sealed class ProductDocument : Document<ProductMarks>
{
    /// <summary>The owner of the store: blocks between people hold for their goods too.</summary>
    public long SellerId { get; private set; }

    public string StoreName { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Origin { get; private set; } = "";

    public string Category { get; private set; } = "";

    public string? Brand { get; private set; }

    public string Description { get; private set; } = "";

    /// <summary>Lowest public price over the variants, for the order by price.</summary>
    public long PriceMinor { get; private set; }

    public bool OnSale { get; private set; }

    public int SoldCount { get; set; }

    public DateTimeOffset ListedAt { get; private set; }

    public override bool IsFindable => OnSale;

    /// <summary>Takes over the current state of the product.</summary>
    public void Write(ProductListed product, long sellerId)
    {
        var isNew = TextVersion == 0;
        (SellerId, StoreName, Name, Origin) = (sellerId, product.StoreName, product.ProductName, product.Origin);
        (Category, Brand, Description) = (product.Category, product.Brand, product.Description);
        (PriceMinor, OnSale) = (product.Price.Amount, product.OnSale);
        ListedAt = isNew ? product.At : ListedAt;
        TextVersion++;
    }

    public override ProductMarks ToMarks() => new(SellerId, new Moment(ListedAt), Term.Of(Category), PriceMinor, SoldCount);

    public override IEnumerable<FieldText> ToFields() =>
    [
        new(Field.Title, Name),
        new(Field.Topics, Brand ?? ""),
        new(Field.Goods, $"{Origin} {StoreName} {Pinyin.Of(Fold.Text(StoreName))} {Pinyin.Of(Fold.Text(Brand ?? ""))}"),
        new(Field.Body, Description),
    ];

    internal sealed class Mapping : IEntityTypeConfiguration<ProductDocument>
    {
        public void Configure(EntityTypeBuilder<ProductDocument> builder) => Configure<ProductDocument>(builder);
    }
}

/// <summary>Who owns a store.</summary>
internal sealed record StoreOwner(long Id, long OwnerId)
{
    internal sealed class Mapping : IEntityTypeConfiguration<StoreOwner>
    {
        public void Configure(EntityTypeBuilder<StoreOwner> builder) => builder.Property(s => s.Id).ValueGeneratedNever();
    }
}
