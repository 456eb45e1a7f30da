namespace Sward.Town;

/// <summary>Whole corners of rooms.</summary>
internal static class Rooms
{
    public static IEnumerable<Motif> Motifs { get; } =
    [
        Room("sofa", "沙发一角", "a sofa corner", Sofa),
        Room("bookshelf", "一面书架", "a wall of books", Bookshelf),
        Room("window", "窗台", "a window sill", Window),
        Room("trainwindow", "车窗外的风景", "a view from a train window", TrainWindow),
        Room("deskcorner", "书桌一角", "a desk by the window", DeskCorner),
        Room("balcony", "阳台", "a balcony with plants", Balcony),
        Room("bed", "床头", "a bed with a reading lamp", Bed),
        Room("cafe", "咖啡馆的座位", "a café table", Cafe),
        Room("counter", "厨房台面", "a kitchen counter", Counter),
        Room("rail", "挂衣架", "a clothes rail", Rail),
    ];

    private static Motif Room(string name, string zh, string en, Action<Brush> draw) => new(name, zh, en, Setting.View, 0, 0, draw);

    /// <summary>Wall and floor; returns where they meet.</summary>
    private static double Walls(Brush b, double share = 0.7)
    {
        var p = b.Palette;
        var floor = b.Height * share;
        b.Box(0, 0, b.Width, b.Height, 0, p.Wall.Lighter(0.03).Into(p.Wall.Darker(0.04)));
        b.Box(0, floor, b.Width, b.Height - floor, 0, p.Table.Into(p.Table.Darker(0.08)));
        b.Box(0, floor - 20, b.Width, 20, 0, p.Paper.Flat(p.IsDark ? 0.25 : 0.7));
        return floor;
    }

    private static void Pane(Brush b, double x, double y, double w, double h)
    {
        var p = b.Palette;
        b.Box(x - 22, y - 22, w + 44, h + 44, 8, p.Paper);
        Sky.Paint(b, x, y, w, h);
        b.Path($"M{x} {y + h} V{y + (h * 0.72)} C{x + (w * 0.25)} {y + (h * 0.54)} {x + (w * 0.4)} {y + (h * 0.68)} {x + (w * 0.6)} {y + (h * 0.72)} S{x + (w * 0.9)} {y + (h * 0.6)} {x + w} {y + (h * 0.66)} V{y + h}Z", Sky.Ground(b, 0.4));
        b.Path($"M{x} {y + h} V{y + (h * 0.86)} C{x + (w * 0.3)} {y + (h * 0.74)} {x + (w * 0.6)} {y + (h * 0.9)} {x + w} {y + (h * 0.8)} V{y + h}Z", Sky.Ground(b, 0.12));
        b.Box(x + (w / 2) - 8, y, 16, h, 0, p.Paper);
    }

    private static void Stand(Brush b, string motif, double x, double y, double wide)
    {
        var thing = Motif.Named(motif);
        b.Place(x, y, wide / thing.Width, () => thing.Draw(b));
    }

    private static void Sofa(Brush b)
    {
        var (w, h) = (b.Width, b.Height);
        var p = b.Palette;
        var floor = Walls(b, 0.74);
        if (b.Flip())
        {
            Pane(b, w * 0.2, h * 0.08, w * 0.42, h * 0.36);
        }
        else
        {
            b.Box((w * 0.26) + 10, (h * 0.12) + 12, w * 0.36, h * 0.26, 4, p.Dark.Flat(0.14));
            b.Box(w * 0.26, h * 0.12, w * 0.36, h * 0.26, 4, p.Paper);
            b.Disc(w * 0.4, h * 0.23, h * 0.06, b.Bright());
            b.Path($"M{w * 0.275} {h * 0.366} V{h * 0.3} Q{w * 0.4} {h * 0.24} {w * 0.605} {h * 0.32} V{h * 0.366}Z", b.Bright());
        }

        b.Oval(w * 0.5, floor + (h * 0.13), w * 0.5, h * 0.085, b.Bright().Softer(0.6).Lighter(0.14));
        var cloth = b.Bright();
        b.Place(w * 0.47, floor + (h * 0.05), Math.Min(w / 270, h / 330), () =>
        {
            b.Oval(14, 4, 118, 8, p.Dark.Flat(0.2));
            b.Line($"M-88 -4 V4 M88 -4 V4", p.Wood.Darker(0.15), 7);
            b.Box(-96, -92, 192, 66, 16, cloth);
            b.Box(-88, -48, 88, 30, 9, cloth.Lighter(0.06));
            b.Box(0, -48, 88, 30, 9, cloth.Lighter(0.05));
            b.Box(-104, -66, 26, 64, 12, cloth.Darker(0.03));
            b.Box(78, -66, 26, 64, 12, cloth.Darker(0.03));
            b.Box(-96, -22, 192, 20, 6, cloth.Darker(0.06));
            b.Place(-52, -46, 0.56, () => Motif.Named("cushion").Draw(b), -8);
            b.Path($"M30 -92 C50 -96 72 -94 78 -90 L82 -30 C70 -24 50 -26 44 -30Z", p.Second.Toward(p.Paper, 0.3));
        });
        Stand(b, "plant", w * 0.88, floor + (h * 0.1), w * 0.3);
        if (b.Flip())
        {
            Stand(b, b.Flip() ? "sleepycat" : "books", w * 0.3, floor + (h * 0.18), w * 0.2);
        }
    }

