namespace Sward.Town;

/// <summary>What people wear and carry.</summary>
internal static class Wardrobe
{
    public static IEnumerable<Motif> Motifs { get; } =
    [
        new("sneakers", "一双板鞋", "pair of sneakers", Setting.Room, 130, 62, Sneakers),
        new("boots", "一双短靴", "pair of boots", Setting.Room, 110, 84, Boots),
        new("dress", "挂着的连衣裙", "dress on a hanger", Setting.Room, 84, 150, Dress),
        new("shirt", "挂着的衬衫", "shirt on a hanger", Setting.Room, 112, 120, Shirt),
        new("sweater", "毛衣", "knitted sweater", Setting.Room, 118, 104, Sweater),
        new("trousers", "阔腿裤", "wide trousers", Setting.Room, 78, 140, Trousers),
        new("tote", "帆布包", "tote bag", Setting.Room, 90, 118, Tote),
        new("handbag", "手提包", "handbag", Setting.Room, 104, 88, Handbag),
        new("sunglasses", "墨镜", "sunglasses", Setting.Vanity, 116, 48, Sunglasses),
        new("scarf", "围巾", "scarf", Setting.Room, 104, 96, Scarf),
        new("hat", "草帽", "hat", Setting.Room, 130, 56, Hat),
        new("socks", "几双袜子", "socks", Setting.Room, 96, 84, Socks),
        new("earrings", "耳环和首饰盘", "earrings in a dish", Setting.Vanity, 96, 60, Earrings),
        new("hangers", "木衣架", "wooden hangers", Setting.Room, 104, 66, Hangers),
        new("watch", "手表", "watch", Setting.Vanity, 60, 104, Watch),
        new("umbrella", "雨伞", "umbrella", Setting.Room, 130, 118, Umbrella),
    ];

    private static void Shoe(Brush b, Ink ink)
    {
        var p = b.Palette;
        b.Shadow(0, 42, 40);
        b.Path($"M-48 -8 V-40 C-46 -46 -34 -46 -30 -42 C-22 -36 -16 -40 -8 -36 L14 -22 C30 -20 48 -18 50 -8Z", ink);
        b.Path($"M24 -20 C38 -20 49 -18 50 -8 H20 C20 -14 22 -18 24 -20Z", p.Paper.Flat(0.85));
        b.Path($"M-50 -12 H51 V-5 C51 -1 48 0 44 0 H-44 C-48 0 -50 -2 -50 -5Z", p.Paper.Darker(0.02));
        b.Line($"M-50 -6 H51", p.Main.Flat(0.55), 2);
        foreach (var lace in new[] { -12, -4, 4 })
        {
            b.Line($"M{lace} {-33 + ((lace + 12) * 0.65)} l8 -8", p.Paper.Flat(), 2.8);
        }

        b.Path($"M-34 -14 C-26 -26 -14 -28 -4 -20 L-8 -14 C-16 -20 -24 -18 -28 -12Z", p.Paper.Flat(0.7));
    }

    private static void Sneakers(Brush b)
    {
        var ink = b.Bright();
        b.Place(14, -10, 0.94, () => Shoe(b, ink.Darker(0.05)));
        b.Place(-10, 2, 1, () => Shoe(b, ink));
    }

    private static void Boots(Brush b)
    {
        var p = b.Palette;
        var leather = b.Flip() ? new Ink(0.42, 0.07, 45) : p.Third.Darker(0.06);
        foreach (var (x, y) in new[] { (14.0, -6.0), (-14, 2) })
        {
            b.Place(x, y, 1, () =>
            {
                b.Shadow(0, 30, 40);
                b.Path($"M-30 -80 H2 L6 -36 C12 -26 32 -26 36 -10 L36 -5 H-30Z", leather);
                b.Path($"M-4 -80 H2 L6 -36 L-6 -40Z", leather.Darker(0.12));
                b.Box(-31, -8, 68, 8, 2, p.Dark);
                b.Gleam(-25, -72, 5, 52, 0.22);
            });
        }
    }

    private static void Hanger(Brush b, double y)
    {
        b.Line($"M0 {y} V{y - 8} C0 {y - 12} 6 {y - 12} 6 {y - 17} C6 {y - 22} -3 {y - 22} -3 {y - 17}", b.Palette.Dark.Lighter(0.2), 2.2);
        b.Line($"M-34 {y + 16} L0 {y} L34 {y + 16}", b.Palette.Wood, 4);
    }

