namespace Sward.Town;

/// <summary>What stands in cupboards and is good for cooking.</summary>
internal static class Pantry
{
    public static IEnumerable<Motif> Motifs { get; } =
    [
        new("jar", "一罐果酱", "jar of preserve", Setting.Kitchen, 62, 82, Jar),
        new("tin", "一只茶罐", "tin of tea", Setting.Kitchen, 58, 88, Tin),
        new("pouch", "一袋好物", "stand-up pouch", Setting.Kitchen, 72, 96, Pouch),
        new("sauce", "一瓶酱汁", "bottle of sauce", Setting.Kitchen, 40, 108, Sauce),
        new("snackbox", "一盒点心", "box of sweets", Setting.Kitchen, 110, 62, SnackBox),
        new("mug", "马克杯", "mug", Setting.Kitchen, 80, 64, Mug),
        new("knife", "菜刀和砧板", "knife on a board", Setting.Kitchen, 130, 66, Knife),
        new("kettle", "水壶", "kettle", Setting.Kitchen, 105, 92, Kettle),
        new("pan", "平底锅", "frying pan", Setting.Kitchen, 150, 34, Pan),
        new("bowls", "一摞碗盘", "stack of bowls", Setting.Kitchen, 100, 70, Bowls),
        new("carafe", "玻璃水瓶", "glass carafe", Setting.Kitchen, 46, 96, Carafe),
        new("lemon", "柠檬", "lemon", Setting.Kitchen, 66, 34, Lemon),
        new("apple", "苹果", "apple", Setting.Kitchen, 50, 52, Apple),
        new("lunchbox", "便当盒", "lunch box", Setting.Kitchen, 115, 60, LunchBox),
    ];

    private static void Label(Brush b, double y, double w, double h, Ink ink)
    {
        b.Box(-w / 2, y, w, h, 3, ink.Flat());
        b.Line($"M{-w * 0.3} {y + (h * 0.62)} H{w * 0.3} M{-w * 0.2} {y + (h * 0.8)} H{w * 0.2}", b.Palette.Dark.Flat(0.4), 1.6);
    }

    private static void Jar(Brush b)
    {
        var p = b.Palette;
        var jam = b.Bright();
        b.Shadow(0, 26, 45);
        b.Path($"M-28 -58 C-31 -54 -31 -50 -31 -44 V-8 C-31 -2 -28 0 -22 0 H22 C28 0 31 -2 31 -8 V-44 C31 -50 31 -54 28 -58Z", jam.Lighter(0.05).Into(jam.Darker(0.12)));
        b.Box(-27, -74, 54, 17, 4, p.Second.Darker(0.06));
        b.Path($"M-34 -60 C-30 -74 -28 -80 0 -80 S30 -74 34 -60 C20 -66 -20 -66 -34 -60Z", p.Third.Lighter(0.06));
        b.Line($"M-27 -62 C-10 -66 10 -66 27 -62", p.Paper.Flat(), 2.4);
        Label(b, -44, 40, 28, p.Paper);
        b.Flower(0, -36, 6, p.Main, p.Gold, 5);
        b.Gleam(-26, -52, 5, 42);
    }

    private static void Tin(Brush b)
    {
        var p = b.Palette;
        var tin = b.Bright();
        b.Shadow(0, 27, 48);
        b.Path($"M-28 -70 V-6 C-28 2 28 2 28 -6 V-70Z", tin.Lighter(0.05).Into(tin.Darker(0.1), Way.Right));
        b.Path($"M-29 -84 V-66 C-29 -60 29 -60 29 -66 V-84Z", tin.Darker(0.06).Into(tin.Darker(0.16), Way.Right));
        b.Oval(0, -84, 29, 5.6, tin.Lighter(0.04));
        b.Disc(0, -35, 17, p.Paper.Flat(0.92));
        b.Leaf(-1, -26, 20, -24, p.Leaf);
        b.Leaf(1, -26, 20, 24, p.Leaf.Lighter(0.07));
        b.Gleam(-23, -62, 5, 52, 0.28);
    }

