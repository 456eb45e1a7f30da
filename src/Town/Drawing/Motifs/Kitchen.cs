namespace Sward.Town;

/// <summary>What comes to the table.</summary>
internal static class Kitchen
{
    public static IEnumerable<Motif> Motifs { get; } =
    [
        new("breakfast", "早餐托盘", "breakfast plate", Setting.Kitchen, 120, 60, Breakfast),
        new("noodles", "一碗热汤面", "bowl of hot noodles", Setting.Kitchen, 110, 85, Noodles),
        new("rice", "一碗盖饭", "bowl of rice with toppings", Setting.Kitchen, 100, 60, Rice),
        new("coffee", "一杯咖啡", "cup of coffee", Setting.Kitchen, 100, 80, Coffee),
        new("bread", "刚出炉的面包", "fresh loaf of bread", Setting.Kitchen, 120, 60, Bread),
        new("fruit", "一碗水果", "bowl of fruit", Setting.Kitchen, 105, 85, Fruit),
        new("cake", "一块蛋糕", "layer cake with a slice cut out", Setting.Kitchen, 105, 85, Cake),
        new("hotpot", "咕嘟冒泡的火锅", "steaming hotpot", Setting.Kitchen, 125, 90, Hotpot),
        new("teaset", "一套茶具", "tea set", Setting.Kitchen, 130, 70, TeaSet),
        new("dumplings", "一笼饺子", "steamer of dumplings", Setting.Kitchen, 115, 80, Dumplings),
        new("stew", "一锅炖菜", "pot of stew", Setting.Kitchen, 125, 85, Stew),
        new("salad", "一盘沙拉", "plate of salad", Setting.Kitchen, 115, 50, Salad),
        new("skewers", "一把烤串", "skewers from the grill", Setting.Kitchen, 120, 60, Skewers),
        new("drink", "一杯冰饮", "iced drink", Setting.Kitchen, 60, 115, Drink),
        new("icecream", "冰淇淋", "ice cream", Setting.Kitchen, 60, 105, IceCream),
        new("cookies", "一盘饼干", "plate of cookies", Setting.Kitchen, 115, 45, Cookies),
        new("fish", "一盘清蒸鱼", "steamed fish on a plate", Setting.Kitchen, 125, 40, Fish),
    ];

    private static void Plate(Brush b, double half, Ink ink)
    {
        b.Shadow(0, half * 0.9, 45);
        b.Path($"M{-half} -9 C{-half * 0.7} 2 {half * 0.7} 2 {half} -9Z", ink.Darker(0.12));
        b.Oval(0, -9, half, half * 0.2, ink);
        b.Oval(0, -9, half * 0.78, half * 0.14, ink.Darker(0.05));
    }

    private static void Bowl(Brush b, Ink ink)
    {
        b.Shadow(0, 30, 60);
        b.Box(-16, -5, 32, 6, 2, ink.Darker(0.12));
        b.Path($"M-48 -36 C-46 -10 -26 -2 0 -2 S46 -10 48 -36Z", ink);
        b.Path($"M-46 -28 C-44 -24 44 -24 46 -28 L44 -21 C40 -17 -40 -17 -44 -21Z", b.Palette.Paper.Flat(0.35));
        b.Path($"M-42 -32 C-40 -14 -30 -8 -20 -5 C-32 -14 -34 -22 -35 -32Z", b.Palette.Paper.Flat(0.3));
        b.Oval(0, -36, 48, 11, ink.Lighter(0.08));
        b.Oval(0, -35.5, 44, 9, ink.Darker(0.14));
    }

    private static void Egg(Brush b, double x, double y, double size)
    {
        b.Oval(x, y, size, size * 0.55, b.Palette.Paper);
        b.Oval(x + (size * 0.08), y - (size * 0.06), size * 0.48, size * 0.28, new Ink(0.8, 0.15, 72));
    }

