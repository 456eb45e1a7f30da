using Sward.Contracts.Accounts;
using Sward.Contracts.Discovery;
using Sward.Contracts.Mall;
using Sward.Contracts.Media;

namespace Sward.Mall.FlashSales;

/// <summary>The limited-time purchases on the mall's front, without goods that the reader does not want to see.</summary>
internal sealed class FlashShowcase(ReadFlashSale sales, IProductCards products, IMediaCards media, IHiddenGoods hides, ICurrentAccount account)
{
    private const int Most = 12;

    public sealed record Item(FlashSaleView Sale, ProductCard Product, MediaCard? Picture);

    public async Task<IReadOnlyList<Item>> ItemsAsync(CancellationToken ct)
    {
        var shown = await sales.OfMallAsync(Most, ct);
        var cards = await products.GetAsync([.. shown.Select(sale => sale.ProductId).Distinct()], ct);
        var pictures = await media.GetAsync([.. cards.Values.Select(card => card.PictureId).OfType<long>()], ct);
        var hidden = await hides.OfAsync(account.IdOrNull, ct);
        return [.. shown.Where(sale => cards.TryGetValue(sale.ProductId, out var card) && !hidden.Cover(card.Id, card.Category)).Select(sale => ItemOf(sale, cards[sale.ProductId], pictures))];
    }

    private static Item ItemOf(FlashSaleView sale, ProductCard product, IReadOnlyDictionary<long, MediaCard> pictures) =>
        new(sale, product, product.PictureId is { } id ? pictures.GetValueOrDefault(id) : null);
}