    private static void Pouch(Brush b)
    {
        var p = b.Palette;
        var bag = b.Bright();
        b.Shadow(0, 30, 48);
        b.Path($"M-32 -92 H32 C30 -70 36 -30 35 -4 C20 2 -20 2 -35 -4 C-36 -30 -30 -70 -32 -92Z", bag);
        b.Box(-32, -95, 64, 10, 2, bag.Darker(0.1));
        b.Line($"M-31 -80 H31", p.Paper.Flat(0.5), 1.6);
        b.Oval(0, -40, 22, 24, p.Paper.Flat(0.95));
        b.Disc(0, -48, 8, p.Second);
        b.Leaf(-8, -30, 16, -40, p.Leaf);
        b.Leaf(8, -30, 16, 40, p.Leaf);
        b.Line($"M-12 -24 H12", p.Dark.Flat(0.4), 1.8);
        b.Path($"M-28 -78 C-26 -50 -32 -30 -31 -8 L-25 -6 C-26 -34 -22 -52 -23 -78Z", p.Paper.Flat(0.25));
    }

    private static void Sauce(Brush b)
    {
        var p = b.Palette;
        var glass = b.Flip() ? new Ink(0.4, 0.08, 45) : p.Leaf.Darker(0.1);
        b.Shadow(0, 17, 48);
        b.Path($"M-7 -92 V-72 C-7 -62 -19 -60 -19 -46 V-5 C-19 1 19 1 19 -5 V-46 C19 -60 7 -62 7 -72 V-92Z", glass);
        b.Box(-9, -106, 18, 18, 3, p.Main);
        Label(b, -44, 38, 30, p.Paper);
        b.Disc(0, -35, 6, b.Bright());
        b.Gleam(-15, -52, 4, 44);
    }

    private static void SnackBox(Brush b)
    {
        var p = b.Palette;
        var box = b.Bright();
        b.Shadow(0, 50, 42);
        b.Path($"M-52 -34 L-44 -58 H44 L52 -34Z", box.Darker(0.1));
        b.Path($"M-46 -38 L-40 -53 H40 L46 -38Z", p.Paper.Darker(0.06));
        foreach (var x in new[] { -30, -10, 10, 30 })
        {
            b.Oval(x, -44, 9, 7, x % 20 == 10 ? new Ink(0.76, 0.11, 70) : p.Second);
            b.Flower(x, -45, 4, p.Paper, p.Main, 5);
        }

        b.Box(-54, -36, 108, 36, 4, box);
        b.Box(-54, -24, 108, 10, 0, p.Paper.Flat(0.4));
        b.Flower(0, -19, 11, p.Gold, p.Paper, 8);
    }

    private static void Mug(Brush b)
    {
        var p = b.Palette;
        var mug = b.Bright();
        b.Shadow(-4, 28, 45);
        b.Line($"M24 -46 C48 -48 46 -14 22 -16", mug.Darker(0.05), 7);
        b.Path($"M-32 -58 V-8 C-32 2 26 2 26 -8 V-58Z", mug);
        b.Oval(-3, -58, 29, 5.6, mug.Lighter(0.08));
        b.Oval(-3, -57.6, 25.5, 4.2, mug.Darker(0.2));
        switch (b.Dice.Between(0, 2))
        {
            case 0:
                b.Path($"M-32 -38 C-20 -32 14 -32 26 -38 V-28 C14 -22 -20 -22 -32 -28Z", p.Paper.Flat(0.6));
                break;
            case 1:
                b.Flower(-3, -30, 12, p.Paper, p.Gold);
                break;
            default:
                foreach (var (x, y) in new[] { (-20.0, -42.0), (-4, -26), (12, -44), (14, -18), (-20, -16) })
                {
                    b.Disc(x, y, 3.6, p.Paper.Flat(0.8));
                }

                break;
        }

        b.Gleam(-27, -50, 4.5, 38, 0.3);
    }

