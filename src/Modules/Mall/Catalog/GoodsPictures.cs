using Sward.Contracts.Media;

namespace Sward.Mall.Catalog;

/// <summary>Finds the picture of goods, of which some have none.</summary>
internal static class GoodsPictures
{
    public static MediaCard? Of(this IReadOnlyDictionary<long, MediaCard> pictures, long? pictureId) => pictureId is { } id ? pictures.GetValueOrDefault(id) : null;
}
