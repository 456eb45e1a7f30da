namespace Sward.Town;

/// <summary>What makes a room a home.</summary>
internal static class Home
{
    public static IEnumerable<Motif> Motifs { get; } =
    [
        new("lamp", "台灯", "desk lamp", Setting.Room, 80, 116, Lamp),
        new("plant", "一盆绿植", "potted plant", Setting.Room, 100, 128, Plant),
        new("cactus", "仙人掌", "cactus", Setting.Room, 56, 84, Cactus),
        new("vase", "一瓶花", "vase of flowers", Setting.Room, 90, 130, Vase),
        new("candle", "香薰蜡烛", "candle", Setting.Room, 54, 64, Candle),
        new("cushion", "抱枕", "cushion", Setting.Room, 96, 82, Cushion),
        new("blanket", "一条毯子", "folded blanket", Setting.Room, 116, 54, Blanket),
        new("chair", "一把椅子", "chair", Setting.Floor, 88, 130, Chair),
        new("clock", "小闹钟", "alarm clock", Setting.Room, 74, 88, Clock),
        new("gift", "礼物盒", "gift box", Setting.Room, 92, 84, Gift),
        new("basket", "藤编篮", "woven basket", Setting.Room, 100, 92, Basket),
        new("yarn", "毛线和棒针", "yarn and needles", Setting.Room, 110, 66, Yarn),
        new("diffuser", "香薰机", "diffuser", Setting.Room, 56, 92, Diffuser),
        new("watering", "浇水壶", "watering can", Setting.Room, 118, 78, Watering),
        new("towels", "一摞毛巾", "stack of towels", Setting.Vanity, 104, 62, Towels),
    ];

    private static void Lamp(Brush b)
    {
        var p = b.Palette;
        var shade = b.Bright();
        b.Path($"M-22 -62 L-66 0 H34 L22 -62Z", new Ink(0.95, 0.08, 90).Fading(Way.Down, 0.5));
        b.Shadow(0, 24, 44);
        b.Oval(0, -4, 26, 6, shade.Darker(0.1));
        b.Line($"M0 -6 V-70", p.Gold.Darker(0.1), 5);
        b.Path($"M-18 -112 H18 L36 -62 C20 -56 -20 -56 -36 -62Z", shade);
        b.Oval(0, -62, 36, 6, new Ink(0.95, 0.08, 92));
        b.Path($"M-14 -108 L-8 -108 L-20 -64 L-29 -65Z", p.Paper.Flat(0.3));
    }

    private static void Pot(Brush b, double half, double height, Ink ink)
    {
        b.Shadow(0, half * 0.9, 44);
        b.Path($"M{-half} {-height} L{-half * 0.76} -4 C{-half * 0.7} 1 {half * 0.7} 1 {half * 0.76} -4 L{half} {-height}Z", ink);
        b.Box(-half - 3, -height - 6, (half * 2) + 6, 11, 3, ink.Lighter(0.03));
        b.Path($"M{-half * 0.75} {-height + 8} L{-half * 0.6} -8 L{-half * 0.42} -6 L{-half * 0.5} {-height + 8}Z", b.Palette.Paper.Flat(0.26));
    }

    private static void Plant(Brush b)
    {
        var p = b.Palette;
        if (b.Flip())
        {
            for (var leaf = 0; leaf < 9; leaf++)
            {
                b.Leaf(0, -40, b.Rnd(56, 84), -72 + (leaf * 18), p.Leaf.Lighter(b.Rnd(-0.06, 0.1)));
            }
        }
        else
        {
            foreach (var (x, y, r) in new[] { (-26.0, -84.0, 22.0), (24, -90, 24), (0, -108, 22), (-12, -66, 19), (20, -64, 17) })
            {
                b.Line($"M0 -40 Q{x * 0.3} {y * 0.7} {x} {y}", p.Leaf.Darker(0.12), 2.4);
                b.Path($"M{x} {y + r} C{x - (r * 1.3)} {y + (r * 0.4)} {x - r} {y - r} {x} {y - (r * 0.5)} C{x + r} {y - r} {x + (r * 1.3)} {y + (r * 0.4)} {x} {y + r}Z", p.Leaf.Lighter(b.Rnd(-0.05, 0.08)));
                b.Line($"M{x} {y + (r * 0.8)} V{y - (r * 0.3)}", p.Paper.Flat(0.3), 1.6);
            }
        }

        Pot(b, 27, 38, b.Bright());
    }

