namespace Sward.Town;

/// <summary>What goes out of the house, or makes one sweat.</summary>
internal static class Sports
{
    public static IEnumerable<Motif> Motifs { get; } =
    [
        new("mat", "瑜伽垫", "yoga mat", Setting.Floor, 130, 50, Mat),
        new("dumbbells", "一对哑铃", "pair of dumbbells", Setting.Floor, 116, 56, Dumbbells),
        new("runshoes", "跑鞋", "running shoes", Setting.Floor, 132, 64, RunShoes),
        new("bottle", "运动水壶", "water bottle", Setting.Desk, 44, 108, Bottle),
        new("backpack", "双肩背包", "backpack", Setting.Floor, 96, 122, Backpack),
        new("suitcase", "行李箱", "suitcase", Setting.Floor, 84, 130, Suitcase),
        new("bicycle", "自行车", "bicycle", Setting.Floor, 168, 108, Bicycle),
        new("ball", "球", "ball", Setting.Floor, 62, 62, Ball),
        new("rope", "跳绳", "skipping rope", Setting.Floor, 110, 60, Rope),
        new("racket", "羽毛球拍", "badminton racket and shuttlecock", Setting.Floor, 110, 120, Racket),
        new("neckpillow", "颈枕和眼罩", "neck pillow and sleep mask", Setting.Room, 104, 70, NeckPillow),
        new("campstove", "露营炉具", "camping stove", Setting.Floor, 96, 96, CampStove),
        new("lantern", "营地灯", "camping lantern", Setting.Desk, 62, 108, Lantern),
        new("pitchedtent", "搭好的帐篷", "pitched tent", Setting.Floor, 168, 96, PitchedTent),
        new("towel", "速干毛巾", "sports towel", Setting.Floor, 116, 42, Towel),
    ];

    private static void Mat(Brush b)
    {
        var ink = b.Bright();
        b.Shadow(0, 56, 36);
        b.Path($"M-46 -8 L64 -14 L72 -2 L-40 0Z", ink.Lighter(0.04));
        b.Path($"M-44 -42 H30 V-2 H-44Z", ink.Into(ink.Darker(0.1)));
        b.Oval(-44, -22, 13, 20, ink.Darker(0.04));
        b.Line($"M-44 -36 C-34 -36 -34 -8 -44 -8 C-52 -8 -52 -30 -44 -30 C-38 -30 -38 -14 -44 -14", ink.Lighter(0.12).Flat(), 2);
        b.Box(-22, -43, 6, 42, 0, b.Palette.Paper.Flat(0.7));
        b.Box(10, -43, 6, 42, 0, b.Palette.Paper.Flat(0.7));
    }

    private static void Dumbbells(Brush b)
    {
        var p = b.Palette;
        foreach (var (x, y, turn) in new[] { (10.0, -16.0, -9.0), (-6, 0, 4) })
        {
            b.Place(x, y, 1, () =>
            {
                b.Shadow(0, 44, 30);
                b.Box(-28, -20, 56, 8, 4, p.Paper.Darker(0.2));
                foreach (var side in new[] { -1.0, 1 })
                {
                    b.Box((side * 34) - 9, -34, 18, 34, 5, b.Palette.Main);
                    b.Box((side * 46) - 5, -29, 10, 24, 4, b.Palette.Main.Darker(0.08));
                }
            }, turn);
        }
    }