    private static void Breakfast(Brush b)
    {
        var p = b.Palette;
        Plate(b, 58, p.Main.Toward(p.Paper, 0.75));
        b.Path($"M-46 -14 V-30 C-46 -38 -20 -38 -20 -30 V-14Z", new Ink(0.76, 0.1, 65));
        b.Path($"M-43 -14 V-28 C-43 -34 -23 -34 -23 -28 V-14Z", new Ink(0.9, 0.06, 85));
        Egg(b, 8, -15, 24);
        for (var tomato = 0; tomato < 3; tomato++)
        {
            b.Disc(32 + (tomato * 8), -15 - (tomato % 2 * 6), 5.5, new Ink(0.62, 0.17, 28));
        }

        b.Leaf(-16, -12, 20, 62, p.Leaf);
        b.Leaf(-14, -12, 16, 30, p.Leaf.Lighter());
        b.Steam(6, -26, 34, 2);
    }

    private static void Noodles(Brush b)
    {
        var p = b.Palette;
        Bowl(b, b.Bright());
        b.Oval(0, -35, 43, 8.4, new Ink(0.68, 0.12, b.Rnd(45, 75)));
        var noodle = new Ink(0.91, 0.07, 88);
        for (var strand = 0; strand < 7; strand++)
        {
            var x = -34 + (strand * 9);
            b.Line($"M{x} -35 C{x + 4} {-47 - (strand % 3 * 2)} {x + 22} {-46 + (strand % 2 * 3)} {x + 26} -34", strand % 2 == 0 ? noodle : noodle.Darker(0.07), 3.2);
        }

        Egg(b, 20, -41, 13);
        b.Leaf(-22, -37, 22, -38, p.Leaf);
        b.Leaf(-18, -37, 20, -12, p.Leaf.Lighter(0.08));
        b.Oval(2, -41, 8, 4, new Ink(0.6, 0.13, 25));
        b.Oval(-3, -39, 8, 4, new Ink(0.66, 0.12, 25));
        b.Line($"M-8 -40 L50 -76", p.Wood.Darker(0.2), 2.6);
        b.Line($"M-2 -39 L56 -71", p.Wood.Darker(0.14), 2.6);
        b.Steam(-12, -52, 34);
    }

    private static void Rice(Brush b)
    {
        var p = b.Palette;
        Bowl(b, b.Bright());
        b.Path($"M-41 -36 C-36 -58 34 -60 41 -36 C20 -28 -20 -28 -41 -36Z", p.Paper);
        b.Path($"M-8 -33 C-4 -58 34 -54 40 -36 C28 -30 10 -29 -8 -33Z", new Ink(0.55, 0.12, b.Rnd(30, 60)));
        b.Disc(10, -42, 4, new Ink(0.68, 0.15, 40));
        b.Disc(22, -44, 5, new Ink(0.62, 0.14, 45));
        b.Leaf(30, -40, 14, 50, p.Leaf);
        Egg(b, -20, -46, 14);
        b.Disc(-32, -38, 3, p.Leaf);
        b.Disc(-26, -36, 2.4, p.Leaf.Lighter());
    }

    private static void Coffee(Brush b)
    {
        var p = b.Palette;
        var cup = b.Bright();
        b.Shadow(0, 40, 55);
        b.Oval(0, -3, 50, 9, cup.Toward(p.Paper, 0.6).Darker(0.05));
        b.Oval(0, -4.5, 42, 6.5, cup.Toward(p.Paper, 0.7));
        b.Path($"M32 -44 C58 -46 56 -18 28 -20", cup.Darker(0.05).Flat(0));
        b.Line($"M33 -42 C54 -44 52 -18 28 -20", cup.Darker(0.04), 6);
        b.Path($"M-35 -50 C-35 -16 -22 -5 0 -5 S35 -16 35 -50Z", cup);
        b.Path($"M-29 -46 C-29 -20 -22 -13 -14 -9 C-22 -20 -23 -32 -22 -46Z", p.Paper.Flat(0.3));
        b.Oval(0, -50, 35, 8, cup.Lighter(0.1));
        b.Oval(0, -49.4, 31, 6.4, new Ink(0.42, 0.07, 55));
        b.Path($"M-14 -50 C-10 -55 -2 -54 0 -50 C3 -54 12 -54 14 -50 C10 -45 3 -45 0 -44 C-4 -45 -10 -46 -14 -50Z", new Ink(0.88, 0.05, 75).Flat(0.9));
        b.Steam(0, -60, 30);
    }

