namespace Sward.Town;

/// <summary>What stands behind a still life: a wall with its light, and what things stand on.</summary>
internal static class Backdrop
{
    /// <summary>Paints it and returns the height (y) at which things stand.</summary>
    public static double Paint(Brush b, Setting setting)
    {
        var p = b.Palette;
        var horizon = b.Height * b.Rnd(0.6, 0.68);
        b.Box(0, 0, b.Width, b.Height, 0, p.Wall.Lighter(0.03).Into(p.Wall.Darker(0.03)));
        var behind = setting switch
        {
            Setting.Kitchen => b.Dice.Pick<Action<Brush, double>>([SunPatch, Tiles, Arch, Window, Sun, Curtain]),
            Setting.Vanity => b.Dice.Pick<Action<Brush, double>>([SunPatch, Arch, Sun, Curtain, Panels]),
            Setting.Desk => b.Dice.Pick<Action<Brush, double>>([SunPatch, Pinboard, Window, Sun, Panels]),
            Setting.Room => b.Dice.Pick<Action<Brush, double>>([SunPatch, Frames, Window, Panels, Curtain]),
            _ => b.Dice.Pick<Action<Brush, double>>([SunPatch, Sun, Panels, Frames]),
        };
        behind(b, horizon);
        if (setting is Setting.Floor)
        {
            Floor(b, horizon);
        }
        else
        {
            b.Dice.Pick<Action<Brush, double>>([Table, Table, RoundTable, Cloth])(b, horizon);
        }

        return horizon + ((b.Height - horizon) * 0.4);
    }

    private static void Table(Brush b, double horizon)
    {
        var p = b.Palette;
        b.Box(0, horizon, b.Width, b.Height - horizon, 0, p.Table.Lighter(0.02).Into(p.Table.Darker(0.06)));
        b.Box(0, horizon, b.Width, 6, 0, p.Table.Lighter(0.06).Flat(0.8));
        b.Path($"M0 {b.Height} L{b.Width * 0.5} {horizon} H{b.Width * 0.95} L{b.Width * 0.62} {b.Height}Z", p.Paper.Fading(Way.Down, 0.28));
    }

    private static void RoundTable(Brush b, double horizon)
    {
        var p = b.Palette;
        b.Box(0, horizon, b.Width, b.Height - horizon, 0, p.Wall.Darker(0.08).Into(p.Wall.Darker(0.13)));
        var middle = horizon + ((b.Height - horizon) * 0.5);
        b.Oval(b.Width / 2, middle + 26, b.Width * 0.64, (b.Height - horizon) * 0.46, p.Table.Darker(0.16));
        b.Oval(b.Width / 2, middle, b.Width * 0.64, (b.Height - horizon) * 0.46, p.Table);
    }

    private static void Cloth(Brush b, double horizon)
    {
        var p = b.Palette;
        Table(b, horizon);
        var top = horizon + 26;
        b.Path($"M{b.Width * 0.1} {top} H{b.Width * 0.9} L{b.Width} {b.Height} H0Z", p.Paper.Into(p.Paper.Darker(0.06)));
        for (var stripe = 1; stripe < 6; stripe++)
        {
            var share = stripe / 6.0;
            b.Line($"M{b.Width * (0.1 + (0.8 * share))} {top} L{b.Width * share} {b.Height}", p.Main.Flat(0.16), 20);
        }

        for (var y = top + 24; y < b.Height; y += 30 + ((y - top) * 0.22))
        {
            b.Line($"M{b.Width * 0.1 * (1 - ((y - top) / (b.Height - top)))} {y} H{b.Width * (0.9 + (0.1 * (y - top) / (b.Height - top)))}", p.Main.Flat(0.13), 9 + ((y - top) * 0.05));
        }
    }

