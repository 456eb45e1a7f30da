using System.Globalization;
using System.Text;

namespace Sward.Media;

/// <summary>Sets lines of a stranger's words by the text renderer, so that they never become part of a document.</summary>
internal static class Lettering
{
    /// <summary>Height of a line in both font families, in type sizes.</summary>
    public const double NaturalPitch = 1.448;

    /// <summary>The letters alone, cut to their ink; their offset says where it lies from the corner of the first line.</summary>
    /// <param name="pitch">Distance of lines, in the unit of <paramref name="size"/>.</param>
    public static VipsImage Draw(IReadOnlyList<string> lines, CoverFont font, double size, string ink, double pitch, string align = "low")
    {
        var words = new StringBuilder(string.Join('\n', lines)).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
        using var text = new VipsOperation("text")
            .With("text", string.Create(CultureInfo.InvariantCulture, $"<span foreground=\"{ink}\" line_height=\"{pitch / size / NaturalPitch:0.####}\">{words}</span>"))
            .With("font", string.Create(CultureInfo.InvariantCulture, $"{NameOf(font)} {size:0.##}"))
            .With("dpi", 72)
            .With("align", align)
            .With("rgba", "true");
        return text.ToImage();
    }

    private static string NameOf(CoverFont font) => font switch
    {
        CoverFont.Sans => "Noto Sans CJK SC",
        CoverFont.SansBold => "Noto Sans CJK SC Bold",
        CoverFont.Serif => "Noto Serif CJK SC",
        _ => "Noto Serif CJK SC Bold",
    };
}
