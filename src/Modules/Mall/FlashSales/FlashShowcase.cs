using Sward.Contracts.Mall;
using Sward.Contracts.Media;

namespace Sward.Mall.FlashSales;

/// <summary>The limited-time purchases on the mall's front.</summary>
internal sealed class FlashShowcase(ReadFlashSale sales, IProductCards products, IMediaCards media)
{
    private const int Most = 12;

    public sealed record Item(FlashSaleView Sale, ProductCard Product, MediaCard? Picture);

    public async Task<IReadOnlyList<Item>> ItemsAsync(CancellationToken ct)
    {
        var shown = await sales.OfMallAsync(Most, ct);
        var cards = await products.GetAsync([.. shown.Select(sale => sale.ProductId).Distinct()], ct);
        var pictures = await media.GetAsync([.. cards.Values.Select(card => card.PictureId).OfType<long>()], ct);
        return [.. shown.Where(sale => cards.ContainsKey(sale.ProductId)).Select(sale => ItemOf(sale, cards[sale.ProductId], pictures))];
    }

    private static Item ItemOf(FlashSaleView sale, ProductCard product, IReadOnlyDictionary<long, MediaCard> pictures) =>
        new(sale, product, product.PictureId is { } id ? pictures.GetValueOrDefault(id) : null);
}
