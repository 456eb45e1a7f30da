using System.Globalization;

namespace Sward.Mall.Stores;

/// <summary>Ids of pictures in a field of a form, separated by spaces.</summary>
internal static class TypedPictures
{
    /// <summary>What is no id names no picture: 0 is nobody's.</summary>
    public static IReadOnlyList<long> Parse(string? typed) => [.. (typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)];
}
