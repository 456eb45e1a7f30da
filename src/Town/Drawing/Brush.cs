namespace Sward.Town;

/// <summary>What a motif draws with: a canvas, colours, chance, and the few figures that many motifs share.</summary>
internal sealed class Brush(Canvas canvas, Palette palette, Dice dice, Mood mood)
{
    public Palette Palette => palette;

    public Dice Dice => dice;

    public Mood Mood => mood;

    public double Width => canvas.Width;

    public double Height => canvas.Height;

    public bool Flip(double probability = 0.5) => dice.Chance(probability);

    public double Rnd(double from, double to) => dice.Between(from, to);

    /// <summary>One of the palette's strong colours.</summary>
    public Ink Bright() => dice.Pick([palette.Main, palette.Second, palette.Third]);

    public void Path(Outline outline, Paint paint) => canvas.Path(outline, paint);

    public void Line(Outline outline, Paint paint, double thickness) => canvas.Line(outline, paint, thickness);

    public void Oval(double x, double y, double rx, double ry, Paint paint) => canvas.Oval(x, y, rx, ry, paint);

    public void Disc(double x, double y, double radius, Paint paint) => canvas.Disc(x, y, radius, paint);

    public void Box(double x, double y, double w, double h, double corner, Paint paint) => canvas.Box(x, y, w, h, corner, paint);

    public void Place(double x, double y, double scale, Action draw, double turn = 0, bool mirrored = false) =>
        canvas.Place(x, y, mirrored ? -scale : scale, scale, turn, draw);

    /// <summary>The long shadow of something that stands at (x, 0): dark at its foot, gone after its length.</summary>
    public void Shadow(double x, double halfWidth, double length = 70)
    {
        var dark = palette.Dark;
        canvas.Path($"M{x - halfWidth} -2 C{x} -7 {x + halfWidth} -6 {x + halfWidth + length} 3 Q{x + halfWidth + length + 12} 9 {x + length} 12 C{x + halfWidth} 12 {x - halfWidth} 8 {x - halfWidth} -2Z", dark.Fading(Way.Right, 0.34));
        canvas.Oval(x, 0, halfWidth * 1.04, 4.5, dark.Flat(0.2));
    }

    /// <summary>Warm breath over something hot.</summary>
    public void Steam(double x, double y, double height, int wisps = 3)
    {
        for (var wisp = 0; wisp < wisps; wisp++)
        {
            var left = x + ((wisp - ((wisps - 1) / 2.0)) * 13);
            var top = y - (height * Rnd(0.7, 1));
            var bend = Rnd(5, 9);
            Line($"M{left} {y} C{left - bend} {y - (height * 0.3)} {left + bend} {y - (height * 0.5)} {left} {top}", palette.Paper.Flat(palette.IsDark ? 0.35 : 0.75), 2.6);
        }
    }

    /// <summary>A pointed leaf from its stem's end, towards an angle (0 is up).</summary>
    public void Leaf(double x, double y, double length, double angle, Ink ink) => Place(x, y, 1, () =>
    {
        var w = length * 0.26;
        Path($"M0 0 C{-w} {-length * 0.3} {-w} {-length * 0.75} 0 {-length} C{w} {-length * 0.75} {w} {-length * 0.3} 0 0Z", ink);
        Line($"M0 0 L0 {-length * 0.8}", ink.Darker(0.1).Flat(0.5), length * 0.03);
    }, angle);

    /// <summary>A flower with round petals.</summary>
    public void Flower(double x, double y, double radius, Ink petals, Ink heart, int count = 6)
    {
        for (var petal = 0; petal < count; petal++)
        {
            var angle = petal * 2 * Math.PI / count;
            Disc(x + (Math.Cos(angle) * radius * 0.55), y + (Math.Sin(angle) * radius * 0.55), radius * 0.5, petals);
        }

        Disc(x, y, radius * 0.36, heart);
    }

    /// <summary>A soft bright stripe where the light touches.</summary>
    public void Gleam(double x, double y, double w, double h, double alpha = 0.35) => Box(x, y, w, h, w / 2, palette.Paper.Flat(alpha));
}

/// <summary>Light and weather of a picture.</summary>
internal enum Mood
{
    Day,
    Dusk,
    Night,
    Rain,
    Snow,
}
