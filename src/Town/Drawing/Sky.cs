namespace Sward.Town;

/// <summary>The sky of a mood, with what hangs and falls in it.</summary>
internal static class Sky
{
    public static void Paint(Brush b, double x, double y, double w, double h)
    {
        var (top, low) = Colours(b);
        b.Box(x, y, w, h, 0, top.Into(low));
        switch (b.Mood)
        {
            case Mood.Day:
                Sun(b, x + (w * b.Rnd(0.6, 0.82)), y + (h * b.Rnd(0.16, 0.3)), w * 0.075, new Ink(0.97, 0.05, 95));
                Clouds(b, x, y, w, h);
                break;
            case Mood.Dusk:
                Sun(b, x + (w * b.Rnd(0.3, 0.7)), y + (h * b.Rnd(0.42, 0.52)), w * 0.1, new Ink(0.9, 0.12, 70));
                Clouds(b, x, y, w, h);
                break;
            case Mood.Night:
                Stars(b, x, y, w, h);
                break;
            default:
                Fall(b, x, y, w, h);
                break;
        }
    }

    /// <summary>Land that lies in this light, the farther the nearer to the sky.</summary>
    public static Ink Ground(Brush b, double far = 0.3)
    {
        var near = b.Mood switch
        {
            Mood.Night => new Ink(0.3, 0.05, 200),
            Mood.Snow => new Ink(0.93, 0.015, 230),
            Mood.Dusk => new Ink(0.45, 0.08, b.Palette.Main.H),
            Mood.Rain => new Ink(0.52, 0.05, 175),
            _ => b.Palette.Leaf.Toward(b.Palette.Main, 0.25),
        };
        return near.Toward(Colours(b).Low, far);
    }

    public static (Ink Top, Ink Low) Colours(Brush b) => b.Mood switch
    {
        Mood.Dusk => (new Ink(0.66, 0.09, 300), new Ink(0.88, 0.09, 60)),
        Mood.Night => (new Ink(0.25, 0.06, 270), new Ink(0.43, 0.08, 265)),
        Mood.Rain => (new Ink(0.7, 0.025, 240), new Ink(0.83, 0.02, 210)),
        Mood.Snow => (new Ink(0.8, 0.025, 250), new Ink(0.94, 0.012, 240)),
        _ => (new Ink(0.8, 0.075, 235), b.Palette.Wall.Toward(new Ink(0.95, 0.03, 90), 0.5)),
    };

    private static void Sun(Brush b, double x, double y, double radius, Ink ink)
    {
        b.Disc(x, y, radius * 2.6, ink.Into(ink, Way.Round, 0.55, 0));
        b.Disc(x, y, radius, ink);
    }

    private static void Clouds(Brush b, double x, double y, double w, double h)
    {
        var white = new Ink(0.98, 0.01, 60);
        for (var cloud = 0; cloud < 3; cloud++)
        {
            var (cx, cy, s) = (x + (w * b.Rnd(0.12, 0.75)), y + (h * b.Rnd(0.08, 0.4)), w * b.Rnd(0.06, 0.1));
            b.Path($"M{cx - s} {cy} a{s * 0.45} {s * 0.42} 0 0 1 {s * 0.6} {-s * 0.4} a{s * 0.62} {s * 0.6} 0 0 1 {s * 1.1} {s * 0.05} a{s * 0.4} {s * 0.38} 0 0 1 {s * 0.4} {s * 0.35}Z", white.Fading(Way.Down, 0.85));
        }
    }

    private static void Stars(Brush b, double x, double y, double w, double h)
    {
        var light = new Ink(0.95, 0.05, 95);
        for (var star = 0; star < 26; star++)
        {
            b.Disc(x + (w * b.Rnd(0.02, 0.98)), y + (h * b.Rnd(0.02, 0.55)), w * b.Rnd(0.0015, 0.004), light.Flat(b.Rnd(0.5, 1)));
        }

        var (mx, my, r) = (x + (w * b.Rnd(0.62, 0.85)), y + (h * b.Rnd(0.12, 0.22)), w * 0.06);
        b.Disc(mx, my, r * 2.4, light.Into(light, Way.Round, 0.3, 0));
        b.Path($"M{mx} {my - r} A{r} {r} 0 1 1 {mx - (r * 0.8)} {my + (r * 0.6)} A{r * 0.85} {r * 0.85} 0 0 0 {mx} {my - r}Z", light);
    }

    private static void Fall(Brush b, double x, double y, double w, double h)
    {
        var white = new Ink(0.98, 0.01, 230);
        for (var drop = 0; drop < 28; drop++)
        {
            var (dx, dy) = (x + (w * b.Rnd(0.02, 0.98)), y + (h * b.Rnd(0.01, 0.94)));
            if (b.Mood == Mood.Snow)
            {
                b.Disc(dx, dy, w * b.Rnd(0.003, 0.008), white.Flat(0.9));
            }
            else
            {
                b.Line($"M{dx} {dy} l{-w * 0.008} {h * 0.045}", white.Flat(0.5), w * 0.003);
            }
        }
    }
}