    private static void Dress(Brush b)
    {
        var p = b.Palette;
        var cloth = b.Bright();
        Hanger(b, -128);
        b.Path($"M-18 -122 L-9 -120 C-6 -110 6 -110 9 -120 L18 -122 C20 -104 15 -92 14 -82 C22 -54 38 -20 40 -2 C20 4 -20 4 -40 -2 C-38 -20 -22 -54 -14 -82 C-15 -92 -20 -104 -18 -122Z", cloth);
        b.Line($"M-6 -80 C-10 -50 -20 -24 -22 -2 M8 -80 C12 -50 20 -24 22 -1 M1 -78 C1 -50 0 -20 0 1", cloth.Darker(0.14).Flat(0.4), 2.4);
        b.Path($"M-15 -86 C-6 -82 6 -82 15 -86 L14 -80 C6 -76 -6 -76 -14 -80Z", p.Paper.Flat(0.7));
        if (b.Flip())
        {
            foreach (var (x, y) in new[] { (-10.0, -104.0), (8, -98), (-18, -50), (0, -60), (16, -44), (-28, -18), (-6, -26), (10, -12), (28, -16) })
            {
                b.Disc(x, y, 3.2, p.Paper.Flat(0.9));
            }
        }
    }

    private static void Shirt(Brush b)
    {
        var p = b.Palette;
        var cloth = b.Flip() ? p.Paper.Darker(0.02) : b.Bright().Toward(p.Paper, 0.25);
        Hanger(b, -104);
        b.Path($"M-20 -102 C-36 -96 -48 -90 -54 -56 L-40 -48 L-34 -68 V-4 C-20 1 20 1 34 -4 V-68 L40 -48 L54 -56 C48 -90 36 -96 20 -102 L0 -90Z", cloth);
        b.Path($"M-20 -102 L0 -90 L-12 -76 L-24 -98Z", cloth.Lighter(0.05));
        b.Path($"M20 -102 L0 -90 L12 -76 L24 -98Z", cloth.Darker(0.04));
        b.Line($"M0 -88 V-1", cloth.Darker(0.16).Flat(0.5), 1.8);
        foreach (var y in new[] { -76, -58, -40, -22 })
        {
            b.Disc(0, y, 2, p.Dark.Flat(0.45));
        }

        if (b.Flip())
        {
            foreach (var x in new[] { -27, -18, -9, 9, 18, 27 })
            {
                b.Line($"M{x} -86 V-3", p.Main.Flat(0.25), 2.2);
            }
        }

        b.Box(9, -68, 16, 17, 2, cloth.Darker(0.05));
    }

    private static void Sweater(Brush b)
    {
        var p = b.Palette;
        var wool = b.Bright();
        b.Shadow(0, 40, 40);
        b.Path($"M-18 -100 C-36 -98 -48 -88 -56 -40 L-42 -34 L-34 -62 V-6 C-20 0 20 0 34 -6 V-62 L42 -34 L56 -40 C48 -88 36 -98 18 -100 C10 -92 -10 -92 -18 -100Z", wool);
        b.Path($"M-18 -100 C-10 -92 10 -92 18 -100 L20 -94 C10 -84 -10 -84 -20 -94Z", wool.Darker(0.08));
        for (var row = 0; row < 3; row++)
        {
            var y = -72 + (row * 16);
            b.Line($"M-34 {y} l6 6 l6 -6 l6 6 l6 -6 l6 6 l6 -6 l6 6 l6 -6 l6 6 l6 -6 l6 6", (row == 1 ? p.Paper : wool.Lighter(0.12)).Flat(0.8), 2.6);
        }

        b.Path($"M-34 -12 C-20 -6 20 -6 34 -12 V-5 C20 1 -20 1 -34 -5Z", wool.Darker(0.08));
    }

    private static void Trousers(Brush b)
    {
        var cloth = b.Flip() ? new Ink(0.5, 0.07, 255) : b.Bright();
        b.Shadow(0, 36, 36);
        b.Path($"M-26 -136 H26 C28 -110 36 -50 38 -2 C28 1 12 1 6 -1 L0 -90 L-6 -1 C-12 1 -28 1 -38 -2 C-36 -50 -28 -110 -26 -136Z", cloth);
        b.Box(-27, -138, 54, 10, 2, cloth.Darker(0.08));
        b.Line($"M0 -128 V-90 M-16 -124 C-18 -80 -24 -40 -24 -2 M16 -124 C18 -80 24 -40 24 -2", cloth.Darker(0.14).Flat(0.45), 2);
        b.Disc(0, -133, 2.4, b.Palette.Gold);
    }

