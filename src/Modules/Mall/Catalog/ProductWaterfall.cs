using Sward.Contracts.Mall;
using Sward.Contracts.Media;
using Sward.Ui;

namespace Sward.Mall.Catalog;

/// <summary>Draws pages of products as a waterfall.</summary>
internal static class ProductWaterfall
{
    public static async Task<Waterfall> OfAsync(Page<ProductCard> page, Func<string, string> urlOfCursor, EmptyState empty, IMediaCards media, CancellationToken ct)
    {
        var pictures = await media.GetAsync([.. page.Items.Select(p => p.PictureId).OfType<long>()], ct);
        return new(
            [.. page.Items.Select(p => new ProductTile(p, p.PictureId is { } id ? pictures.GetValueOrDefault(id) : null))],
            page.Next is { } next ? urlOfCursor(next) : null, Empty: empty);
    }
}
