using System.Globalization;
using System.Text;

namespace Sward.Media;

/// <summary>Paints a cover: our backdrop as SVG, and a stranger's words on it.</summary>
internal static class CoverPainter
{
    public const int Width = 1080;
    public const int Height = 1440;

    /// <summary>Where the baseline lies in a line of that height.</summary>
    private const double Baseline = 1.16;

    /// <summary>Paints at any width; everything below is measured on the full cover and scaled.</summary>
    public static VipsImage Paint(CoverDesign design, string text, int width)
    {
        var layout = CoverLayout.Fit(text, design.Box, design.LargestSize, design.LinePitch);
        var top = TopOf(design, layout);
        using var backdrop = Drawing.Render(Backdrop(design, layout, top), width);
        using var words = RenderWords(design, layout, (double)width / Width);
        var (x, y) = PlaceOf(design, words, top, (double)width / Width);
        using var cover = Drawing.Lay(backdrop, words, x, y);
        return DisplayPixels.Of(cover);
    }

    private static int TopOf(CoverDesign design, CoverLayout layout)
    {
        var spare = design.Box.Height - (layout.Lines.Count * layout.Size * design.LinePitch);
        return design.Box.Y + (int)(design.Stand switch
        {
            CoverStand.Top => 0,
            CoverStand.Middle => spare / 2,
            _ => spare,
        });
    }

    private static (int X, int Y) PlaceOf(CoverDesign design, VipsImage words, int top, double scale)
    {
        var left = design.Align is CoverAlign.Left
            ? (design.Box.X * scale) + words.Offset.X
            : ((design.Box.X + (design.Box.Width / 2.0)) * scale) - (words.Width / 2.0);
        return ((int)Math.Round(left), (int)Math.Round(top * scale) + words.Offset.Y);
    }

    private static VipsImage RenderWords(CoverDesign design, CoverLayout layout, double scale)
    {
        var size = layout.Size * scale;
        var align = design.Align is CoverAlign.Left || layout.IsList ? "low" : "centre";
        return Lettering.Draw(layout.Lines, design.Font, size, design.Ink, size * design.LinePitch, align);
    }

    /// <summary>The design's drawing, with what belongs to each line of words drawn on top.</summary>
    private static string Backdrop(CoverDesign design, CoverLayout layout, int top)
    {
        using var resource = typeof(CoverPainter).Assembly.GetManifestResourceStream($"covers/{design.Key}.svg")!;
        using var reader = new StreamReader(resource);
        var drawing = reader.ReadToEnd();
        var marks = design switch
        {
            { Marker: { } colour } => Markers(design, layout, top, colour),
            { Rule: { } colour } => Rules(design, layout, top, colour),
            _ => "",
        };
        return drawing.Replace("</svg>", marks + "</svg>", StringComparison.Ordinal);
    }

    /// <summary>A stroke of a highlighter under the lower half of each line.</summary>
    private static string Markers(CoverDesign design, CoverLayout layout, int top, string colour)
    {
        var strokes = layout.Lines.Select((line, row) =>
        {
            var baseline = BaselineOf(design, layout, top, row);
            var (y, height) = (baseline - (layout.Size * 0.26), layout.Size * 0.38);
            var width = Math.Min(TextMeasure.Width(line) * layout.Size, design.Box.Width) + (layout.Size * 0.2);
            var x = design.Box.X - (layout.Size * 0.1);
            return string.Create(
                CultureInfo.InvariantCulture, $"<rect x='{x:0}' y='{y:0}' width='{width:0}' height='{height:0}' rx='{height * 0.2:0}' fill='{colour}'/>");
        });
        return string.Concat(strokes);
    }

    /// <summary>Ruled lines to the end of the page, the words standing on the first of them.</summary>
    private static string Rules(CoverDesign design, CoverLayout layout, int top, string colour)
    {
        var rules = new StringBuilder();
        for (var row = 0; BaselineOf(design, layout, top, row) is var y && y < design.Box.Y + design.Box.Height; row++)
        {
            rules.Append(CultureInfo.InvariantCulture, $"<rect x='{design.Box.X - 30}' y='{y + (layout.Size * 0.24):0}' width='{design.Box.Width + 60}' height='3' fill='{colour}'/>");
        }

        return rules.ToString();
    }

    private static double BaselineOf(CoverDesign design, CoverLayout layout, int top, int row) =>
        top + (layout.Size * ((row * design.LinePitch) + Baseline - ((Lettering.NaturalPitch - design.LinePitch) / 2)));
}