    private static void Tote(Brush b)
    {
        var p = b.Palette;
        var canvas = b.Flip() ? p.Paper.Darker(0.05) : b.Bright();
        b.Shadow(0, 40, 48);
        b.Line($"M-20 -74 C-22 -122 22 -122 20 -74", canvas.Darker(0.1), 6);
        b.Path($"M-42 -76 H42 L38 -4 C20 1 -20 1 -38 -4Z", canvas);
        b.Path($"M-42 -76 H42 L41.5 -68 H-41.5Z", canvas.Darker(0.06));
        switch (b.Dice.Between(0, 2))
        {
            case 0:
                b.Disc(0, -38, 17, p.Main);
                b.Path($"M-17 -36 C-8 -44 8 -30 17 -38 C16 -16 -16 -16 -17 -36Z", p.Third);
                break;
            case 1:
                b.Flower(0, -38, 19, p.Second, p.Main, 7);
                break;
            default:
                b.Line($"M-20 -52 H20 M-20 -40 H12 M-20 -28 H16", p.Dark.Flat(0.6), 4);
                break;
        }

        b.Path($"M-38 -66 L-32 -66 L-28 -6 L-34 -5Z", p.Paper.Flat(0.25));
    }

    private static void Handbag(Brush b)
    {
        var p = b.Palette;
        var leather = b.Bright();
        b.Shadow(0, 46, 48);
        b.Line($"M-24 -54 C-26 -92 26 -92 24 -54", leather.Darker(0.1), 6);
        b.Path($"M-46 -56 H46 L52 -6 C52 -1 48 0 44 0 H-44 C-48 0 -52 -1 -52 -6Z", leather);
        b.Path($"M-46 -56 H46 L48 -34 C30 -18 -30 -18 -48 -34Z", leather.Darker(0.05));
        b.Box(-7, -32, 14, 12, 3, p.Gold);
        b.Gleam(-44, -26, 4.5, 20);
    }

    private static void Sunglasses(Brush b)
    {
        var p = b.Palette;
        var frame = b.Flip() ? p.Dark : p.Main.Darker(0.12);
        b.Shadow(0, 50, 34);
        b.Line($"M-50 -34 L-36 -46 M50 -34 L38 -46", frame, 4.4);
        b.Path($"M-56 -36 C-50 -42 -14 -42 -8 -34 C-4 -37 4 -37 8 -34 C14 -42 50 -42 56 -36 L52 -14 C48 0 18 0 12 -14 C10 -24 -10 -24 -12 -14 C-18 0 -48 0 -52 -14Z", frame);
        var lens = p.Third.Darker(0.18).Into(p.Second, Way.Down);
        b.Path($"M-50 -34 C-44 -37 -20 -37 -14 -32 C-14 -20 -16 -6 -32 -6 S-48 -20 -50 -34Z", lens);
        b.Path($"M50 -34 C44 -37 20 -37 14 -32 C14 -20 16 -6 32 -6 S48 -20 50 -34Z", lens);
        b.Path($"M-44 -32 L-34 -33 L-42 -14Z M22 -32 L32 -33 L24 -14Z", p.Paper.Flat(0.4));
    }

    private static void Scarf(Brush b)
    {
        var p = b.Palette;
        var wool = b.Bright();
        b.Shadow(0, 44, 40);
        b.Path($"M-46 -26 C-50 -60 50 -60 46 -26 C46 -8 -46 -8 -46 -26Z", wool);
        b.Path($"M-34 -30 C-30 -46 30 -46 34 -30 C20 -22 -20 -22 -34 -30Z", wool.Darker(0.18));
        b.Path($"M-8 -24 L26 -20 L34 0 H-2Z", wool.Lighter(0.04));
        b.Path($"M-46 -30 C-40 -80 20 -96 30 -88 C40 -78 6 -60 -20 -44Z", wool.Lighter(0.03));
        foreach (var x in new[] { 0, 8, 16, 24, 32 })
        {
            b.Line($"M{x} -1 l1 8", wool.Darker(0.05), 2.4);
        }

        b.Line($"M-4 -16 L30 -13 M-3 -9 L32 -7 M-40 -52 L-24 -46 M-20 -72 L-6 -56", p.Paper.Flat(0.6), 3);
    }

    private static void Hat(Brush b)
    {
        var p = b.Palette;
        var straw = new Ink(0.84, 0.09, 82);
        b.Shadow(0, 58, 40);
        b.Oval(0, -9, 64, 13, straw.Darker(0.04));
        b.Oval(0, -12, 64, 12, straw);
        b.Path($"M-34 -14 C-34 -56 -18 -56 0 -54 S34 -56 34 -14 C20 -6 -20 -6 -34 -14Z", straw.Lighter(0.02));
        b.Path($"M-35 -24 C-20 -16 20 -16 35 -24 V-13 C20 -4 -20 -4 -35 -13Z", p.Main);
        b.Line($"M-26 -44 C-10 -38 10 -38 26 -44 M-30 -34 C-10 -28 10 -28 30 -34", straw.Darker(0.12).Flat(0.5), 1.6);
        b.Gleam(-26, -44, 5, 16);
    }