    private static void Bread(Brush b)
    {
        var p = b.Palette;
        b.Shadow(0, 52, 40);
        b.Box(-62, -9, 124, 9, 4, p.Wood);
        var crust = new Ink(0.66, 0.12, b.Rnd(52, 66));
        b.Path($"M-50 -9 C-58 -46 -30 -54 0 -54 S56 -48 50 -9Z", crust);
        b.Path($"M-46 -14 C-50 -40 -28 -48 -8 -49 C-30 -42 -38 -30 -36 -14Z", p.Paper.Flat(0.22));
        for (var cut = 0; cut < 4; cut++)
        {
            var x = -32 + (cut * 18);
            b.Path($"M{x} -44 Q{x + 14} -40 {x + 16} -26 Q{x + 5} -32 {x} -44Z", new Ink(0.9, 0.06, 82));
        }

        b.Path($"M52 -9 C50 -34 58 -38 66 -38 S78 -32 76 -9Z", crust.Lighter(0.04));
        b.Path($"M56 -11 C54 -31 60 -34 66 -34 S74 -30 72 -11Z", new Ink(0.92, 0.045, 85));
    }

    private static void Fruit(Brush b)
    {
        var p = b.Palette;
        b.Disc(-22, -44, 20, new Ink(0.76, 0.15, 60));
        b.Disc(18, -46, 22, new Ink(0.62, 0.17, b.Rnd(20, 35)));
        b.Disc(-2, -58, 18, b.Flip() ? new Ink(0.78, 0.15, 115) : new Ink(0.85, 0.14, 95));
        b.Line($"M18 -66 C18 -72 22 -75 24 -76", p.Wood.Darker(0.2), 2.6);
        b.Leaf(20, -68, 16, 70, p.Leaf);
        for (var grape = 0; grape < 8; grape++)
        {
            b.Disc(38 - (grape % 3 * 8) + (grape / 3 * 4), -34 - (grape / 3 * 8), 6.5, new Ink(0.46, 0.11, 320));
        }

        b.Gleam(-32, -54, 6, 12);
        b.Gleam(6, -56, 6, 13);
        Bowl(b, p.Main);
        b.Box(-48, -38, 96, 6, 3, p.Main.Lighter(0.06));
    }

    private static void Cake(Brush b)
    {
        var p = b.Palette;
        Plate(b, 54, p.Paper.Darker(0.03));
        var cream = b.Flip() ? p.Paper : p.Main.Toward(p.Paper, 0.6);
        var sponge = new Ink(0.8, 0.09, b.Rnd(55, 85));
        b.Path($"M-42 -56 V-13 C-30 -5 30 -5 42 -13 V-56Z", cream);
        b.Path($"M6 -54 L42 -56 V-13 L6 -9Z", sponge);
        b.Path($"M6 -40 L42 -42 V-36 L6 -33Z", cream.Lighter());
        b.Path($"M6 -25 L42 -27 V-21 L6 -18Z", b.Bright());
        b.Oval(0, -56, 42, 10, cream.Lighter(0.05));
        b.Path($"M-42 -56 C-40 -44 -36 -40 -32 -48 S-24 -34 -20 -46 S-12 -38 -8 -46 S2 -40 6 -47 L6 -54 H-42Z", b.Bright().Lighter(0.1));
        foreach (var x in new[] { -26, -8, 12, 28 })
        {
            b.Disc(x, -63 - (x % 3), 6, new Ink(0.58, 0.18, 22));
            b.Gleam(x - 3, -66 - (x % 3), 2, 4, 0.6);
        }

        b.Leaf(0, -64, 13, 20, p.Leaf);
    }