    private static void Cactus(Brush b)
    {
        var p = b.Palette;
        var green = p.Leaf.Darker(0.04);
        b.Line($"M-22 -58 V-50 C-22 -44 -16 -43 -8 -43 M22 -66 V-58 C22 -52 16 -50 8 -50", green, 11);
        b.Path($"M-13 -30 V-70 C-13 -88 13 -88 13 -70 V-30Z", green);
        b.Line($"M-5 -76 V-34 M5 -76 V-34", p.Paper.Flat(0.3), 1.6);
        b.Flower(3, -84, 7, p.Main, p.Gold, 5);
        Pot(b, 20, 26, b.Bright());
    }

    private static void Vase(Brush b)
    {
        var p = b.Palette;
        foreach (var (x, y, r) in new[] { (-26.0, -96.0, 14.0), (26, -92, 13), (2, -112, 16), (-12, -82, 11), (15, -78, 11) })
        {
            b.Line($"M0 -46 Q{x * 0.2} {y * 0.75} {x} {y}", p.Leaf.Darker(0.06), 2.2);
            b.Leaf(x * 0.4, y * 0.66, 20, x * 3, p.Leaf.Lighter(b.Rnd(-0.04, 0.08)));
            b.Flower(x, y, r, b.Dice.Pick([p.Main, p.Second, p.Paper, p.Main.Lighter(0.12)]), p.Gold, b.Dice.Between(5, 8));
        }

        var glaze = b.Bright();
        b.Shadow(0, 22, 44);
        b.Path($"M-11 -54 C-11 -44 -28 -38 -28 -22 C-28 -8 -20 0 -14 0 H14 C20 0 28 -8 28 -22 C28 -38 11 -44 11 -54Z", glaze);
        b.Oval(0, -54, 11, 3, glaze.Darker(0.16));
        b.Path($"M-22 -26 C-22 -32 -16 -38 -11 -42 C-15 -32 -16 -20 -12 -8 C-18 -10 -22 -18 -22 -26Z", p.Paper.Flat(0.32));
    }

    private static void Candle(Brush b)
    {
        var p = b.Palette;
        var glass = b.Bright();
        b.Disc(0, -52, 36, new Ink(0.93, 0.1, 85).Into(new Ink(0.93, 0.1, 85), Way.Round, 0.55, 0));
        b.Shadow(0, 23, 40);
        b.Path($"M-25 -42 V-6 C-25 1 25 1 25 -6 V-42Z", glass);
        b.Oval(0, -42, 25, 5, p.Paper);
        b.Line($"M0 -42 V-48", p.Dark.Flat(), 2);
        b.Path($"M0 -64 C-7 -55 -6 -47 0 -46 C6 -47 7 -55 0 -64Z", new Ink(0.85, 0.15, 75));
        b.Box(-15, -30, 30, 18, 2, p.Paper.Flat(0.9));
        b.Line($"M-8 -21 H8", p.Dark.Flat(0.5), 2);
        b.Gleam(-21, -36, 4, 28);
    }

    private static void Cushion(Brush b)
    {
        var p = b.Palette;
        var cloth = b.Bright();
        b.Shadow(0, 40, 44);
        b.Path($"M-46 -78 C-20 -72 20 -72 46 -78 C42 -50 42 -28 48 -2 C20 -6 -20 -6 -48 -2 C-42 -28 -42 -50 -46 -78Z", cloth);
        b.Path($"M-30 -62 C-10 -56 10 -56 30 -62 C28 -44 28 -32 32 -16 C10 -20 -10 -20 -32 -16 C-28 -32 -28 -44 -30 -62Z", cloth.Lighter(0.05).Flat(0.6));
        b.Flower(0, -40, 14, p.Paper, p.Second, 8);
    }