    private static void Bookshelf(Brush b)
    {
        var (w, h) = (b.Width, b.Height);
        var p = b.Palette;
        b.Box(0, 0, w, h, 0, p.Wood.Darker(0.16).Into(p.Wood.Darker(0.24)));
        var rows = h > 1200 ? 4 : h > 900 ? 3 : 2;
        var rise = h / rows;
        for (var row = 0; row < rows; row++)
        {
            var floor = ((row + 1) * rise) - 26;
            var x = 20.0;
            while (x < w - 60)
            {
                if (x > w * 0.25 && b.Flip(0.08) && x < w - 260)
                {
                    Stand(b, b.Dice.Pick(["plant", "candle", "mug", "cactus"]), x + 95, floor, rise * 0.42);
                    x += 200;
                    continue;
                }

                var (thick, high) = (b.Rnd(58, 104), rise * b.Rnd(0.56, 0.84));
                var ink = b.Dice.Pick([p.Main, p.Second, p.Third, p.Paper.Darker(0.04), p.Main.Darker(0.1), p.Third.Lighter(0.1)]);
                b.Box(x, floor - high, thick, high, 0, ink);
                if (b.Flip(0.45))
                {
                    b.Line($"M{x + 14} {floor - (high * 0.84)} h{thick - 28}", p.Paper.Flat(0.55), 7);
                }

                x += thick + 3;
            }

            b.Box(0, floor, w, 26, 0, p.Wood.Lighter(0.03).Into(p.Wood.Darker(0.08)));
        }

        b.Path($"M{w * 0.2} 0 H{w * 0.66} L{w * 0.4} {h} H{-w * 0.06}Z", new Ink(0.96, 0.06, 85).Flat(0.13));
    }

    private static void Window(Brush b)
    {
        var (w, h) = (b.Width, b.Height);
        var p = b.Palette;
        b.Box(0, 0, w, h, 0, p.Wall.Into(p.Wall.Darker(0.05)));
        Pane(b, w * 0.1, h * 0.07, w * 0.8, h * 0.66);
        b.Box(0, h * 0.76, w, h * 0.24, 0, p.Paper.Darker(0.02).Into(p.Table));
        b.Box(0, h * 0.76, w, 18, 0, p.Paper.Flat());
        var cloth = b.Bright().Toward(p.Paper, 0.45);
        for (var fold = 3; fold >= 0; fold--)
        {
            b.Path($"M{fold * 52} 0 h72 C{(fold * 46) + 50} {h * 0.3} {(fold * 40) + 76} {h * 0.5} {(fold * 30) + 30} {h * 0.78} h-70Z", cloth.Lighter(0.04).Into(cloth.Darker(0.06), Way.Right));
        }

        var guests = b.Dice.Shuffle(["cat", "mug", "plant", "vase", "cactus", "books", "coffee"]);
        Stand(b, guests[0], w * 0.62, h * 0.9, w * 0.26);
        Stand(b, guests[1], w * 0.36, h * 0.94, w * 0.18);
    }