    private static void Knife(Brush b)
    {
        var p = b.Palette;
        b.Shadow(0, 56, 40);
        b.Path($"M-60 -12 L-40 -40 H56 L62 -12Z", p.Wood.Lighter(0.08));
        b.Path($"M-60 -12 H62 V-4 C62 0 58 0 56 0 H-54 C-58 0 -60 -2 -60 -6Z", p.Wood.Darker(0.04));
        b.Line($"M-40 -32 C-10 -28 20 -36 56 -30 M-50 -20 C-10 -18 20 -24 58 -20", p.Wood.Darker(0.06).Flat(0.5), 1.6);
        b.Path($"M-40 -32 L26 -32 V-12 C0 -10 -30 -14 -42 -26Z", new Ink(0.86, 0.015, 230));
        b.Path($"M-42 -26 C-30 -14 0 -10 26 -12 V-16 C0 -14 -28 -18 -42 -26Z", p.Paper.Flat(0.8));
        b.Box(24, -32, 38, 11, 4, p.Third.Darker(0.12));
        b.Disc(34, -27, 1.8, p.Gold);
        b.Disc(50, -27, 1.8, p.Gold);
        foreach (var (x, y) in new[] { (-14.0, -44.0), (2, -40), (14, -46) })
        {
            b.Oval(x, y, 10, 7, new Ink(0.63, 0.17, 28));
            b.Oval(x, y, 7.5, 4.8, new Ink(0.72, 0.14, 35));
        }
    }

    private static void Kettle(Brush b)
    {
        var p = b.Palette;
        var steel = b.Bright();
        b.Shadow(0, 36, 52);
        b.Line($"M-26 -62 C-26 -96 30 -96 30 -62", p.Dark, 5);
        b.Path($"M30 -44 C44 -44 44 -62 56 -68 L60 -63 C52 -56 52 -34 32 -26Z", steel.Darker(0.04));
        b.Path($"M-38 -6 C-46 -30 -38 -64 0 -64 S46 -30 38 -6 C30 2 -30 2 -38 -6Z", steel);
        b.Oval(0, -62, 18, 4.6, steel.Lighter(0.08));
        b.Disc(0, -69, 5.4, p.Wood);
        b.Path($"M-33 -14 C-36 -36 -28 -52 -18 -56 C-26 -42 -27 -26 -23 -8Z", p.Paper.Flat(0.32));
        b.Steam(64, -72, 24, 2);
    }

    private static void Pan(Brush b)
    {
        var p = b.Palette;
        var iron = new Ink(0.36, 0.02, 250);
        b.Shadow(-16, 44, 40);
        b.Path($"M36 -20 L92 -30 C96 -30 96 -23 92 -22 L38 -12Z", p.Wood.Darker(0.1));
        b.Path($"M-62 -20 C-60 -4 -44 -1 -14 -1 S32 -4 34 -20Z", iron);
        b.Oval(-14, -20, 48, 11, iron.Lighter(0.1));
        b.Oval(-14, -19, 43, 9, iron.Darker(0.04));
        b.Path($"M-46 -19 C-44 -28 -22 -28 -14 -25 C0 -30 20 -26 18 -18 C10 -10 -36 -10 -46 -19Z", p.Paper);
        b.Oval(-24, -21, 8, 3.6, new Ink(0.8, 0.16, 75));
        b.Oval(2, -21, 8, 3.6, new Ink(0.8, 0.16, 75));
    }