    private static void Blanket(Brush b)
    {
        var p = b.Palette;
        b.Shadow(0, 52, 40);
        var inks = b.Dice.Shuffle([p.Main, p.Second, p.Third]);
        for (var fold = 0; fold < 3; fold++)
        {
            b.Box(-54 + (fold * 2), -18 - (fold * 17), 108 - (fold * 4), 18, 9, inks[fold]);
            b.Line($"M-46 {-9 - (fold * 17)} H44", p.Paper.Flat(0.45), 2.4);
        }

        for (var fringe = 0; fringe < 8; fringe++)
        {
            b.Line($"M{46 + (fringe % 2)} {-50 + (fringe * 6)} l8 1", p.Paper.Flat(0.8), 1.6);
        }
    }

    private static void Chair(Brush b)
    {
        var p = b.Palette;
        var wood = p.Wood.Darker(b.Rnd(0, 0.15));
        b.Shadow(0, 34, 50);
        b.Line($"M-32 -4 L-28 -128 M28 -4 L26 -128 M-34 -60 L-38 0 M34 -60 L40 0", wood, 6);
        b.Box(-31, -126, 60, 30, 8, wood.Lighter(0.05));
        b.Box(-29, -84, 56, 9, 4, wood);
        b.Path($"M-40 -64 H40 L34 -50 H-34Z", b.Bright());
        b.Box(-40, -66, 80, 8, 4, b.Bright().Lighter(0.06));
    }

    private static void Clock(Brush b)
    {
        var p = b.Palette;
        var shell = b.Bright();
        b.Shadow(0, 28, 42);
        b.Line($"M-20 -10 L-26 -2 M20 -10 L26 -2", shell.Darker(0.1), 6);
        b.Oval(-20, -76, 13, 8, p.Gold);
        b.Oval(20, -76, 13, 8, p.Gold);
        b.Disc(0, -42, 36, shell);
        b.Disc(0, -42, 28, p.Paper.Flat());
        for (var hour = 0; hour < 12; hour++)
        {
            var angle = hour * Math.PI / 6;
            b.Disc(Math.Sin(angle) * 23, -42 - (Math.Cos(angle) * 23), 1.6, p.Dark.Flat(0.7));
        }

        var turn = b.Rnd(0, 6.28);
        b.Line($"M0 -42 L{Math.Sin(turn) * 12} {-42 - (Math.Cos(turn) * 12)} M0 -42 L{Math.Sin(turn * 12) * 19} {-42 - (Math.Cos(turn * 12) * 19)}", p.Dark.Flat(), 2.8);
        b.Disc(0, -42, 2.6, p.Main);
    }

    private static void Gift(Brush b)
    {
        var p = b.Palette;
        var paper = b.Bright();
        var ribbon = p.Paper.Darker(0.02);
        b.Shadow(0, 40, 48);
        b.Box(-40, -50, 80, 50, 3, paper);
        b.Box(-44, -64, 88, 18, 3, paper.Lighter(0.05));
        b.Box(-7, -64, 14, 64, 0, ribbon);
        b.Path($"M0 -64 C-10 -88 -40 -86 -30 -70 C-24 -63 -8 -63 0 -64Z", ribbon);
        b.Path($"M0 -64 C10 -88 40 -86 30 -70 C24 -63 8 -63 0 -64Z", ribbon.Darker(0.04));
        foreach (var (x, y) in new[] { (-28.0, -34.0), (-20, -14), (22, -36), (28, -12) })
        {
            b.Disc(x, y, 3, ribbon.Flat(0.6));
        }
    }