    private static void Hotpot(Brush b)
    {
        var p = b.Palette;
        var pot = new Ink(0.5, 0.05, 60);
        b.Shadow(0, 46, 50);
        b.Line($"M-52 -38 C-68 -38 -68 -24 -50 -24 M52 -38 C68 -38 68 -24 50 -24", pot.Darker(0.1), 5);
        b.Path($"M-54 -44 C-52 -12 -34 -4 0 -4 S52 -12 54 -44Z", pot);
        b.Path($"M-46 -40 C-44 -20 -34 -12 -24 -9 C-36 -20 -37 -30 -38 -40Z", p.Paper.Flat(0.25));
        b.Oval(0, -44, 54, 13, pot.Lighter(0.12));
        b.Path($"M-50 -44 A50 11 0 0 1 0 -55 C12 -50 -12 -38 0 -33 A50 11 0 0 1 -50 -44Z", new Ink(0.56, 0.19, 30));
        b.Path($"M50 -44 A50 11 0 0 0 0 -55 C12 -50 -12 -38 0 -33 A50 11 0 0 0 50 -44Z", new Ink(0.9, 0.04, 85));
        b.Oval(-26, -46, 8, 3.6, new Ink(0.84, 0.1, 80));
        b.Oval(-14, -40, 6, 2.8, new Ink(0.45, 0.15, 28));
        b.Disc(-36, -42, 2.6, new Ink(0.42, 0.14, 28));
        b.Oval(26, -47, 9, 4, new Ink(0.8, 0.05, 60));
        b.Leaf(14, -40, 18, 68, p.Leaf);
        b.Leaf(30, -40, 14, 96, p.Leaf.Lighter());
        b.Line($"M10 -48 L62 -84 M18 -46 L68 -78", p.Wood.Darker(0.2), 2.6);
        b.Steam(-20, -62, 32, 4);
    }

    private static void TeaSet(Brush b)
    {
        var p = b.Palette;
        var clay = b.Bright();
        b.Shadow(-14, 38, 50);
        b.Line($"M-48 -44 C-72 -46 -70 -16 -46 -18", clay.Darker(0.06), 5);
        b.Path($"M16 -26 C30 -28 32 -44 42 -48 L46 -44 C38 -36 36 -18 16 -14Z", clay.Darker(0.03));
        b.Path($"M-50 -28 C-50 -50 -32 -56 -14 -56 S22 -50 22 -28 S4 -2 -14 -2 S-50 -8 -50 -28Z", clay);
        b.Path($"M-42 -32 C-42 -44 -34 -50 -26 -52 C-34 -42 -36 -30 -32 -16 C-38 -20 -42 -26 -42 -32Z", p.Paper.Flat(0.28));
        b.Oval(-14, -54, 20, 5, clay.Lighter(0.07));
        b.Disc(-14, -61, 5, clay.Darker(0.05));
        foreach (var x in new[] { 44, 66 })
        {
            b.Place(x, 4, 1, () =>
            {
                b.Shadow(0, 10, 22);
                b.Path($"M-13 -18 C-12 -4 -8 0 0 0 S12 -4 13 -18Z", p.Paper.Darker(0.02));
                b.Oval(0, -18, 13, 3.6, p.Paper);
                b.Oval(0, -17.6, 10.6, 2.6, new Ink(0.68, 0.12, 75));
            });
        }

        b.Steam(54, -18, 24, 2);
    }