    private static void RunShoes(Brush b)
    {
        var p = b.Palette;
        var ink = b.Bright();
        foreach (var (x, y, shade) in new[] { (15.0, -10.0, ink.Darker(0.05)), (-10, 2, ink) })
        {
            b.Place(x, y, 1, () =>
            {
                b.Shadow(0, 44, 38);
                b.Path($"M-48 -12 C-50 -30 -50 -40 -44 -50 C-38 -42 -28 -40 -20 -46 L10 -26 C24 -20 48 -20 54 -10Z", shade);
                b.Path($"M-30 -14 C-24 -36 -10 -34 2 -30 L22 -14Z", p.Second.Flat(0.9));
                b.Line($"M-20 -16 C-16 -28 -8 -28 0 -24 M-6 -16 C-2 -22 4 -22 10 -19", p.Paper.Flat(), 3);
                b.Path($"M-54 -16 C-44 -10 30 -14 56 -12 C58 -4 54 0 46 0 H-42 C-52 0 -56 -8 -54 -16Z", p.Paper.Darker(0.02));
                b.Path($"M-54 -12 C-30 -2 20 -2 56 -8 C56 -2 52 0 46 0 H-42 C-50 0 -54 -6 -54 -12Z", p.Third.Flat(0.7));
                foreach (var lace in new[] { -14, -7, 0 })
                {
                    b.Line($"M{lace} {-40 + ((lace + 14) * 0.7)} l8 -6", p.Paper.Flat(), 2.6);
                }
            });
        }
    }

    private static void Bottle(Brush b)
    {
        var p = b.Palette;
        var body = b.Bright();
        b.Shadow(0, 19, 46);
        b.Line($"M-8 -98 C-8 -110 8 -110 8 -98", p.Dark.Lighter(0.12), 4);
        b.Box(-14, -100, 28, 18, 4, p.Dark.Lighter(0.12));
        b.Path($"M-14 -82 C-22 -80 -22 -74 -22 -68 V-6 C-22 1 22 1 22 -6 V-68 C22 -74 22 -80 14 -82Z", body);
        b.Box(-22, -16, 44, 7, 0, p.Paper.Flat(0.45));
        b.Path($"M-6 -50 L4 -64 L14 -46 L-2 -34Z", p.Paper.Flat(0.3));
        b.Gleam(-17, -72, 5, 60);
    }

    private static void Backpack(Brush b)
    {
        var p = b.Palette;
        var cloth = b.Bright();
        b.Shadow(0, 42, 48);
        b.Line($"M-12 -112 C-12 -124 12 -124 12 -112", cloth.Darker(0.1), 5);
        b.Path($"M-40 -30 C-52 -28 -52 0 -38 -2 M40 -30 C52 -28 52 0 38 -2", cloth.Darker(0.08));
        b.Path($"M-40 -8 V-74 C-40 -104 -24 -114 0 -114 S40 -104 40 -74 V-8 C40 -2 34 0 28 0 H-28 C-34 0 -40 -2 -40 -8Z", cloth);
        b.Path($"M-40 -70 C-20 -60 20 -60 40 -70 V-76 C40 -104 24 -114 0 -114 S-40 -104 -40 -76Z", cloth.Darker(0.04));
        b.Box(-28, -50, 56, 44, 9, cloth.Lighter(0.05));
        b.Line($"M-24 -40 H24", p.Dark.Flat(0.4), 2);
        b.Box(-5, -66, 10, 22, 3, p.Gold);
        b.Gleam(-34, -94, 5, 48, 0.25);
    }

    private static void Suitcase(Brush b)
    {
        var p = b.Palette;
        var shell = b.Bright();
        b.Shadow(0, 38, 50);
        b.Line($"M-14 -100 V-128 H14 V-100", p.Dark.Lighter(0.25), 4);
        b.Box(-28, -7, 10, 8, 4, p.Dark);
        b.Box(18, -7, 10, 8, 4, p.Dark);
        b.Box(-39, -102, 78, 97, 12, shell);
        foreach (var x in new[] { -24, -8, 8, 24 })
        {
            b.Line($"M{x} -94 V-14", shell.Darker(0.12).Flat(0.7), 3);
        }

        b.Disc(14, -62, 11, p.Second);
        b.Box(-30, -46, 22, 14, 2, p.Paper.Flat(0.9));
        b.Gleam(-35, -92, 4, 74);
    }

