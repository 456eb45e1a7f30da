namespace Sward.Town;

/// <summary>What stands before a mirror.</summary>
internal static class Vanity
{
    public static IEnumerable<Motif> Motifs { get; } =
    [
        new("lipstick", "口红", "lipstick", Setting.Vanity, 52, 96, Lipstick),
        new("cream", "面霜", "jar of cream", Setting.Vanity, 92, 58, Cream),
        new("perfume", "香水瓶", "perfume bottle", Setting.Vanity, 66, 96, Perfume),
        new("serum", "精华滴管瓶", "dropper bottle", Setting.Vanity, 48, 104, Serum),
        new("tube", "一支护手霜", "tube of cream", Setting.Vanity, 46, 108, Tube),
        new("pump", "按压瓶", "pump bottle", Setting.Vanity, 58, 116, Pump),
        new("compact", "粉饼镜盒", "open compact", Setting.Vanity, 90, 84, Compact),
        new("brushes", "一筒化妆刷", "cup of make-up brushes", Setting.Vanity, 76, 112, Brushes),
        new("soap", "手工皂", "bar of soap", Setting.Vanity, 84, 34, Soap),
        new("comb", "木梳", "wooden comb", Setting.Vanity, 110, 44, Comb),
        new("facemask", "面膜", "sheet masks", Setting.Vanity, 84, 100, FaceMask),
        new("eyeshadow", "眼影盘", "eyeshadow palette", Setting.Vanity, 112, 76, Eyeshadow),
        new("nailpolish", "指甲油", "nail polish", Setting.Vanity, 80, 78, NailPolish),
        new("sunscreen", "防晒霜", "sunscreen", Setting.Vanity, 56, 104, Sunscreen),
        new("pebbles", "几颗石头", "pebbles", Setting.Vanity, 70, 26, Pebbles),
        new("bud", "瓶中一枝花", "flower in a small bottle", Setting.Vanity, 50, 110, Bud),
        new("sprig", "一枝叶子", "sprig of leaves", Setting.Vanity, 66, 100, Sprig),
    ];

    private static void Print(Brush b, double y, double w)
    {
        b.Line($"M{-w / 2} {y} H{w / 2}", b.Palette.Dark.Flat(0.55), 2.4);
        b.Line($"M{-w / 3} {y + 6} H{w / 3}", b.Palette.Dark.Flat(0.35), 1.6);
    }

    private static void Lipstick(Brush b)
    {
        var p = b.Palette;
        var red = new Ink(b.Rnd(0.48, 0.62), 0.17, b.Rnd(8, 35));
        b.Shadow(-12, 13, 44);
        b.Path($"M-21 -54 V-76 C-20 -86 -10 -94 -3 -96 V-54Z", red);
        b.Gleam(-18, -78, 3, 22, 0.4);
        b.Box(-24, -58, 24, 16, 2, p.Gold);
        b.Box(-26, -44, 28, 44, 3, p.Third.Darker(0.08));
        b.Gleam(-22, -40, 4, 36, 0.3);
        b.Place(18, 6, 1, () =>
        {
            b.Shadow(0, 13, 40);
            b.Box(-14, -46, 28, 46, 3, p.Third.Darker(0.08));
            b.Box(-14, -8, 28, 8, 2, p.Gold);
            b.Gleam(-9, -42, 4, 32, 0.3);
        });
    }

    private static void Cream(Brush b)
    {
        var p = b.Palette;
        var jar = b.Flip() ? b.Bright().Toward(p.Paper, 0.5) : p.Paper.Darker(0.02);
        b.Shadow(0, 40, 44);
        b.Box(-44, -36, 88, 36, 10, jar);
        b.Box(-40, -58, 80, 24, 5, b.Bright());
        b.Oval(0, -57, 39, 4.6, p.Paper.Flat(0.35));
        Print(b, -20, 40);
        b.Gleam(-38, -30, 5, 24, 0.6);
        b.Gleam(-34, -53, 5, 15);
    }

