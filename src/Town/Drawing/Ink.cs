using System.Globalization;

namespace Sward.Town;

/// <summary>A colour in OKLCH, where equal steps look equal: lightness 0–1, chroma 0–0.2, hue in degrees.</summary>
internal readonly record struct Ink(double L, double C, double H)
{
    public Ink Lighter(double by = 0.06) => this with { L = Math.Min(0.985, L + by) };

    public Ink Darker(double by = 0.09) => this with { L = Math.Max(0.14, L - by) };

    public Ink Softer(double factor = 0.5) => this with { C = C * factor };

    /// <summary>A colour between this and another one, by OKLab so that hues do not run around the wheel.</summary>
    public Ink Toward(Ink other, double share)
    {
        var (a1, b1) = Plane;
        var (a2, b2) = other.Plane;
        var (a, b) = (a1 + ((a2 - a1) * share), b1 + ((b2 - b1) * share));
        return new Ink(L + ((other.L - L) * share), Math.Sqrt((a * a) + (b * b)), Math.Atan2(b, a) * 180 / Math.PI);
    }

    /// <summary>The colour without shading, as thin as asked for.</summary>
    public Paint Flat(double alpha = 1) => new(this, alpha, this, alpha, Way.Flat);

    /// <summary>The colour running into another one.</summary>
    public Paint Into(Ink other, Way way = Way.Down, double alpha = 1, double otherAlpha = 1) => new(this, alpha, other, otherAlpha, way);

    /// <summary>The colour fading away.</summary>
    public Paint Fading(Way way, double alpha = 1) => new(this, alpha, this, 0, way);

    private (double A, double B) Plane => (C * Math.Cos(H * Math.PI / 180), C * Math.Sin(H * Math.PI / 180));

    /// <summary>As sRGB for SVG.</summary>
    public override string ToString()
    {
        var (a, b) = Plane;
        var l = Cube(L + (0.3963377774 * a) + (0.2158037573 * b));
        var m = Cube(L - (0.1055613458 * a) - (0.0638541728 * b));
        var s = Cube(L - (0.0894841775 * a) - (1.2914855480 * b));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"#{Byte((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s)):x2}{Byte((-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s)):x2}{Byte((-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s)):x2}");
    }

    private static double Cube(double value) => value * value * value;

    private static int Byte(double linear)
    {
        var value = linear <= 0.0031308 ? 12.92 * linear : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;
        return (int)Math.Round(Math.Clamp(value, 0, 1) * 255);
    }
}

/// <summary>The direction in which a paint runs over a shape.</summary>
internal enum Way
{
    Flat,

    /// <summary>From the upper left, where the light is.</summary>
    Lit,
    Down,
    Right,
    Round,
}

/// <summary>What a shape is filled with. A plain <see cref="Ink"/> becomes a paint that is lit from the upper left.</summary>
internal readonly record struct Paint(Ink From, double FromAlpha, Ink To, double ToAlpha, Way Way)
{
    public static implicit operator Paint(Ink ink) => new(ink.Lighter(0.045), 1, ink.Darker(0.075), 1, Way.Lit);
}