    private static void Floor(Brush b, double horizon)
    {
        var p = b.Palette;
        b.Box(0, horizon - 18, b.Width, 18, 0, p.Paper.Flat(0.7));
        b.Box(0, horizon, b.Width, b.Height - horizon, 0, p.Table.Lighter(0.02).Into(p.Table.Darker(0.08)));
        for (var board = -3; board < 10; board++)
        {
            b.Line($"M{(b.Width * 0.5) + ((board - 3) * 130)} {horizon} L{(b.Width * 0.5) + ((board - 3) * 290)} {b.Height}", p.Table.Darker(0.12).Flat(0.35), 3);
        }

        if (b.Flip())
        {
            b.Oval(b.Width * 0.47, horizon + ((b.Height - horizon) * 0.48), b.Width * 0.46, (b.Height - horizon) * 0.36, b.Bright().Softer(0.7).Lighter(0.12));
            b.Oval(b.Width * 0.47, horizon + ((b.Height - horizon) * 0.48), b.Width * 0.4, (b.Height - horizon) * 0.3, p.Paper.Flat(0.2));
        }
    }

    /// <summary>Light of a window that stands outside the picture.</summary>
    private static void SunPatch(Brush b, double horizon)
    {
        var light = b.Palette.Paper.Flat(b.Palette.IsDark ? 0.12 : 0.5);
        var (x, y, w, h) = (b.Width * b.Rnd(0.3, 0.5), horizon * b.Rnd(0.08, 0.2), b.Width * 0.22, horizon * 0.62);
        for (var pane = 0; pane < 2; pane++)
        {
            var left = x + (pane * (w + 18));
            b.Path($"M{left} {y} h{w} l{-h * 0.28} {h * 0.47} h{-w}Z", light);
            b.Path($"M{left - (h * 0.3)} {y + (h * 0.51)} h{w} l{-h * 0.28} {h * 0.47} h{-w}Z", light);
        }
    }

    private static void Tiles(Brush b, double horizon)
    {
        var size = b.Width / 9;
        var joint = b.Palette.Paper.Flat(b.Palette.IsDark ? 0.14 : 0.55);
        for (var x = size / 2; x < b.Width; x += size)
        {
            b.Line($"M{x} 0 V{horizon}", joint, 4);
        }

        for (var y = horizon - size; y > 0; y -= size)
        {
            b.Line($"M0 {y} H{b.Width}", joint, 4);
        }

        for (var tile = 0; tile < 9; tile++)
        {
            b.Box((size / 2) + (b.Dice.Between(0, 7) * size) + 5, horizon - (b.Dice.Between(1, 5) * size) + 5, size - 10, size - 10, 6, b.Bright().Flat(0.14));
        }

        b.Path($"M0 0 H{b.Width * 0.5} L0 {horizon}Z", b.Palette.Paper.Fading(Way.Right, 0.3));
    }

    private static void Arch(Brush b, double horizon)
    {
        var p = b.Palette;
        var (middle, half, top) = (b.Width * 0.48, b.Width * 0.36, horizon * 0.14);
        b.Path($"M{middle - half} {horizon} V{top + half} A{half} {half} 0 0 1 {middle + half} {top + half} V{horizon}Z", p.Wall.Darker(0.08).Into(p.Wall.Lighter(0.02), Way.Right));
        b.Path($"M{middle - half} {horizon} V{top + half} A{half} {half} 0 0 1 {middle - (half * 0.2)} {top + 10} C{middle - (half * 0.7)} {top + 90} {middle - (half * 0.75)} {top + (half * 0.9)} {middle - (half * 0.72)} {horizon}Z", p.Dark.Flat(0.1));
    }

    private static void Sun(Brush b, double horizon)
    {
        var radius = b.Width * b.Rnd(0.27, 0.34);
        b.Disc(b.Width * b.Rnd(0.4, 0.6), horizon - (radius * b.Rnd(0.55, 0.95)), radius, b.Bright().Softer(0.75).Toward(b.Palette.Wall, 0.35).Into(b.Palette.Wall, Way.Down));
    }

    private static void Curtain(Brush b, double horizon)
    {
        var p = b.Palette;
        SunPatch(b, horizon);
        var cloth = p.Second.Toward(p.Wall, 0.4);
        for (var fold = 4; fold >= 0; fold--)
        {
            var x = fold * 62;
            b.Path($"M{x - 20} 0 H{x + 78} C{x + 66} {horizon * 0.4} {x + 92} {horizon * 0.7} {x + 60 - (fold * 8)} {horizon} H{x - 30 - (fold * 8)} C{x} {horizon * 0.6} {x - 30} {horizon * 0.3} {x - 20} 0Z", cloth.Lighter(0.05).Into(cloth.Darker(0.06), Way.Right));
        }
    }

