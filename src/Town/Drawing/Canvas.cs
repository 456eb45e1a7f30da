using System.Globalization;
using System.Text;

namespace Sward.Town;

/// <summary>Writes shapes as SVG. Knows nothing of what they mean.</summary>
internal sealed class Canvas(double width, double height)
{
    private readonly StringBuilder _shapes = new();
    private readonly StringBuilder _paints = new();
    private readonly Dictionary<Paint, string> _known = [];

    public double Width => width;

    public double Height => height;

    public void Path(Outline outline, Paint paint) => Add($"<path d=\"{outline.ToString()}\"", paint, "fill");

    /// <summary>A line with round ends, in one colour: a gradient would vanish from lines that are upright or level, whose box has no area.</summary>
    public void Line(Outline outline, Paint paint, double thickness) =>
        Add($"<path d=\"{outline.ToString()}\" fill=\"none\" stroke-width=\"{N(thickness)}\"", paint.From.Toward(paint.To, 0.5).Flat(paint.FromAlpha), "stroke");

    public void Oval(double x, double y, double rx, double ry, Paint paint) =>
        Add($"<ellipse cx=\"{N(x)}\" cy=\"{N(y)}\" rx=\"{N(rx)}\" ry=\"{N(ry)}\"", paint, "fill");

    public void Disc(double x, double y, double radius, Paint paint) => Oval(x, y, radius, radius, paint);

    public void Box(double x, double y, double w, double h, double corner, Paint paint) =>
        Add($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(w)}\" height=\"{N(h)}\"{(corner == 0 ? "" : $" rx=\"{N(corner)}\"")}", paint, "fill");

    /// <summary>Draws something moved, scaled, turned, or mirrored (<paramref name="scaleX"/> below zero).</summary>
    public void Place(double x, double y, double scaleX, double scaleY, double turn, Action draw)
    {
        _shapes.Append("<g transform=\"translate(").Append(N(x)).Append(' ').Append(N(y)).Append(')');
        if (turn != 0)
        {
            _shapes.Append("rotate(").Append(N(turn)).Append(')');
        }

        if (scaleX != 1 || scaleY != 1)
        {
            _shapes.Append("scale(").Append(scaleX.ToString("0.###", CultureInfo.InvariantCulture)).Append(' ').Append(scaleY.ToString("0.###", CultureInfo.InvariantCulture)).Append(')');
        }

        _shapes.Append("\">");
        draw();
        _shapes.Append("</g>");
    }

    public override string ToString() =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{N(width)}\" height=\"{N(height)}\" viewBox=\"0 0 {N(width)} {N(height)}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"><defs>{_paints}</defs>{_shapes}</svg>";

    private void Add(string shape, Paint paint, string attribute)
    {
        _shapes.Append(shape).Append(' ').Append(attribute).Append("=\"").Append(Reference(paint)).Append('"');
        if (paint.Way == Way.Flat && paint.FromAlpha < 1)
        {
            _shapes.Append(' ').Append(attribute).Append("-opacity=\"").Append(Alpha(paint.FromAlpha)).Append('"');
        }

        _shapes.Append("/>");
    }

    private string Reference(Paint paint)
    {
        if (paint.Way == Way.Flat)
        {
            return paint.From.ToString();
        }

        if (!_known.TryGetValue(paint, out var reference))
        {
            var name = $"p{_known.Count}";
            reference = _known[paint] = $"url(#{name})";
            var (element, direction) = paint.Way switch
            {
                Way.Down => ("linearGradient", " x2=\"0\" y2=\"1\""),
                Way.Right => ("linearGradient", ""),
                Way.Round => ("radialGradient", ""),
                _ => ("linearGradient", " x2=\".8\" y2=\"1\""),
            };
            _paints.Append(CultureInfo.InvariantCulture, $"<{element} id=\"{name}\"{direction}>{Stop(0, paint.From, paint.FromAlpha)}{Stop(1, paint.To, paint.ToAlpha)}</{element}>");
        }

        return reference;
    }

    private static string Stop(int offset, Ink ink, double alpha) =>
        $"<stop offset=\"{offset}\" stop-color=\"{ink}\"{(alpha < 1 ? $" stop-opacity=\"{Alpha(alpha)}\"" : "")}/>";

    private static string Alpha(double alpha) => alpha.ToString("0.##", CultureInfo.InvariantCulture);

    private static string N(double number) => Outline.Number(number);
}
