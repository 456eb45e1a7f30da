using Microsoft.Extensions.Localization;
using Sward.Contracts.Media;
using Sward.Mall.Deliveries;
using Sward.Mall.Stores;

namespace Sward.Mall.Catalog;

/// <summary>A product with its variants, as its page shows it.</summary>
/// <param name="ShipsFrom">Countries of the warehouses that keep it.</param>
/// <param name="Delivery">When large goods are delivered; null for other kinds.</param>
/// <param name="Returns">Whether it may be returned without a reason; of goods that are sent.</param>
/// <param name="Rating">Average of the stars, 0 while there are no reviews.</param>
internal sealed record ProductView(
    long Id, long StoreId, string StoreName, string Name, string Origin, string Category, string? Brand, string Description, IReadOnlyList<MediaCard> Pictures,
    IReadOnlyList<SkuView> Skus, Money Price, bool OnSale, int SoldCount, double Rating, int ReviewCount, GoodsKind Kind, int ValidDays, DeliveryTerms? Delivery,
    IReadOnlyList<string> ShipsFrom, ReturnRule Returns)
{
    public static ProductView Of(Product product, Store store, IEnumerable<SkuView> skus, IReadOnlyDictionary<long, MediaCard> pictures, IEnumerable<string> shipsFrom) => new(
        product.Id, store.Id, store.Name, product.Name, product.Origin, product.Category, product.Brand, product.Description,
        [.. product.PictureIds.Select(id => pictures.GetValueOrDefault(id)).OfType<MediaCard>()], [.. skus], new Money(product.PriceMinor, store.Currency),
        product.OnSale, product.SoldCount,
        product.ReviewCount == 0 ? 0 : Math.Round((double)product.StarsSum / product.ReviewCount, 1), product.ReviewCount,
        product.Kind, product.ValidDays, product.Delivery, [.. shipsFrom], product.Returns);
}

/// <summary>One variant; <paramref name="Available"/> units are free to be ordered now.</summary>
/// <param name="Day">The day that a place is booked for.</param>
internal sealed record SkuView(long Id, string Code, IReadOnlyDictionary<string, string> Options, Money Price, Money? MemberPrice, int Available, DateOnly? Day)
{
    public string NameIn(IStringLocalizer texts) => Options.Count > 0 ? string.Join(" · ", Options.Values) : texts["mall.variant.only"];
}