    private static void Panels(Brush b, double horizon)
    {
        var p = b.Palette;
        var wide = b.Width / 3;
        for (var panel = 0; panel < 3; panel++)
        {
            b.Box((panel * wide) + 44, horizon * 0.12, wide - 88, horizon * 0.76, 8, p.Wall.Lighter(0.025).Into(p.Wall.Darker(0.05), Way.Lit));
            b.Box((panel * wide) + 58, (horizon * 0.12) + 14, wide - 116, (horizon * 0.76) - 28, 4, p.Wall.Flat());
        }

        SunPatch(b, horizon);
    }

    private static void Frames(Brush b, double horizon)
    {
        var p = b.Palette;
        foreach (var (x, y, w, h) in new[] { (0.1, 0.14, 0.24, 0.36), (0.64, 0.1, 0.2, 0.24), (0.68, 0.42, 0.26, 0.22) })
        {
            var (left, top, wide, high) = (x * b.Width, y * horizon, w * b.Width, h * horizon);
            b.Box(left + 12, top + 14, wide, high, 4, p.Dark.Flat(0.15));
            b.Box(left, top, wide, high, 4, p.Wood);
            b.Box(left + 14, top + 14, wide - 28, high - 28, 0, p.Paper.Flat());
            b.Disc(left + (wide * 0.5), top + (high * 0.42), wide * 0.16, b.Bright());
            b.Path($"M{left + 14} {top + high - 14} V{top + (high * 0.66)} Q{left + (wide * 0.4)} {top + (high * 0.5)} {left + wide - 14} {top + (high * 0.74)} V{top + high - 14}Z", b.Bright().Lighter(0.05));
        }
    }

    private static void Pinboard(Brush b, double horizon)
    {
        var p = b.Palette;
        SunPatch(b, horizon);
        for (var note = 0; note < 6; note++)
        {
            var (x, y) = ((b.Width * 0.08) + ((note % 3) * b.Width * 0.3) + b.Rnd(0, 60), (horizon * 0.08) + ((note / 3) * horizon * 0.3) + b.Rnd(0, 40));
            var size = b.Rnd(110, 150);
            b.Place(x, y, 1, () =>
            {
                b.Box(5, 8, size, size * 1.15, 3, p.Dark.Flat(0.12));
                b.Box(0, 0, size, size * 1.15, 3, b.Flip() ? p.Paper : b.Bright().Lighter(0.16).Softer(0.7));
                b.Line($"M{size * 0.2} {size * 0.4} H{size * 0.8} M{size * 0.2} {size * 0.6} H{size * 0.6}", p.Dark.Flat(0.25), 5);
                b.Disc(size / 2, 6, 7, b.Bright());
            }, b.Rnd(-6, 6));
        }
    }

    private static void Window(Brush b, double horizon)
    {
        var p = b.Palette;
        var (x, y, w, h) = (b.Width * 0.16, horizon * 0.08, b.Width * 0.62, horizon * 0.8);
        b.Box(x - 26, y - 26, w + 52, h + 52, 8, p.Paper);
        Sky.Paint(b, x, y, w, h);
        b.Path($"M{x} {y + h} V{y + (h * 0.7)} C{x + (w * 0.2)} {y + (h * 0.52)} {x + (w * 0.4)} {y + (h * 0.66)} {x + (w * 0.55)} {y + (h * 0.74)} S{x + (w * 0.9)} {y + (h * 0.6)} {x + w} {y + (h * 0.7)} V{y + h}Z", Sky.Ground(b));
        b.Box(x + (w / 2) - 9, y, 18, h, 0, p.Paper);
        b.Box(x, y + (h * 0.4), w, 14, 0, p.Paper);
        b.Box(x - 50, y + h + 22, w + 100, 30, 6, p.Paper.Darker(0.03));
    }
}
