using Sward.Contracts.Discovery;
using Sward.Contracts.Mall;
using Sward.Contracts.Media;
using Sward.Ui;

namespace Sward.Mall.Catalog;

/// <summary>Draws pages of products as a waterfall.</summary>
internal static class ProductWaterfall
{
    /// <summary>A page with its pictures.</summary>
    /// <param name="reasons">Why some of them may matter to the reader; null says nothing.</param>
    public static async Task<Waterfall> OfAsync(
        Page<ProductCard> page, Func<string, string> urlOfCursor, EmptyState empty, IMediaCards media, CancellationToken ct, IReadOnlyDictionary<long, GoodsReason>? reasons = null)
    {
        var pictures = await media.GetAsync([.. page.Items.Select(p => p.PictureId).OfType<long>()], ct);
        return new(
            [.. page.Items.Select(p => new ProductTile(p, p.PictureId is { } id ? pictures.GetValueOrDefault(id) : null) { Why = reasons?.GetValueOrDefault(p.Id)?.Text })],
            page.Next is { } next ? urlOfCursor(next) : null, Empty: empty);
    }
}
