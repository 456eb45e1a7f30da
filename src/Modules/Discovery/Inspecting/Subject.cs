using System.Globalization;
using System.Text.RegularExpressions;

namespace Sward.Discovery.Inspecting;

/// <summary>What an operator asks about: a note or a product, by its link or its number.</summary>
/// <param name="Kind">note or product; null for a bare number, which may be either.</param>
internal readonly partial record struct Subject(string? Kind, long Id)
{
    /// <summary>Null for text that names neither.</summary>
    public static Subject? Parse(string? typed)
    {
        var match = Address().Match(typed?.Trim() ?? "");
        return match.Success && long.TryParse(match.Groups["id"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new(match.Groups["kind"].Value is "notes" ? "note" : match.Groups["kind"].Value is "products" ? "product" : null, id)
            : null;
    }

    [GeneratedRegex(@"^(?:.*/(?<kind>notes|products)/)?(?<id>\d{1,18})(?:[/?#].*)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Address();
}