    private static void TrainWindow(Brush b)
    {
        var (w, h) = (b.Width, b.Height);
        var p = b.Palette;
        var wall = p.Third.Softer(0.5).Toward(p.Paper, 0.35);
        b.Box(0, 0, w, h, 0, wall.Lighter(0.03).Into(wall.Darker(0.06)));
        b.Box(w * 0.06, h * 0.08, w * 0.88, h * 0.62, 70, p.Dark.Lighter(0.16));
        var (x, y, ww, wh) = (w * 0.085, h * 0.098, w * 0.83, h * 0.584);
        Sky.Paint(b, x, y, ww, wh);
        for (var hill = 0; hill < 3; hill++)
        {
            var top = y + (wh * (0.5 + (hill * 0.15)));
            b.Path($"M{x} {y + wh} V{top} C{x + (ww * b.Rnd(0.15, 0.3))} {top - (wh * b.Rnd(0.06, 0.24))} {x + (ww * 0.4)} {top - (wh * 0.02)} {x + (ww * 0.55)} {top - (wh * b.Rnd(0, 0.1))} S{x + (ww * 0.85)} {top - (wh * b.Rnd(0.02, 0.16))} {x + ww} {top} V{y + wh}Z", Sky.Ground(b, 0.6 - (hill * 0.25)));
        }

        foreach (var pole in new[] { 0.2, 0.7 })
        {
            b.Line($"M{x + (ww * pole)} {y + wh} V{y + (wh * 0.4)} m-26 14 h52", p.Dark.Flat(0.55), 7);
        }

        b.Line($"M{x} {y + (wh * 0.44)} Q{x + (ww * 0.45)} {y + (wh * 0.5)} {x + ww} {y + (wh * 0.43)}", p.Dark.Flat(0.4), 3);
        b.Path($"M{x + (ww * 0.1)} {y} H{x + (ww * 0.3)} L{x + (ww * 0.12)} {y + wh} H{x}Z", p.Paper.Flat(0.14));
        b.Path($"M0 {h} V{h * 0.8} H{w * 0.72} Q{w * 0.8} {h * 0.8} {w * 0.8} {h * 0.86} V{h}Z", p.Paper.Darker(0.06).Into(p.Paper.Darker(0.14)));
        Stand(b, b.Dice.Pick(["coffee", "mug", "lunchbox", "drink"]), w * 0.28, h * 0.9, w * 0.24);
        Stand(b, b.Dice.Pick(["openbook", "notebook", "books", "camera"]), w * 0.56, h * 0.94, w * 0.26);
        b.Path($"M{w * 0.86} {h} V{h * 0.7} Q{w * 0.87} {h * 0.62} {w * 0.95} {h * 0.62} H{w} V{h}Z", p.Main);
    }

    private static void DeskCorner(Brush b)
    {
        var (w, h) = (b.Width, b.Height);
        var p = b.Palette;
        b.Box(0, 0, w, h, 0, p.Wall.Lighter(0.02).Into(p.Wall.Darker(0.04)));
        Pane(b, w * 0.5, h * 0.08, w * 0.42, h * 0.4);
        b.Box(w * 0.05, h * 0.3, w * 0.34, 16, 3, p.Wood);
        Stand(b, "books", w * 0.16, h * 0.3, w * 0.18);
        Stand(b, "cactus", w * 0.32, h * 0.3, w * 0.09);
        var top = h * 0.72;
        b.Box(0, top, w, h - top, 0, p.Wood.Lighter(0.09).Into(p.Wood.Lighter(0.01)));
        b.Box(0, top, w, 9, 0, p.Paper.Flat(0.5));
        Stand(b, b.Flip() ? "screen" : "laptop", w * 0.44, top + (h * 0.05), w * 0.46);
        Stand(b, "lamp", w * 0.85, top + (h * 0.06), w * 0.24);
        Stand(b, "mug", w * 0.14, top + (h * 0.11), w * 0.14);
        Stand(b, b.Dice.Pick(["keyboard", "notebook", "openbook"]), w * 0.48, top + (h * 0.2), w * 0.4);
    }