    private static void Socks(Brush b)
    {
        var p = b.Palette;
        foreach (var (x, y, ink) in new[] { (22.0, -6.0, p.Third), (0, -2, p.Second), (-22, 2, p.Main) })
        {
            b.Place(x, y, 1, () =>
            {
                b.Shadow(4, 20, 30);
                b.Path($"M-16 -76 H8 V-34 C8 -28 26 -24 28 -12 C28 -2 18 0 8 0 H-2 C-16 0 -18 -14 -16 -30Z", ink);
                b.Box(-17, -78, 26, 12, 3, ink.Lighter(0.1));
                b.Line($"M-16 -58 H8 M-16 -50 H8", p.Paper.Flat(0.7), 3);
                b.Path($"M14 -27 C24 -24 28 -20 28 -12 C28 -4 20 0 14 0 C10 -8 10 -20 14 -27Z", ink.Lighter(0.1));
            });
        }
    }

    private static void Earrings(Brush b)
    {
        var p = b.Palette;
        b.Shadow(0, 42, 40);
        b.Path($"M-46 -14 C-36 2 36 2 46 -14Z", p.Paper.Darker(0.06));
        b.Oval(0, -14, 46, 11, p.Paper);
        b.Oval(0, -13, 38, 8, p.Paper.Darker(0.04));
        foreach (var x in new[] { -17.0, 17 })
        {
            b.Line($"M{x} -52 C{x - 8} -52 {x - 8} -42 {x} -42", p.Gold.Darker(0.1), 2.2);
            b.Disc(x, -36, 6, p.Main);
            b.Path($"M{x} -32 C{x - 9} -24 {x - 9} -12 {x} -11 C{x + 9} -12 {x + 9} -24 {x} -32Z", b.Flip() ? p.Gold : p.Third);
            b.Gleam(x - 4, -24, 2.4, 8, 0.6);
        }
    }

    private static void Hangers(Brush b)
    {
        foreach (var (x, y, turn) in new[] { (8.0, -8.0, 9.0), (0, -4, -5), (-6, 0, 2) })
        {
            b.Place(x, y, 1, () =>
            {
                b.Line($"M0 -44 V-50 C0 -54 8 -54 8 -60 C8 -67 -5 -67 -5 -59", b.Palette.Dark.Lighter(0.25), 3);
                b.Path($"M-48 -12 C-46 -22 -12 -40 0 -44 C12 -40 46 -22 48 -12 C48 -6 40 -4 36 -9 C24 -20 10 -27 0 -29 C-10 -27 -24 -20 -36 -9 C-40 -4 -48 -6 -48 -12Z", b.Palette.Wood.Lighter(b.Rnd(-0.03, 0.08)));
            }, turn);
        }
    }

    private static void Watch(Brush b)
    {
        var p = b.Palette;
        var strap = b.Flip() ? new Ink(0.46, 0.08, 45) : b.Bright();
        b.Shadow(0, 20, 42);
        b.Path($"M-13 -78 L-10 -104 H10 L13 -78Z", strap);
        b.Path($"M-13 -28 L-10 0 H10 L13 -28Z", strap.Darker(0.04));
        b.Disc(0, -53, 28, p.Gold);
        b.Disc(0, -53, 24, p.Paper.Flat());
        for (var hour = 0; hour < 12; hour++)
        {
            var angle = hour * Math.PI / 6;
            b.Disc(Math.Sin(angle) * 19.5, -53 - (Math.Cos(angle) * 19.5), 1.2, p.Dark.Flat());
        }

        b.Line($"M0 -53 L-8 -65 M0 -53 L13 -49", p.Dark.Flat(), 2.4);
        b.Disc(0, -53, 2, p.Main);
        b.Box(27, -56, 5, 6, 1, p.Gold.Darker());
        b.Gleam(-8, -100, 3, 18);
    }

    private static void Umbrella(Brush b)
    {
        var p = b.Palette;
        var cloth = b.Bright();
        b.Shadow(0, 16, 40);
        b.Line($"M0 -90 V-12 C0 -2 14 -2 14 -12", p.Wood.Darker(0.1), 4.4);
        b.Path($"M-62 -56 C-56 -126 56 -126 62 -56 C54 -66 40 -66 32 -56 C24 -66 8 -66 0 -56 C-8 -66 -24 -66 -32 -56 C-40 -66 -54 -66 -62 -56Z", cloth);
        b.Path($"M0 -108 C-24 -96 -32 -76 -32 -56 C-24 -66 -8 -66 0 -56Z M0 -108 C24 -96 32 -76 32 -56 C40 -66 54 -66 62 -56 C58 -90 30 -108 0 -108Z", p.Paper.Flat(0.24));
        b.Line($"M0 -116 V-106", p.Wood.Darker(0.1), 3.4);
    }
}