    private static void Dumplings(Brush b)
    {
        var p = b.Palette;
        var bamboo = new Ink(0.79, 0.08, 78);
        b.Shadow(0, 50, 45);
        b.Box(-54, -34, 108, 34, 8, bamboo);
        b.Line($"M-54 -24 H54 M-54 -10 H54", bamboo.Darker(0.13).Flat(), 2.4);
        b.Oval(0, -34, 54, 14, bamboo.Lighter(0.05));
        b.Oval(0, -33, 49, 11.5, bamboo.Darker(0.15));
        foreach (var (x, y) in new[] { (-26.0, -36.0), (4, -40), (32, -36), (-10, -31), (20, -30) })
        {
            b.Path($"M{x - 17} {y + 4} C{x - 16} {y - 12} {x - 6} {y - 15} {x} {y - 16} C{x + 8} {y - 15} {x + 16} {y - 12} {x + 17} {y + 4} C{x + 8} {y + 9} {x - 8} {y + 9} {x - 17} {y + 4}Z", p.Paper.Darker(0.015));
            b.Line($"M{x - 10} {y - 7} q4 5 3 10 M{x} {y - 14} q2 6 0 12 M{x + 10} {y - 7} q-4 5 -3 10", p.Dark.Flat(0.14), 1.6);
        }

        b.Steam(0, -56, 30, 4);
    }

    private static void Stew(Brush b)
    {
        var p = b.Palette;
        var pot = b.Bright();
        b.Shadow(0, 46, 52);
        b.Box(-64, -42, 20, 9, 4.5, pot.Darker(0.1));
        b.Box(44, -42, 20, 9, 4.5, pot.Darker(0.1));
        b.Path($"M-52 -48 H52 V-16 C52 -4 44 -1 36 -1 H-36 C-44 -1 -52 -4 -52 -16Z", pot);
        b.Gleam(-44, -42, 8, 32, 0.28);
        b.Oval(0, -48, 52, 12, pot.Lighter(0.1));
        b.Oval(0, -47, 47, 10, new Ink(0.52, 0.14, b.Rnd(30, 60)));
        foreach (var (x, y, ink) in new[] { (-26.0, -48.0, new Ink(0.74, 0.14, 55)), (-8, -44, new Ink(0.45, 0.08, 40)), (12, -49, new Ink(0.88, 0.08, 90)), (28, -46, new Ink(0.62, 0.17, 28)), (-4, -51, new Ink(0.6, 0.15, 30)) })
        {
            b.Oval(x, y, 9, 4.6, ink);
        }

        b.Leaf(20, -44, 14, -60, p.Leaf);
        b.Line($"M26 -48 L56 -84", p.Wood, 5);
        b.Steam(-10, -62, 32);
    }

    private static void Salad(Brush b)
    {
        var p = b.Palette;
        Plate(b, 56, p.Paper.Darker(0.03));
        for (var leaf = 0; leaf < 9; leaf++)
        {
            b.Leaf(-26 + (leaf * 6.4), -10, b.Rnd(22, 32), -64 + (leaf * 16), p.Leaf.Lighter(b.Rnd(-0.04, 0.14)));
        }

        foreach (var x in new[] { -22, 0, 22 })
        {
            b.Disc(x, -16, 7, new Ink(0.63, 0.17, 28));
            b.Disc(x + 10, -22, 5, new Ink(0.85, 0.12, 95));
        }

        Egg(b, -8, -24, 11);
    }

    private static void Skewers(Brush b)
    {
        var p = b.Palette;
        Plate(b, 60, p.Third.Toward(p.Dark, 0.5));
        for (var skewer = 0; skewer < 4; skewer++)
        {
            b.Place(0, -12 - (skewer * 9), 1, () =>
            {
                b.Line($"M-58 0 H60", p.Wood.Darker(0.05), 2.4);
                for (var bite = 0; bite < 6; bite++)
                {
                    b.Box(-44 + (bite * 14), -6, 12, 12, 4, bite % 3 == 2 ? (skewer % 2 == 0 ? p.Leaf : new Ink(0.66, 0.16, 40)) : new Ink(0.5, 0.1, 45));
                }
            }, -9 + (skewer * 5));
        }

        b.Steam(0, -46, 22, 3);
    }