    private static void Perfume(Brush b)
    {
        var p = b.Palette;
        var scent = b.Bright();
        b.Shadow(0, 30, 50);
        b.Box(-32, -66, 64, 66, 12, scent.Lighter(0.16).Flat(0.75));
        b.Path($"M-27 -46 C-10 -42 10 -50 27 -46 V-12 C27 -7 24 -5 20 -5 H-20 C-24 -5 -27 -7 -27 -12Z", scent.Lighter(0.06).Into(scent.Darker(0.05)));
        b.Box(-9, -76, 18, 11, 2, p.Gold);
        b.Box(-15, -96, 30, 22, 6, p.Dark.Lighter(0.12));
        b.Box(-15, -38, 30, 20, 2, p.Paper.Flat(0.9));
        Print(b, -30, 16);
        b.Gleam(-26, -60, 5, 48, 0.55);
        b.Path($"M-32 -66 L-10 -66 L-32 -30Z", p.Paper.Flat(0.22));
    }

    private static void Serum(Brush b)
    {
        var p = b.Palette;
        var glass = b.Flip() ? new Ink(0.55, 0.11, 55) : b.Bright();
        b.Shadow(0, 20, 48);
        b.Path($"M-9 -66 V-60 C-9 -54 -22 -54 -22 -46 V-6 C-22 1 22 1 22 -6 V-46 C22 -54 9 -54 9 -60 V-66Z", glass);
        b.Box(-11, -78, 22, 14, 3, p.Paper.Darker(0.05));
        b.Path($"M-7 -78 C-8 -92 -8 -104 0 -104 S8 -92 7 -78Z", p.Dark.Lighter(0.1));
        b.Box(-22, -40, 44, 26, 0, p.Paper.Flat(0.92));
        Print(b, -30, 24);
        b.Gleam(-18, -50, 4, 44, 0.45);
    }

    private static void Tube(Brush b)
    {
        var p = b.Palette;
        var tube = b.Bright();
        b.Shadow(0, 15, 46);
        b.Path($"M-24 -108 H24 L17 -20 H-17Z", tube);
        b.Path($"M-24 -108 H24 V-100 H-24Z", tube.Darker(0.12));
        b.Box(-14, -21, 28, 21, 4, p.Paper.Darker(0.03));
        b.Flower(0, -74, 11, p.Paper, p.Gold);
        Print(b, -50, 22);
        b.Path($"M-19 -98 H-13 L-10 -24 H-14Z", p.Paper.Flat(0.32));
    }

    private static void Pump(Brush b)
    {
        var p = b.Palette;
        var body = b.Bright();
        b.Shadow(0, 26, 52);
        b.Path($"M-4 -92 V-106 H-24 C-28 -106 -30 -102 -30 -98", p.Dark.Flat(0));
        b.Line($"M0 -90 V-108 H-20 Q-26 -108 -27 -102", p.Dark.Lighter(0.15), 6);
        b.Box(-13, -96, 26, 15, 3, p.Dark.Lighter(0.15));
        b.Path($"M-12 -82 C-28 -80 -28 -72 -28 -62 V-8 C-28 1 28 1 28 -8 V-62 C28 -72 28 -80 12 -82Z", body);
        b.Box(-20, -58, 40, 34, 3, p.Paper.Flat(0.92));
        Print(b, -44, 24);
        b.Leaf(0, -26, 12, 0, p.Leaf);
        b.Gleam(-24, -66, 5, 58, 0.32);
    }

    private static void Compact(Brush b)
    {
        var p = b.Palette;
        var shell = b.Bright();
        b.Shadow(0, 38, 44);
        b.Place(0, -10, 1, () =>
        {
            b.Oval(6, -42, 38, 32, shell.Darker(0.06));
            b.Oval(6, -42, 32, 26, new Ink(0.9, 0.025, 220).Into(p.Paper, Way.Lit));
            b.Path($"M-14 -50 L12 -66 L22 -64 L-14 -36Z", p.Paper.Flat(0.7));
        }, 8);
        b.Oval(0, -6, 44, 11, shell.Darker(0.1));
        b.Oval(0, -10, 44, 11, shell);
        b.Oval(0, -11, 36, 8, new Ink(0.86, 0.05, 55));
        b.Oval(-8, -12, 14, 3.4, new Ink(0.91, 0.04, 60));
    }