    private static void Basket(Brush b)
    {
        var p = b.Palette;
        var cane = new Ink(0.74, 0.09, 72);
        b.Shadow(0, 42, 48);
        b.Line($"M-34 -54 C-30 -104 30 -104 34 -54", cane.Darker(0.1), 5);
        b.Oval(-18, -60, 20, 13, b.Bright());
        b.Oval(18, -62, 22, 14, p.Paper.Darker(0.03));
        b.Path($"M-48 -58 H48 L40 -4 C20 1 -20 1 -40 -4Z", cane);
        for (var row = 0; row < 5; row++)
        {
            var (y, half) = (-50.0 + (row * 10), 46.0 - (row * 1.6));
            b.Line($"M{-half} {y} q6 6 12 0 t12 0 t12 0 t12 0 t12 0 t12 0 t12 0", cane.Darker(0.12).Flat(0.6), 2.4);
        }

        b.Box(-50, -62, 100, 9, 4.5, cane.Lighter(0.04));
    }

    private static void Yarn(Brush b)
    {
        var p = b.Palette;
        b.Line($"M-44 -8 L44 -64 M-30 -60 L50 -12", p.Wood, 3.4);
        b.Disc(44, -64, 4, p.Main);
        foreach (var (x, r, ink) in new[] { (26.0, 22.0, p.Second), (-22, 28, p.Main), (6, 17, p.Third) })
        {
            b.Place(x, 0, 1, () =>
            {
                b.Shadow(0, r * 0.8, 30);
                b.Disc(0, -r, r, ink);
                b.Line($"M{-r * 0.8} {-r * 0.7} Q0 {-r * 1.7} {r * 0.8} {-r * 1.3} M{-r * 0.7} {-r * 0.4} Q0 {-r * 1.2} {r * 0.9} {-r * 0.9} M{-r * 0.3} {-r * 0.15} Q{-r * 0.2} {-r} {-r * 0.4} {-r * 1.8} M{r * 0.3} {-r * 0.1} Q{r * 0.1} {-r} {r * 0.1} {-r * 1.9}", ink.Lighter(0.12).Flat(0.7), 1.8);
            });
        }

        b.Line($"M34 -4 C50 6 62 -6 74 2", p.Second, 2);
    }

    private static void Diffuser(Brush b)
    {
        var p = b.Palette;
        var body = b.Flip() ? p.Paper.Darker(0.03) : b.Bright();
        b.Shadow(0, 24, 42);
        b.Path($"M-8 -66 C-22 -60 -27 -34 -26 -16 C-26 -12 26 -12 26 -16 C27 -34 22 -60 8 -66Z", body);
        b.Path($"M-26 -18 H26 L22 -2 C10 1 -10 1 -22 -2Z", p.Wood);
        b.Oval(0, -66, 8, 2.4, p.Dark.Flat(0.5));
        b.Steam(0, -70, 26, 2);
        b.Gleam(-18, -50, 4, 28, 0.5);
    }

    private static void Watering(Brush b)
    {
        var can = b.Bright();
        b.Shadow(0, 34, 46);
        b.Line($"M26 -52 C60 -62 60 -6 28 -12", can.Darker(0.08), 5);
        b.Path($"M-28 -24 L-58 -58 L-64 -54 L-30 -8Z", can.Darker(0.04));
        b.Oval(-61, -57, 9, 4, can.Darker(0.12));
        b.Path($"M-30 -56 H30 L34 -4 C20 1 -20 1 -34 -4Z", can);
        b.Oval(0, -56, 30, 6, can.Darker(0.16));
        b.Line($"M-24 -58 C-20 -78 20 -78 24 -58", can.Darker(0.05), 5);
        b.Gleam(-25, -48, 5, 40);
    }

    private static void Towels(Brush b)
    {
        var p = b.Palette;
        b.Shadow(0, 46, 40);
        foreach (var (index, ink) in new[] { (0, p.Main.Toward(p.Paper, 0.4)), (1, p.Paper.Darker(0.03)), (2, p.Third.Toward(p.Paper, 0.4)) })
        {
            b.Box(-50 + (index * 3), -20 - (index * 19), 100 - (index * 6), 20, 9, ink);
            b.Box(-30, -20 - (index * 19), 9, 20, 0, p.Paper.Flat(0.5));
        }

        b.Leaf(12, -58, 24, 80, p.Leaf);
        b.Leaf(10, -58, 20, 48, p.Leaf.Lighter());
    }
}