    private static void Drink(Brush b)
    {
        var p = b.Palette;
        var juice = b.Bright().Lighter(0.06);
        b.Shadow(0, 22, 45);
        b.Line($"M6 -40 L20 -112", p.Third, 4);
        b.Path($"M-26 -92 L-20 -4 C-20 1 20 1 20 -4 L26 -92Z", p.Paper.Flat(0.5));
        b.Path($"M-24 -74 L-19 -6 C-19 -2 19 -2 19 -6 L24 -74Z", juice.Into(juice.Toward(p.Second, 0.7)));
        foreach (var (x, y, turn) in new[] { (-10.0, -66.0, 12.0), (6, -58, -18), (-6, -46, 30) })
        {
            b.Place(x, y, 1, () => b.Box(-7, -7, 14, 14, 3, p.Paper.Flat(0.55)), turn);
        }

        b.Oval(0, -92, 26, 5, p.Paper.Flat(0.6));
        b.Disc(-24, -92, 13, new Ink(0.86, 0.14, 95));
        b.Disc(-24, -92, 10, new Ink(0.94, 0.08, 98));
        b.Leaf(-6, -92, 18, -20, p.Leaf);
        b.Leaf(-4, -92, 15, 14, p.Leaf.Lighter());
        b.Gleam(-18, -80, 5, 56, 0.4);
    }

    private static void IceCream(Brush b)
    {
        var p = b.Palette;
        b.Shadow(0, 16, 40);
        b.Path($"M-14 0 L-24 -46 H24 L14 0Z", p.Paper.Darker(0.02));
        b.Path($"M-24 -46 H24 L22 -36 H-22Z", p.Main);
        b.Disc(-13, -58, 19, p.Second);
        b.Disc(14, -58, 19, p.Main.Toward(p.Paper, 0.35));
        b.Disc(1, -80, 19, p.Third.Toward(p.Paper, 0.45));
        b.Disc(2, -100, 5, new Ink(0.56, 0.19, 22));
        b.Gleam(-10, -92, 5, 12);
        b.Line($"M16 -88 L30 -110", p.Wood, 4);
    }

    private static void Cookies(Brush b)
    {
        Plate(b, 56, b.Palette.Main.Toward(b.Palette.Paper, 0.6));
        foreach (var (x, y) in new[] { (-26.0, -13.0), (22, -14), (-4, -22), (34, -24), (-16, -30), (10, -33) })
        {
            b.Oval(x, y, 20, 8, new Ink(0.62, 0.11, 58));
            b.Oval(x, y - 2, 20, 8, new Ink(0.74, 0.11, 68));
            b.Disc(x - 7, y - 3, 2.2, new Ink(0.36, 0.05, 50));
            b.Disc(x + 5, y - 5, 2, new Ink(0.36, 0.05, 50));
            b.Disc(x + 9, y, 1.8, new Ink(0.36, 0.05, 50));
        }
    }

    private static void Fish(Brush b)
    {
        var p = b.Palette;
        Plate(b, 62, p.Paper.Darker(0.03));
        var skin = new Ink(0.72, 0.035, 230);
        b.Path($"M-48 -16 C-30 -34 14 -34 34 -17 L50 -27 C47 -18 47 -14 50 -7 L34 -13 C14 0 -30 0 -48 -16Z", skin);
        b.Path($"M-30 -26 C-10 -33 10 -29 24 -21 C4 -25 -14 -25 -30 -26Z", p.Paper.Flat(0.4));
        b.Disc(-36, -18, 2.6, p.Dark);
        foreach (var x in new[] { -14, 0, 14 })
        {
            b.Line($"M{x - 4} -25 L{x + 4} -10", p.Dark.Flat(0.25), 1.8);
            b.Line($"M{x - 10} {-22 + (x / 7)} l16 7", p.Leaf, 2.4);
            b.Line($"M{x - 8} {-14 - (x / 9)} l15 -7", new Ink(0.62, 0.17, 30), 2);
        }
    }
}