    private static void Balcony(Brush b)
    {
        var (w, h) = (b.Width, b.Height);
        var p = b.Palette;
        Sky.Paint(b, 0, 0, w, h);
        for (var house = 0; house < 6; house++)
        {
            b.Box((w * house * 0.175) - 20, h * b.Rnd(0.36, 0.52), w * 0.15, h * 0.4, 4, Sky.Ground(b, 0.6).Softer(0.4).Lighter(b.Rnd(-0.03, 0.05)));
        }

        b.Line($"M0 {h * 0.6} H{w}", p.Dark.Lighter(0.14), 12);
        for (var bar = 0; bar < 15; bar++)
        {
            b.Line($"M{w * (0.03 + (bar * 0.068))} {h * 0.6} V{h * 0.8}", p.Dark.Lighter(0.14), 6);
        }

        b.Box(0, h * 0.8, w, h * 0.2, 0, p.Table.Into(p.Table.Darker(0.1)));
        var pots = b.Dice.Shuffle(["plant", "bud", "cactus", "plant", "watering"]);
        for (var pot = 0; pot < 3; pot++)
        {
            Stand(b, pots[pot], w * (0.19 + (pot * 0.31)), h * b.Rnd(0.87, 0.95), w * b.Rnd(0.2, 0.28));
        }

        b.Line($"M0 {h * 0.06} Q{w * 0.5} {h * 0.15} {w} {h * 0.05}", p.Dark.Flat(0.6), 3);
        for (var bulb = 1; bulb < 7; bulb++)
        {
            var share = bulb / 7.0;
            var y = h * (0.06 + (0.17 * share * (1 - share)));
            b.Disc(w * share, y + 20, 26, new Ink(0.93, 0.12, 88).Into(new Ink(0.93, 0.12, 88), Way.Round, 0.6, 0));
            b.Disc(w * share, y + 18, 9, new Ink(0.95, 0.1, 92));
        }
    }

    private static void Bed(Brush b)
    {
        var (w, h) = (b.Width, b.Height);
        var p = b.Palette;
        var floor = Walls(b, 0.78);
        Pane(b, w * 0.12, h * 0.08, w * 0.36, h * 0.34);
        var cloth = b.Bright();
        b.Box(w * 0.24, h * 0.46, w * 0.82, h * 0.3, 30, p.Wood);
        b.Box(w * 0.3, h * 0.5, w * 0.3, h * 0.15, 34, p.Paper.Darker(0.02));
        b.Box(w * 0.6, h * 0.51, w * 0.3, h * 0.15, 34, cloth.Toward(p.Paper, 0.6));
        b.Path($"M{w * 0.2} {floor + (h * 0.1)} V{h * 0.68} C{w * 0.3} {h * 0.6} {w * 0.5} {h * 0.65} {w * 0.7} {h * 0.62} S{w} {h * 0.64} {w * 1.05} {h * 0.62} V{floor + (h * 0.1)}Z", cloth);
        b.Path($"M{w * 0.2} {h * 0.7} V{h * 0.68} C{w * 0.3} {h * 0.6} {w * 0.5} {h * 0.65} {w * 0.7} {h * 0.62} S{w} {h * 0.64} {w * 1.05} {h * 0.62} V{h * 0.68} C{w * 0.9} {h * 0.66} {w * 0.5} {h * 0.72} {w * 0.2} {h * 0.75}Z", p.Paper.Flat(0.55));
        b.Line($"M{w * 0.4} {h * 0.74} C{w * 0.44} {h * 0.8} {w * 0.4} {h * 0.84} {w * 0.43} {h * 0.87} M{w * 0.76} {h * 0.7} C{w * 0.72} {h * 0.78} {w * 0.78} {h * 0.82} {w * 0.75} {h * 0.87}", cloth.Darker(0.12).Flat(0.4), 6);
        b.Box(w * 0.01, h * 0.68, w * 0.17, h * 0.17, 8, p.Wood.Darker(0.05));
        b.Disc(w * 0.1, h * 0.53, w * 0.26, new Ink(0.94, 0.1, 85).Into(new Ink(0.94, 0.1, 85), Way.Round, 0.5, 0));
        Stand(b, "lamp", w * 0.1, h * 0.68, w * 0.15);
        Stand(b, b.Flip() ? "sleepycat" : "openbook", w * 0.6, h * 0.75, w * 0.22);
    }

