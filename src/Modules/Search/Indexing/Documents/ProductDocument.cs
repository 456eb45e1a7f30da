using Sward.Contracts.Mall;

namespace Sward.Search;

/// <summary>What visibility, filters and order need of a product.</summary>
/// <param name="ShipsFrom">Countries it is shipped from.</param>
/// <param name="Maker">Its brand, or its store if it has none, by <see cref="ProductDocument.NameTerm"/>.</param>
internal readonly record struct ProductMarks(long ProductId, long SellerId, Moment ListedAt, Term Category, Term Maker, Term Origin, Countries ShipsFrom, long PriceMinor, int Sold) : IBoundedMarks<ProductMarks>
{
    public ProductMarks Highest(in ProductMarks other) => this with { Sold = Math.Max(Sold, other.Sold) };
}

/// <summary>A product on sale as search keeps it.</summary>
internal sealed class ProductDocument : Document<ProductMarks>
{
    /// <summary>The owner of the store: blocks between people hold for their goods too.</summary>
    [Personal]
    public long SellerId { get; private set; }

    public string StoreName { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Origin { get; private set; } = "";

    /// <summary>Codes of the countries it is shipped from; empty for what was listed before that was told, which is at home.</summary>
    public IReadOnlyList<string> ShipsFrom { get; private set; } = [];

    public string Category { get; private set; } = "";

    public string? Brand { get; private set; }

    public string Description { get; private set; } = "";

    /// <summary>Lowest public price over the variants, for the order by price.</summary>
    public long PriceMinor { get; private set; }

    public bool OnSale { get; private set; }

    public int SoldCount { get; set; }

    public DateTimeOffset ListedAt { get; private set; }

    /// <summary>Who stands for it: the brand, or the store if there is none.</summary>
    public string Maker => string.IsNullOrWhiteSpace(Brand) ? StoreName : Brand;

    public override bool IsFindable => OnSale;

    /// <summary>Takes over the current state of the product.</summary>
    public void Write(ProductListed product, long sellerId)
    {
        var isNew = TextVersion == 0;
        (SellerId, StoreName, Name, Origin) = (sellerId, product.StoreName, product.ProductName, product.Origin);
        (Category, Brand, Description) = (product.Category, product.Brand, product.Description);
        ShipsFrom = product.ShipsFrom ?? [];
        (PriceMinor, OnSale) = (product.Price.Amount, product.OnSale);
        ListedAt = isNew ? product.At : ListedAt;
        TextVersion++;
    }

    /// <summary>A name as filters compare it: whatever its case, width and spaces.</summary>
    public static Term NameTerm(string? name) => Term.Of(Fold.Key(name ?? ""));

    public override ProductMarks ToMarks() =>
        new(Id, SellerId, new Moment(ListedAt), NameTerm(Category), NameTerm(Maker), NameTerm(Origin), Countries.Of(ShipsFrom is [] ? [ShippingCountries.Home] : ShipsFrom), PriceMinor, SoldCount);

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