    private static void Bicycle(Brush b)
    {
        var p = b.Palette;
        var frame = b.Bright();
        b.Shadow(0, 74, 30);
        foreach (var x in new[] { -50.0, 50 })
        {
            b.Line($"M{x - 30} -32 a30 30 0 1 1 60 0 a30 30 0 1 1 -60 0", p.Dark.Lighter(0.08), 5);
            b.Line($"M{x} -60 V-4 M{x - 28} -32 H{x + 28} M{x - 20} -52 L{x + 20} -12 M{x + 20} -52 L{x - 20} -12", p.Paper.Flat(0.6), 1);
        }

        b.Line($"M-50 -32 L-22 -76 L28 -76 L-6 -32 H-50 M-22 -76 L-6 -32 M28 -76 L50 -32 M28 -76 L24 -90", frame, 5);
        b.Line($"M24 -90 C34 -98 44 -92 42 -84 M-22 -76 L-25 -86", p.Dark.Lighter(0.1), 4);
        b.Box(-38, -92, 27, 8, 4, p.Wood.Darker(0.15));
        b.Disc(-6, -32, 8, p.Gold.Darker(0.06));
        b.Path($"M34 -84 H62 L58 -62 H38Z", p.Wood.Lighter(0.08));
        b.Flower(44, -88, 8, p.Main.Lighter(0.1), p.Gold);
        b.Flower(55, -87, 6, p.Second, p.Paper);
        b.Leaf(50, -82, 14, 16, p.Leaf);
    }

    private static void Ball(Brush b)
    {
        var p = b.Palette;
        var skin = b.Bright();
        b.Shadow(0, 24, 44);
        b.Disc(0, -30, 30, skin);
        b.Line($"M-30 -30 Q0 -18 30 -30 M0 -60 Q-14 -30 0 0 M-22 -50 Q-4 -34 -22 -10 M22 -50 Q6 -34 22 -10", p.Dark.Flat(0.45), 2);
        b.Oval(-12, -44, 8, 5, p.Paper.Flat(0.35));
    }

    private static void Rope(Brush b)
    {
        var p = b.Palette;
        b.Shadow(0, 44, 30);
        b.Line($"M-40 -40 C-60 0 20 4 30 -16 S-30 -40 -30 -14 S40 10 44 -34", p.Third, 4);
        b.Place(-42, -36, 1, () => b.Box(-6, -22, 12, 30, 5, p.Main), -14);
        b.Place(46, -30, 1, () => b.Box(-6, -22, 12, 30, 5, p.Main), 12);
    }

    private static void Racket(Brush b)
    {
        var p = b.Palette;
        b.Shadow(-10, 40, 34);
        b.Place(-10, -4, 1, () =>
        {
            for (var line = -3; line <= 3; line++)
            {
                b.Line($"M{line * 7} -108 V-62 M-24 {-85 + (line * 7)} H24", p.Third.Flat(0.5), 1);
            }

            b.Line($"M-25 -85 a25 30 0 1 1 50 0 a25 30 0 1 1 -50 0", b.Palette.Main, 4.4);
            b.Line($"M0 -55 V-18", p.Dark.Lighter(0.15), 3.4);
            b.Box(-4, -22, 8, 24, 3, p.Third);
        }, -24);
        b.Place(40, 0, 1, () =>
        {
            b.Path($"M-7 -10 L-16 -40 H16 L7 -10Z", p.Paper);
            b.Line($"M-9 -22 H9 M-12 -31 H12 M0 -10 V-40", p.Dark.Flat(0.25), 1.6);
            b.Disc(0, -8, 8, p.Second);
        }, 20);
    }

    private static void NeckPillow(Brush b)
    {
        var p = b.Palette;
        b.Shadow(0, 46, 40);
        b.Line($"M-30 -16 C-44 -60 44 -60 30 -16", b.Palette.Main, 27);
        b.Line($"M-34 -24 C-36 -52 0 -58 14 -54", p.Paper.Flat(0.25), 5);
        b.Place(10, 2, 1, () =>
        {
            b.Path($"M-34 -22 C-20 -28 20 -28 34 -22 C36 -8 24 0 14 -2 C6 -4 4 -8 0 -8 S-6 -4 -14 -2 C-24 0 -36 -8 -34 -22Z", p.Third.Darker(0.06));
            b.Line($"M-22 -14 q6 5 12 0 M10 -14 q6 5 12 0", p.Paper.Flat(0.8), 2);
        });
    }