    private static void Cafe(Brush b)
    {
        var (w, h) = (b.Width, b.Height);
        var p = b.Palette;
        Walls(b, 0.72);
        Pane(b, w * 0.08, h * 0.08, w * 0.5, h * 0.46);
        foreach (var x in new[] { 0.7, 0.88 })
        {
            b.Line($"M{w * x} 0 V{h * (x * 0.22)}", p.Dark.Flat(), 4);
            b.Disc(w * x, h * ((x * 0.22) + 0.04), w * 0.16, new Ink(0.93, 0.11, 85).Into(new Ink(0.93, 0.11, 85), Way.Round, 0.5, 0));
            b.Path($"M{(w * x) - 62} {h * ((x * 0.22) + 0.045)} C{(w * x) - 58} {h * x * 0.22} {(w * x) + 58} {h * x * 0.22} {(w * x) + 62} {h * ((x * 0.22) + 0.045)}Z", p.Main);
        }

        Stand(b, "chair", w * 0.84, h * 0.94, w * 0.3);
        b.Line($"M{w * 0.42} {h * 0.76} V{h * 0.97}", p.Dark.Lighter(0.1), 22);
        b.Oval(w * 0.42, h * 0.975, w * 0.16, 16, p.Dark.Lighter(0.1));
        b.Oval(w * 0.42, (h * 0.745) + 16, w * 0.4, h * 0.05, p.Wood.Darker(0.16));
        b.Oval(w * 0.42, h * 0.745, w * 0.4, h * 0.05, p.Wood.Lighter(0.08));
        Stand(b, "coffee", w * 0.3, h * 0.755, w * 0.2);
        Stand(b, b.Dice.Pick(["cake", "openbook", "cookies", "icecream"]), w * 0.55, h * 0.765, w * 0.22);
    }

    private static void Counter(Brush b)
    {
        var (w, h) = (b.Width, b.Height);
        var p = b.Palette;
        b.Box(0, 0, w, h, 0, p.Wall.Lighter(0.02).Into(p.Wall.Darker(0.03)));
        for (var row = 0; row < 4; row++)
        {
            for (var tile = 0; tile < 6; tile++)
            {
                b.Box((tile * 208) - (row % 2 * 104) + 3, (h * 0.36) + (row * h * 0.085), 202, (h * 0.085) - 6, 5, p.Paper.Darker((tile + row) % 4 == 0 ? 0.05 : 0.01).Flat(p.IsDark ? 0.25 : 0.8));
            }
        }

        foreach (var y in new[] { 0.17, 0.33 })
        {
            b.Box(w * 0.08, h * y, w * 0.84, 16, 3, p.Wood);
        }

        var things = b.Dice.Shuffle(["jar", "tin", "bowls", "mug", "sauce", "carafe", "pouch"]);
        for (var thing = 0; thing < 4; thing++)
        {
            Stand(b, things[thing], w * (0.24 + (thing % 2 * 0.44) + (thing / 2 * 0.12)), h * (thing < 2 ? 0.17 : 0.33), Math.Min(w * 0.13, h * 0.11));
        }

        var top = h * 0.7;
        b.Box(0, top + 40, w, h - top, 0, b.Bright().Softer(0.7));
        b.Box(0, top, w, 44, 0, p.Wood.Lighter(0.1));
        foreach (var x in new[] { 0.06, 0.53 })
        {
            b.Box(w * x, top + 76, w * 0.41, h * 0.3, 8, p.Paper.Flat(0.16));
            b.Box((w * x) + (w * 0.16), top + 104, w * 0.09, 12, 6, p.Gold);
        }

        var heroes = b.Dice.Shuffle(["stew", "knife", "kettle", "pan", "bread", "fruit"]);
        Stand(b, heroes[0], w * 0.28, top + 24, w * 0.34);
        Stand(b, heroes[1], w * 0.72, top + 26, w * 0.32);
    }

    private static void Rail(Brush b)
    {
        var (w, h) = (b.Width, b.Height);
        var p = b.Palette;
        var floor = Walls(b, 0.8);
        b.Line($"M{w * 0.12} {floor + (h * 0.06)} V{h * 0.12} H{w * 0.88} V{floor + (h * 0.06)}", p.Wood, 14);
        b.Line($"M{w * 0.12} {floor} H{w * 0.88}", p.Wood.Darker(0.06), 12);
        var clothes = b.Dice.Shuffle(["dress", "shirt", "trousers", "dress", "shirt"]);
        for (var piece = 0; piece < 3; piece++)
        {
            var motif = Motif.Named(clothes[piece]);
            var scale = h * 0.5 / 150;
            var x = w * (0.27 + (piece * 0.23));
            b.Line($"M{x} {h * 0.12} v{h * 0.012}", p.Dark.Flat(), 4);
            b.Place(x, (h * 0.125) + ((motif.Height + (clothes[piece] is "trousers" ? 2 : 0)) * scale), scale * 0.96, () => motif.Draw(b));
        }

        Stand(b, b.Dice.Pick(["sneakers", "boots", "handbag"]), w * 0.34, floor + (h * 0.03), w * 0.26);
        Stand(b, b.Dice.Pick(["tote", "plant", "basket"]), w * 0.72, floor + (h * 0.04), w * 0.2);
    }
}