    private static void Brushes(Brush b)
    {
        var p = b.Palette;
        foreach (var (x, tip, turn, size) in new[] { (-14.0, -92.0, -14.0, 10.0), (-4, -106, -3, 13), (10, -96, 10, 9), (18, -84, 20, 7) })
        {
            b.Place(x, -36, 1, () =>
            {
                var top = tip + 36;
                b.Line($"M0 0 V{top + 22}", p.Wood.Darker(0.16), 4);
                b.Box(-4, top + 14, 8, 12, 1, p.Gold);
                b.Path($"M-4 {top + 14} C{-size} {top} {-size * 0.6} {top - 14} 0 {top - 16} C{size * 0.6} {top - 14} {size} {top} 4 {top + 14}Z", b.Flip() ? new Ink(0.45, 0.06, 40) : p.Main.Lighter(0.14));
            }, turn);
        }

        var cup = b.Bright();
        b.Shadow(0, 25, 44);
        b.Path($"M-28 -48 L-24 -4 C-24 1 24 1 24 -4 L28 -48Z", cup);
        b.Gleam(-21, -42, 5, 34);
    }

    private static void Soap(Brush b)
    {
        var p = b.Palette;
        var soap = b.Bright().Toward(p.Paper, 0.3);
        b.Shadow(0, 38, 38);
        b.Box(-44, -6, 88, 6, 3, p.Wood);
        b.Path($"M-34 -10 L-28 -28 C-26 -32 26 -32 28 -28 L36 -10 C36 -5 -36 -5 -34 -10Z", soap);
        b.Line($"M-24 -24 C-8 -20 8 -28 24 -23 M-28 -15 C-8 -11 12 -19 30 -14", p.Paper.Flat(0.5), 2);
        b.Flower(30, -34, 7, p.Paper, p.Gold);
        b.Disc(-30, -35, 5, p.Paper.Flat(0.5));
        b.Disc(-22, -40, 3, p.Paper.Flat(0.5));
    }

    private static void Comb(Brush b)
    {
        var wood = b.Palette.Wood.Darker(b.Rnd(0, 0.12));
        b.Shadow(0, 46, 36);
        for (var tooth = 0; tooth < 19; tooth++)
        {
            b.Line($"M{-43 + (tooth * 4.8)} -24 V-3", wood.Darker(0.05).Flat(), 2.4);
        }

        b.Path($"M-50 -22 C-48 -46 48 -46 50 -22 C50 -18 -50 -18 -50 -22Z", wood);
        b.Line($"M-36 -29 C-16 -36 16 -36 36 -29", wood.Darker(0.1).Flat(0.6), 1.6);
    }

    private static void FaceMask(Brush b)
    {
        var p = b.Palette;
        foreach (var (x, turn, ink) in new[] { (-16.0, -9.0, p.Second), (2, 0, p.Third), (16, 8, p.Main) })
        {
            b.Place(x, 0, 1, () =>
            {
                b.Shadow(0, 26, 30);
                b.Box(-28, -92, 56, 92, 3, ink.Toward(p.Paper, 0.25));
                b.Box(-28, -92, 56, 9, 2, ink);
                b.Oval(0, -44, 18, 24, p.Paper);
                b.Oval(-7, -50, 4, 2.4, ink.Flat(0.7));
                b.Oval(7, -50, 4, 2.4, ink.Flat(0.7));
                b.Oval(0, -32, 5, 2.2, ink.Flat(0.7));
            }, turn);
        }
    }

    private static void Eyeshadow(Brush b)
    {
        var p = b.Palette;
        var box = p.Dark.Lighter(0.12);
        b.Shadow(0, 52, 40);
        b.Path($"M-54 -22 L-46 -74 H46 L54 -22Z", box);
        b.Path($"M-47 -27 L-40 -68 H40 L47 -27Z", new Ink(0.9, 0.025, 220).Into(p.Paper, Way.Lit));
        b.Path($"M-30 -30 L-4 -66 H12 L-14 -30Z", p.Paper.Flat(0.6));
        b.Path($"M-54 -22 H54 L58 -3 C58 0 -58 0 -58 -3Z", box.Lighter(0.04));
        for (var pan = 0; pan < 6; pan++)
        {
            b.Oval(-40 + (pan * 16), -12, 7, 5.6, p.Main.Toward(pan % 2 == 0 ? p.Second : p.Third, pan / 6.0).Lighter((pan % 3 * 0.06) - 0.04));
        }
    }