    private static void CampStove(Brush b)
    {
        var p = b.Palette;
        b.Shadow(0, 32, 46);
        b.Line($"M0 -26 L-26 -1 M0 -26 L26 -1 M0 -26 V-1", p.Dark.Lighter(0.2), 4);
        b.Path($"M-10 -34 C-14 -44 -5 -46 0 -52 C5 -46 14 -44 10 -34Z", new Ink(0.75, 0.15, 60));
        b.Line($"M-22 -50 H22", p.Dark.Lighter(0.2), 4);
        b.Path($"M-32 -84 H32 V-60 C32 -54 28 -52 24 -52 H-24 C-28 -52 -32 -54 -32 -60Z", b.Palette.Main);
        b.Box(-36, -90, 72, 8, 4, p.Paper.Darker(0.14));
        b.Disc(0, -93, 4, p.Wood);
        b.Line($"M32 -76 L54 -82", p.Wood.Darker(0.1), 5);
        b.Steam(0, -96, 18, 2);
        b.Gleam(-27, -80, 4, 24);
    }

    private static void Lantern(Brush b)
    {
        var p = b.Palette;
        var glow = new Ink(0.93, 0.11, 85);
        b.Disc(0, -50, 60, glow.Into(glow, Way.Round, 0.5, 0));
        b.Shadow(0, 24, 46);
        b.Line($"M-22 -80 C-24 -116 24 -116 22 -80", p.Dark.Lighter(0.2), 3.4);
        b.Path($"M-16 -84 C-16 -96 16 -96 16 -84Z", p.Main);
        b.Box(-20, -84, 40, 62, 9, glow.Lighter(0.04).Into(glow));
        b.Path($"M0 -66 C-9 -54 -8 -40 0 -38 C8 -40 9 -54 0 -66Z", p.Paper.Flat(0.9));
        b.Line($"M-20 -70 V-30 M20 -70 V-30", p.Main.Darker(0.06), 4);
        b.Box(-26, -26, 52, 26, 7, p.Main);
        b.Disc(0, -13, 5, p.Gold);
    }

    /// <summary>Lit from inside when <paramref name="glows"/>; also stands in the view of a camp site.</summary>
    internal static void Tent(Brush b, Ink cloth, bool glows)
    {
        var p = b.Palette;
        b.Oval(22, 3, 100, 9, p.Dark.Flat(0.22));
        b.Path($"M-84 0 L-4 -92 L12 -92 L92 0Z", cloth);
        b.Path($"M-4 -92 L92 0 H34 L2 -78Z", cloth.Darker(0.1));
        b.Path($"M0 -80 L-26 0 H30Z", glows ? new Ink(0.93, 0.12, 85) : p.Dark.Flat(0.5));
        b.Path($"M0 -80 L-26 0 L-38 0 C-24 -24 -10 -52 0 -80Z", cloth.Lighter(0.1));
        b.Line($"M4 -92 L-112 2 M4 -92 L118 2", p.Paper.Flat(0.5), 1.4);
    }

    private static void PitchedTent(Brush b) => Tent(b, b.Bright(), glows: false);

    private static void Towel(Brush b)
    {
        var ink = b.Bright();
        b.Shadow(0, 52, 36);
        b.Box(-54, -34, 108, 34, 17, ink);
        b.Oval(-38, -17, 15, 17, ink.Darker(0.05));
        b.Line($"M-38 -27 C-28 -27 -28 -8 -38 -8 C-46 -8 -46 -22 -38 -22", ink.Lighter(0.14).Flat(), 2.2);
        b.Box(10, -34, 8, 34, 0, b.Palette.Paper.Flat(0.55));
        b.Box(24, -34, 4, 34, 0, b.Palette.Paper.Flat(0.55));
    }
}