    private static void Bowls(Brush b)
    {
        var p = b.Palette;
        b.Shadow(0, 34, 50);
        var inks = b.Dice.Shuffle([p.Main, p.Second, p.Third, p.Paper.Darker(0.03)]);
        for (var bowl = 0; bowl < 4; bowl++)
        {
            var (y, half) = (-(bowl * 13.0), 46.0 - (bowl * 3));
            b.Path($"M{-half} {y - 24} C{-half + 4} {y - 6} {-half * 0.5} {y} 0 {y} S{half - 4} {y - 6} {half} {y - 24}Z", inks[bowl]);
        }

        b.Oval(0, -63, 37, 8, inks[3].Lighter(0.07));
        b.Oval(0, -62.4, 33, 6.4, inks[3].Darker(0.1));
    }

    private static void Carafe(Brush b)
    {
        var p = b.Palette;
        b.Shadow(0, 19, 40);
        b.Path($"M-10 -94 C-10 -70 -22 -62 -22 -40 V-6 C-22 1 22 1 22 -6 V-40 C22 -62 10 -70 10 -94Z", p.Paper.Flat(0.5));
        b.Path($"M-21 -46 V-7 C-21 -1 21 -1 21 -7 V-46 C10 -43 -10 -43 -21 -46Z", p.Third.Lighter(0.2).Flat(0.55));
        b.Leaf(0, -40, 60, 6, p.Leaf);
        b.Gleam(-17, -44, 4, 34, 0.5);
    }

    private static void Lemon(Brush b)
    {
        var rind = b.Flip() ? new Ink(0.87, 0.15, 98) : new Ink(0.77, 0.15, 62);
        b.Shadow(-8, 24, 36);
        b.Path($"M-38 -15 C-32 -32 10 -34 20 -17 L25 -15 L20 -12 C10 2 -30 1 -38 -15Z", rind);
        b.Gleam(-24, -24, 18, 4, 0.45);
        b.Disc(26, -11, 12, rind);
        b.Disc(26, -11, 9.6, rind.Lighter(0.1).Softer(0.6));
        b.Line($"M26 -20 V-2 M18 -15 L34 -7 M18 -7 L34 -15", b.Palette.Paper.Flat(0.8), 1.4);
        b.Leaf(-34, -18, 18, -40, b.Palette.Leaf);
    }

    private static void Apple(Brush b)
    {
        var skin = new Ink(0.6, 0.17, b.Rnd(20, 34));
        b.Shadow(0, 18, 36);
        b.Path($"M0 -38 C-10 -44 -25 -38 -25 -20 C-25 -6 -12 1 -6 0 C-2 -1 2 -1 6 0 C14 1 25 -6 25 -20 C25 -38 10 -44 0 -38Z", skin);
        b.Line($"M0 -37 C-1 -43 2 -48 5 -50", b.Palette.Wood.Darker(0.2), 2.4);
        b.Leaf(2, -42, 17, 66, b.Palette.Leaf);
        b.Gleam(-18, -32, 5, 14, 0.4);
    }

    private static void LunchBox(Brush b)
    {
        var p = b.Palette;
        var box = b.Bright();
        b.Shadow(0, 52, 42);
        b.Path($"M-56 -28 L-46 -52 H46 L56 -28Z", box.Darker(0.06));
        b.Path($"M-50 -31 L-42 -48 H-2 V-31Z", p.Paper);
        b.Path($"M2 -31 V-48 H42 L50 -31Z", p.Wood.Lighter(0.14));
        b.Disc(-22, -40, 4, new Ink(0.56, 0.18, 22));
        foreach (var x in new[] { 10, 20, 30 })
        {
            b.Leaf(x, -32, 13, -20 + x, p.Leaf);
        }

        b.Oval(38, -38, 8, 4, new Ink(0.82, 0.13, 85));
        b.Oval(14, -42, 9, 4, new Ink(0.6, 0.12, 45));
        b.Path($"M-56 -30 H56 V-8 C56 -2 52 0 46 0 H-46 C-52 0 -56 -2 -56 -8Z", box);
        b.Line($"M-50 -60 L42 -66 M-50 -57 L44 -62", p.Wood.Darker(0.15), 2.4);
        b.Gleam(-50, -24, 5, 16);
    }
}