    private static void NailPolish(Brush b)
    {
        var p = b.Palette;
        foreach (var (x, ink) in new[] { (-25.0, p.Main), (0, p.Second), (25, p.Third) })
        {
            b.Place(x, x == 0 ? 5 : 0, 1, () =>
            {
                b.Shadow(0, 11, 32);
                b.Path($"M-5 -34 C-13 -32 -13 -28 -13 -22 V-5 C-13 0 13 0 13 -5 V-22 C13 -28 13 -32 5 -34Z", ink);
                b.Path($"M-6 -34 L-4 -76 C-3 -79 3 -79 4 -76 L6 -34Z", p.Dark.Lighter(0.1));
                b.Gleam(-10, -26, 3.4, 20, 0.55);
            });
        }
    }

    private static void Sunscreen(Brush b)
    {
        var p = b.Palette;
        var tube = new Ink(0.9, 0.07, 90);
        b.Shadow(0, 22, 46);
        b.Path($"M-26 -78 C-27 -50 -24 -20 -20 -3 C-10 1 10 1 20 -3 C24 -20 27 -50 26 -78Z", tube);
        b.Box(-20, -104, 40, 28, 6, p.Main);
        b.Disc(0, -50, 12, new Ink(0.82, 0.15, 72));
        for (var ray = 0; ray < 8; ray++)
        {
            var angle = ray * Math.PI / 4;
            b.Line($"M{Math.Cos(angle) * 15} {-50 + (Math.Sin(angle) * 15)} L{Math.Cos(angle) * 19} {-50 + (Math.Sin(angle) * 19)}", new Ink(0.82, 0.15, 72), 2.4);
        }

        Print(b, -24, 24);
        b.Gleam(-20, -72, 5, 56, 0.5);
    }

    private static void Pebbles(Brush b)
    {
        b.Shadow(0, 30, 30);
        b.Oval(-12, -9, 22, 10, b.Palette.Wall.Darker(0.2).Softer());
        b.Oval(18, -6, 15, 7, b.Palette.Paper.Darker(0.08));
        b.Oval(-6, -20, 13, 6, b.Palette.Second.Softer());
    }

    private static void Bud(Brush b)
    {
        var p = b.Palette;
        b.Shadow(0, 13, 34);
        b.Line($"M0 -30 C2 -54 -4 -70 4 -90", p.Leaf.Darker(0.05), 2.4);
        b.Leaf(1, -52, 22, 48, p.Leaf);
        b.Leaf(0, -44, 20, -52, p.Leaf.Lighter());
        b.Flower(4, -94, 16, p.Main, p.Gold, b.Dice.Between(5, 8));
        b.Path($"M-6 -42 V-34 C-6 -30 -16 -28 -16 -20 V-4 C-16 1 16 1 16 -4 V-20 C16 -28 6 -30 6 -34 V-42Z", p.Third.Lighter(0.16).Flat(0.85));
        b.Gleam(-12, -20, 3, 14, 0.6);
    }

    private static void Sprig(Brush b)
    {
        var p = b.Palette;
        b.Shadow(0, 12, 30);
        b.Line($"M0 -16 C2 -50 4 -70 14 -96", p.Leaf.Darker(0.1), 2.2);
        for (var leaf = 0; leaf < 5; leaf++)
        {
            b.Leaf(1 + (leaf * 2.4), -34 - (leaf * 13), 21, leaf % 2 == 0 ? 62 : -48, p.Leaf.Lighter(leaf * 0.025));
        }

        b.Leaf(13, -92, 18, 14, p.Leaf.Lighter(0.12));
        b.Path($"M-9 -28 L-13 -3 C-13 1 13 1 13 -3 L9 -28Z", b.Bright());
        b.Oval(0, -28, 9, 2.4, p.Dark.Flat(0.5));
    }
}
