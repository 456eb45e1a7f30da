namespace Sward.Town;

/// <summary>The world outside: these paint the whole picture.</summary>
internal static class Views
{
    public static IEnumerable<Motif> Motifs { get; } =
    [
        View("mountains", "群山", "mountains", Mountains),
        View("lake", "湖边", "a lake between hills", Lake),
        View("sea", "海和小船", "the sea with a boat", Sea),
        View("street", "种着树的街", "a street with trees", Street),
        View("roofs", "老城的屋顶", "old town roofs", Roofs),
        View("tent", "营地和帐篷", "a tent at a camp site", Tent),
        View("road", "开往远方的小车", "a small car on a winding road", Road),
        View("bridge", "江上的桥", "a bridge over a river", Bridge),
        View("field", "田野", "fields", Field),
        View("cinema", "散场的电影院", "a cinema auditorium", Cinema),
        View("harbour", "渔港", "a fishing harbour", Harbour),
        View("track", "操场跑道", "a running track", Track),
    ];

    private static Motif View(string name, string zh, string en, Action<Brush> draw) => new(name, zh, en, Setting.View, 0, 0, draw);

    /// <summary>A soft line of hills across the picture; the higher its roughness, the more of a mountain.</summary>
    private static void Ridge(Brush b, double y, double rise, int peaks, Paint paint, bool sharp = false)
    {
        var step = b.Width / peaks;
        var outline = new System.Text.StringBuilder();
        for (var peak = 0; peak <= peaks; peak++)
        {
            var x = peak * step;
            var top = y - (rise * b.Rnd(0.35, 1));
            outline.Append(sharp
                ? $"L{Outline.Number(x - (step * 0.5))} {Outline.Number(top)} L{Outline.Number(x)} {Outline.Number(y - (rise * 0.1))} "
                : $"S{Outline.Number(x - (step * 0.72))} {Outline.Number(top)} {Outline.Number(x)} {Outline.Number(top + (rise * 0.3))} ");
        }

        b.Path($"M{-b.Width * 0.2} {b.Height} V{y} {outline.ToString()}L{b.Width * 1.1} {y} V{b.Height}Z", paint);
    }

    private static void Tree(Brush b, double x, double y, double size, Ink crown)
    {
        b.Place(x, y, size / 100, () =>
        {
            b.Path($"M-5 0 L-3 -46 H3 L6 0Z", b.Palette.Wood.Darker(0.2));
            b.Oval(34, 2, 46, 7, b.Palette.Dark.Flat(0.16));
            if (b.Flip())
            {
                b.Path($"M0 -104 C-26 -96 -40 -66 -30 -48 C-20 -30 20 -30 30 -48 C40 -66 26 -96 0 -104Z", crown);
            }
            else
            {
                b.Disc(-16, -56, 21, crown);
                b.Disc(17, -58, 22, crown.Darker(0.03));
                b.Disc(0, -80, 24, crown.Lighter(0.04));
            }
        });
    }

    private static void Pine(Brush b, double x, double y, double size, Ink green) =>
        b.Path($"M{x} {y - size} L{x - (size * 0.3)} {y - (size * 0.45)} H{x - (size * 0.14)} L{x - (size * 0.38)} {y} H{x + (size * 0.38)} L{x + (size * 0.14)} {y - (size * 0.45)} H{x + (size * 0.3)}Z", green);

    private static void Mountains(Brush b)
    {
        Sky.Paint(b, 0, 0, b.Width, b.Height);
        var h = b.Height;
        var stone = new Ink(b.Mood == Mood.Night ? 0.36 : 0.62, 0.06, b.Palette.Third.H);
        var (_, low) = Sky.Colours(b);
        Ridge(b, h * 0.56, h * 0.2, 4, stone.Toward(low, 0.62).Into(low, Way.Down), sharp: true);
        var (px, py, s) = (b.Width * b.Rnd(0.35, 0.62), h * 0.27, b.Width * 0.42);
        b.Path($"M{px} {py} L{px - s} {h * 0.7} H{px + s}Z", stone.Toward(low, 0.3).Into(stone.Toward(low, 0.5)));
        b.Path($"M{px} {py} L{px - (s * 0.28)} {py + (h * 0.12)} l{s * 0.1} {-h * 0.012} l{s * 0.07} {h * 0.03} l{s * 0.09} {-h * 0.028} l{s * 0.1} {h * 0.03} L{px + (s * 0.25)} {py + (h * 0.108)}Z", b.Palette.Paper.Flat(0.95));
        b.Path($"M{px} {py} L{px + s} {h * 0.7} H{px + (s * 0.2)} C{px + (s * 0.3)} {h * 0.5} {px - (s * 0.05)} {h * 0.45} {px} {py}Z", b.Palette.Dark.Flat(0.12));
        Ridge(b, h * 0.68, h * 0.14, 3, Sky.Ground(b, 0.45));
        Ridge(b, h * 0.79, h * 0.12, 3, Sky.Ground(b, 0.22));
        for (var pine = 0; pine < 16; pine++)
        {
            Pine(b, b.Rnd(0, b.Width), h * b.Rnd(0.78, 0.85), h * b.Rnd(0.05, 0.09), Sky.Ground(b, 0.1).Darker(b.Rnd(0.02, 0.1)));
        }

        Ridge(b, h * 0.93, h * 0.1, 2, Sky.Ground(b, 0));
        b.Path($"M{b.Width * 0.3} {h} C{b.Width * 0.5} {h * 0.95} {b.Width * 0.42} {h * 0.91} {b.Width * 0.58} {h * 0.86} C{b.Width * 0.52} {h * 0.92} {b.Width * 0.6} {h * 0.95} {b.Width * 0.44} {h}Z", b.Palette.Table.Flat(0.75));
    }

    private static void Lake(Brush b)
    {
        Sky.Paint(b, 0, 0, b.Width, b.Height);
        var (w, h) = (b.Width, b.Height);
        var (top, low) = Sky.Colours(b);
        Ridge(b, h * 0.52, h * 0.2, 3, Sky.Ground(b, 0.62));
        Ridge(b, h * 0.55, h * 0.12, 4, Sky.Ground(b, 0.4));
        b.Box(0, h * 0.53, w, h * 0.47, 0, low.Darker(0.05).Into(top.Darker(0.12)));
        for (var ripple = 0; ripple < 22; ripple++)
        {
            var y = h * b.Rnd(0.55, 0.9);
            var x = w * b.Rnd(0, 0.9);
            b.Line($"M{x} {y} h{w * b.Rnd(0.04, 0.16)}", b.Palette.Paper.Flat(b.Rnd(0.15, 0.45)), 4);
        }

        b.Path($"M{w * 0.58} {h * 0.53} L{w * 0.5} {h * 0.8} L{w * 0.66} {h * 0.8}Z", b.Palette.Paper.Fading(Way.Down, 0.35));
        b.Place(w * b.Rnd(0.5, 0.68), h * 0.72, w / 620, () =>
        {
            b.Oval(0, 6, 62, 7, b.Palette.Dark.Flat(0.2));
            b.Path($"M-56 -14 C-40 8 40 8 58 -16 C30 -8 -30 -8 -56 -14Z", b.Palette.Main);
            b.Line($"M10 -8 L46 -34", b.Palette.Wood, 3);
        });
        b.Path($"M0 {h} V{h * 0.84} C{w * 0.2} {h * 0.8} {w * 0.34} {h * 0.92} {w * 0.5} {h * 0.95} S{w * 0.9} {h * 0.97} {w} {h}Z", Sky.Ground(b, 0));
        for (var reed = 0; reed < 15; reed++)
        {
            var x = w * b.Rnd(0.01, 0.4);
            b.Line($"M{x} {h * 0.96} Q{x + 8} {h * 0.88} {x + b.Rnd(-20, 34)} {h * b.Rnd(0.74, 0.83)}", Sky.Ground(b, 0).Darker(b.Rnd(0, 0.12)), 6);
        }

        Tree(b, w * 0.1, h * 0.87, h * 0.34, Sky.Ground(b, 0.05).Lighter(0.04));
    }

    private static void Sea(Brush b)
    {
        Sky.Paint(b, 0, 0, b.Width, b.Height);
        var (w, h) = (b.Width, b.Height);
        var water = b.Mood switch { Mood.Night => new Ink(0.36, 0.07, 240), Mood.Dusk => new Ink(0.6, 0.08, 290), Mood.Rain => new Ink(0.58, 0.04, 220), _ => new Ink(0.64, 0.1, 222) };
        b.Box(0, h * 0.5, w, h * 0.5, 0, water.Lighter(0.12).Into(water));
        for (var wave = 0; wave < 6; wave++)
        {
            var y = h * (0.56 + (wave * 0.055));
            b.Path($"M0 {y} C{w * 0.2} {y - 18} {w * 0.3} {y + 16} {w * 0.5} {y} S{w * 0.82} {y - 16} {w} {y} V{h} H0Z", water.Darker(wave * 0.018).Flat(0.45));
        }

        for (var glint = 0; glint < 20; glint++)
        {
            b.Line($"M{w * b.Rnd(0.02, 0.92)} {h * b.Rnd(0.52, 0.8)} h{w * b.Rnd(0.02, 0.07)}", b.Palette.Paper.Flat(b.Rnd(0.3, 0.7)), 4);
        }

        b.Place(w * b.Rnd(0.3, 0.7), h * b.Rnd(0.56, 0.62), w / 430, () =>
        {
            b.Oval(8, 4, 60, 6, b.Palette.Dark.Flat(0.18));
            b.Path($"M-46 -12 H50 C46 2 34 6 0 6 S-40 2 -46 -12Z", b.Palette.Main);
            b.Line($"M0 -12 V-104", b.Palette.Wood.Darker(0.1), 4);
            b.Path($"M5 -100 C36 -80 46 -50 46 -22 L5 -20Z", b.Palette.Paper);
            b.Path($"M-5 -92 C-26 -66 -34 -44 -36 -24 L-5 -22Z", b.Palette.Second);
        });
        b.Path($"M0 {h} V{h * 0.9} C{w * 0.3} {h * 0.84} {w * 0.6} {h * 0.93} {w} {h * 0.86} V{h}Z", b.Palette.Paper.Flat(0.6));
        b.Path($"M0 {h} V{h * 0.93} C{w * 0.3} {h * 0.87} {w * 0.6} {h * 0.96} {w} {h * 0.89} V{h}Z", new Ink(b.Mood == Mood.Night ? 0.5 : 0.87, 0.06, 80));
        for (var gull = 0; gull < 4; gull++)
        {
            var (x, y) = (w * b.Rnd(0.15, 0.8), h * b.Rnd(0.12, 0.34));
            b.Line($"M{x} {y} q14 -16 26 0 q12 -16 26 0", b.Palette.Paper.Flat(0.9), 5);
        }
    }

    private static void House(Brush b, double x, double y, double w, double h, Ink wall)
    {
        b.Box(x, y - h, w, h, 0, wall);
        var lit = b.Mood is Mood.Night or Mood.Dusk ? new Ink(0.9, 0.12, 85) : b.Palette.Third.Lighter(0.16);
        var columns = Math.Max(2, (int)(w / 78));
        for (var row = 0; row < (int)(h / 135); row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (!b.Flip(0.15))
                {
                    b.Box(x + ((column + 0.5) * w / columns) - 17, y - h + 44 + (row * 124), 34, 52, 4, b.Flip(0.7) ? lit : b.Palette.Dark.Flat(0.35));
                }
            }
        }
    }

    private static void Street(Brush b)
    {
        Sky.Paint(b, 0, 0, b.Width, b.Height);
        var (w, h) = (b.Width, b.Height);
        var p = b.Palette;
        var ground = h * 0.76;
        var dim = b.Mood == Mood.Night ? 0.3 : 0;
        for (var x = -40.0; x < w;)
        {
            var wide = b.Rnd(190, 310);
            House(b, x, ground, wide - 6, h * b.Rnd(0.3, 0.58), b.Dice.Pick([p.Main, p.Second, p.Third, p.Paper.Darker(0.08), p.Wall.Darker(0.12)]).Softer(0.75).Darker(dim));
            x += wide;
        }

        b.Box(0, ground, w, h - ground, 0, p.Table.Darker(0.12 + dim).Into(p.Table.Darker(0.2 + dim)));
        b.Box(0, ground, w, 26, 0, p.Paper.Darker(0.12 + dim).Flat());
        for (var stall = 0; stall < 2; stall++)
        {
            b.Place(w * (0.24 + (stall * 0.48)), ground + 8, 2, () =>
            {
                b.Box(-56, -58, 112, 58, 2, p.Dark.Lighter(0.16));
                b.Box(-48, -46, 62, 40, 2, new Ink(0.9, 0.1, 85));
                b.Box(24, -46, 24, 46, 2, p.Wood);
                for (var stripe = 0; stripe < 7; stripe++)
                {
                    b.Path($"M{-63 + (stripe * 18)} -62 h18 v14 a9 9 0 0 1 -18 0Z", stripe % 2 == 0 ? p.Main.Darker(stall * 0.06) : p.Paper);
                }
            });
        }

        foreach (var x in new[] { 0.06, 0.5, 0.95 })
        {
            Tree(b, w * x, ground + 40, h * b.Rnd(0.3, 0.4), b.Dice.Pick([p.Leaf, p.Leaf.Lighter(0.06), p.Second]).Darker(dim * 0.6));
        }

        b.Path($"M0 {h} L{w * 0.5} {ground + 60} L{w} {h}Z", p.Paper.Fading(Way.Down, b.Mood == Mood.Rain ? 0.3 : 0.12));
        b.Place(w * 0.36, h * 0.93, 1.5, () => Pedestrian(b, p.Third));
        b.Place(w * 0.62, h * 0.9, 1.3, () => Pedestrian(b, p.Main));
    }

    /// <summary>A small person seen from behind, under an umbrella when it falls from the sky.</summary>
    private static void Pedestrian(Brush b, Ink coat)
    {
        var p = b.Palette;
        b.Oval(18, 2, 44, 6, p.Dark.Flat(0.22));
        b.Line($"M-7 0 V-36 M8 0 V-36", p.Dark, 9);
        b.Path($"M-19 -30 C-22 -66 -14 -84 0 -86 C14 -84 22 -66 19 -30Z", coat);
        b.Disc(0, -98, 14, new Ink(0.8, 0.06, 60));
        b.Path($"M-15 -96 C-16 -118 16 -118 15 -96 C8 -104 -8 -104 -15 -96Z", p.Dark.Lighter(0.06));
        if (b.Mood is Mood.Rain or Mood.Snow)
        {
            b.Line($"M16 -66 V-120", p.Wood, 3);
            b.Path($"M-36 -112 C-30 -160 56 -160 64 -112 C48 -120 -20 -120 -36 -112Z", p.Second);
        }
    }

    private static void Roofs(Brush b)
    {
        Sky.Paint(b, 0, 0, b.Width, b.Height);
        var (w, h) = (b.Width, b.Height);
        Ridge(b, h * 0.46, h * 0.14, 3, Sky.Ground(b, 0.6));
        var tile = b.Mood switch { Mood.Snow => b.Palette.Paper.Darker(0.04), Mood.Night => new Ink(0.33, 0.04, 260), _ => b.Dice.Pick([new Ink(0.5, 0.03, 250), new Ink(0.56, 0.1, 38), b.Palette.Third.Softer(0.7)]) };
        for (var row = 0; row < 4; row++)
        {
            var y = h * (0.51 + (row * 0.145));
            for (var x = -160.0 + b.Rnd(-60, 60); x < w + 60;)
            {
                var wide = b.Rnd(270, 390);
                var rise = wide * 0.34;
                var wall = b.Palette.Paper.Darker(b.Mood == Mood.Night ? 0.5 : 0.05 + (row * 0.01));
                b.Box(x + 16, y - 4, wide - 32, h * 0.2, 0, wall.Flat());
                b.Box(x + (wide * 0.42), y + 34, 36, 46, 3, b.Mood is Mood.Night or Mood.Dusk ? new Ink(0.88, 0.12, 80) : b.Palette.Wood.Darker(0.15).Flat(0.8));
                var roof = tile.Lighter(((3 - row) * 0.035) + b.Dice.Pick([-0.02, 0, 0.02]));
                b.Path($"M{x - 14} {y + 14} C{x + (wide * 0.16)} {y - 4} {x + (wide * 0.26)} {y - rise} {x + (wide * 0.34)} {y - rise} H{x + (wide * 0.66)} C{x + (wide * 0.74)} {y - rise} {x + (wide * 0.84)} {y - 4} {x + wide + 14} {y + 14}Z", roof.Lighter(0.03).Into(roof.Darker(0.05)));
                b.Line($"M{x + (wide * 0.34)} {y - rise} H{x + (wide * 0.66)}", roof.Darker(0.1).Flat(), 9);
                b.Line($"M{x + (wide * 0.34)} {y + 8} L{x + (wide * 0.43)} {y - rise + 8} M{x + (wide * 0.66)} {y + 8} L{x + (wide * 0.57)} {y - rise + 8}", roof.Darker(0.09).Flat(0.5), 3);
                x += wide * b.Rnd(0.88, 1.05);
            }
        }

        Tree(b, w * b.Rnd(0.1, 0.3), h * 0.75, h * 0.27, b.Palette.Leaf.Darker(b.Mood == Mood.Night ? 0.2 : 0));
    }

    private static void Tent(Brush b)
    {
        Sky.Paint(b, 0, 0, b.Width, b.Height);
        var (w, h) = (b.Width, b.Height);
        var p = b.Palette;
        Ridge(b, h * 0.56, h * 0.22, 3, Sky.Ground(b, 0.55));
        Ridge(b, h * 0.64, h * 0.1, 4, Sky.Ground(b, 0.35));
        for (var pine = 0; pine < 12; pine++)
        {
            Pine(b, w * b.Rnd(0, 1), h * b.Rnd(0.64, 0.69), h * b.Rnd(0.1, 0.2), Sky.Ground(b, 0.16).Darker(b.Rnd(0, 0.08)));
        }

        b.Box(0, h * 0.67, w, h * 0.33, 0, Sky.Ground(b, 0.08).Into(Sky.Ground(b, 0).Darker(0.05)));
        var glow = b.Mood is Mood.Night or Mood.Dusk;
        b.Place(w * b.Rnd(0.42, 0.52), h * 0.83, w / 300, () => Sports.Tent(b, p.Main, glow));
        b.Place(w * 0.8, h * 0.91, w / 560, () =>
        {
            b.Line($"M-30 0 L26 -12 M-26 -12 L30 0", p.Wood.Darker(0.16), 9);
            b.Path($"M0 -70 C-26 -42 -24 -12 0 -8 C24 -12 26 -42 0 -70Z", new Ink(0.74, 0.17, 50));
            b.Path($"M0 -44 C-12 -28 -10 -12 0 -10 C10 -12 12 -28 0 -44Z", new Ink(0.9, 0.14, 88));
            b.Disc(0, -30, 100, new Ink(0.88, 0.13, 75).Into(new Ink(0.88, 0.13, 75), Way.Round, glow ? 0.4 : 0.15, 0));
        });
        for (var tuft = 0; tuft < 14; tuft++)
        {
            var (x, y) = (w * b.Rnd(0.02, 0.98), h * b.Rnd(0.76, 0.98));
            b.Line($"M{x} {y} l-8 -18 M{x + 5} {y} l1 -22 M{x + 10} {y} l9 -17", Sky.Ground(b, 0).Darker(0.08).Flat(0.7), 4);
        }
    }

    private static void Road(Brush b)
    {
        Sky.Paint(b, 0, 0, b.Width, b.Height);
        var (w, h) = (b.Width, b.Height);
        var p = b.Palette;
        Ridge(b, h * 0.52, h * 0.2, 3, Sky.Ground(b, 0.6));
        Ridge(b, h * 0.6, h * 0.12, 3, Sky.Ground(b, 0.36));
        b.Box(0, h * 0.58, w, h * 0.42, 0, Sky.Ground(b, 0.2).Into(Sky.Ground(b, 0)));
        var tar = new Ink(b.Mood == Mood.Night ? 0.3 : 0.5, 0.015, 260);
        b.Path($"M{w * 0.08} {h} C{w * 0.3} {h * 0.84} {w * 0.9} {h * 0.8} {w * 0.66} {h * 0.69} C{w * 0.5} {h * 0.64} {w * 0.42} {h * 0.62} {w * 0.52} {h * 0.58} H{w * 0.55} C{w * 0.48} {h * 0.63} {w * 0.62} {h * 0.645} {w * 0.76} {h * 0.69} C{w * 1.1} {h * 0.8} {w * 0.7} {h * 0.88} {w * 0.62} {h}Z", tar);
        b.Line($"M{w * 0.35} {h} C{w * 0.5} {h * 0.87} {w * 0.98} {h * 0.8} {w * 0.71} {h * 0.69}", p.Paper.Flat(0.5), 7);
        b.Place(w * 0.52, h * 0.905, w / 420, () =>
        {
            var car = p.Main;
            b.Oval(14, 3, 84, 9, p.Dark.Flat(0.3));
            b.Path($"M-70 -16 C-72 -34 -58 -38 -46 -40 L-28 -64 C-24 -68 26 -68 32 -64 L50 -42 C66 -40 74 -34 72 -16 L68 -8 H-66Z", car);
            b.Path($"M-38 -41 L-24 -60 H2 V-41Z M8 -41 V-60 H26 L42 -42Z", new Ink(0.88, 0.04, 220).Into(p.Paper, Way.Lit));
            b.Box(-72, -20, 144, 6, 3, p.Paper.Flat(0.35));
            b.Oval(66, -28, 5, 6, new Ink(0.92, 0.12, 90));
            b.Oval(-67, -28, 4, 6, new Ink(0.6, 0.18, 28));
            foreach (var x in new[] { -40, 42 })
            {
                b.Disc(x, -8, 14, p.Dark);
                b.Disc(x, -8, 7, p.Paper.Darker(0.15));
            }

            b.Box(-20, -80, 44, 14, 4, p.Wood);
        });
        foreach (var x in new[] { 0.1, 0.24, 0.9 })
        {
            Tree(b, w * x, h * b.Rnd(0.66, 0.76), h * b.Rnd(0.14, 0.24), Sky.Ground(b, 0.05).Lighter(0.03));
        }
    }

    private static void Bridge(Brush b)
    {
        Sky.Paint(b, 0, 0, b.Width, b.Height);
        var (w, h) = (b.Width, b.Height);
        var p = b.Palette;
        var (top, low) = Sky.Colours(b);
        var lit = b.Mood is Mood.Night or Mood.Dusk;
        for (var tower = 0; tower < 13; tower++)
        {
            var (x, high) = (w * tower / 12.5, h * b.Rnd(0.08, 0.26));
            b.Box(x - 30, (h * 0.6) - high, w * 0.075, high, 4, Sky.Ground(b, 0.5).Softer(0.5).Darker(b.Rnd(0, 0.06)));
            if (lit)
            {
                b.Box(x - 14, (h * 0.6) - (high * 0.7), 12, 16, 2, new Ink(0.92, 0.11, 85).Flat());
                b.Box(x + 8, (h * 0.6) - (high * 0.4), 12, 16, 2, new Ink(0.92, 0.11, 85).Flat());
            }
        }

        b.Box(0, h * 0.6, w, h * 0.4, 0, low.Darker(0.08).Into(top.Darker(0.15)));
        var steel = p.Main.Darker(b.Mood == Mood.Night ? 0.16 : 0.04);
        foreach (var x in new[] { 0.26, 0.74 })
        {
            b.Box((w * x) - 20, h * 0.26, 14, h * 0.42, 3, steel);
            b.Box((w * x) + 8, h * 0.26, 14, h * 0.42, 3, steel);
            b.Box((w * x) - 20, h * 0.34, 42, 10, 0, steel);
        }

        b.Line($"M{-w * 0.1} {h * 0.5} Q{w * 0.12} {h * 0.5} {w * 0.26} {h * 0.27} Q{w * 0.5} {h * 0.64} {w * 0.74} {h * 0.27} Q{w * 0.88} {h * 0.5} {w * 1.1} {h * 0.5}", steel, 8);
        for (var cable = 1; cable < 12; cable++)
        {
            var x = 0.26 + (cable * 0.04);
            var sag = h * (0.27 + (0.185 * 4 * ((x - 0.26) / 0.48) * (1 - ((x - 0.26) / 0.48))));
            b.Line($"M{w * x} {sag} V{h * 0.56}", steel.Flat(0.8), 3);
        }

        b.Box(0, h * 0.555, w, 22, 0, steel.Darker(0.06));
        for (var ripple = 0; ripple < 20; ripple++)
        {
            b.Line($"M{w * b.Rnd(0, 0.9)} {h * b.Rnd(0.63, 0.9)} h{w * b.Rnd(0.03, 0.14)}", (lit && b.Flip() ? new Ink(0.92, 0.11, 85) : p.Paper).Flat(b.Rnd(0.2, 0.6)), 5);
        }

        b.Path($"M0 {h} V{h * 0.9} H{w} V{h}Z", Sky.Ground(b, 0.05).Softer());
        b.Line($"M0 {h * 0.87} H{w}", p.Dark.Lighter(0.1), 8);
        for (var post = 0; post < 9; post++)
        {
            b.Line($"M{w * (0.05 + (post * 0.115))} {h * 0.87} V{h * 0.93}", p.Dark.Lighter(0.1), 7);
        }

        b.Place(w * 0.3, h * 0.97, 1.6, () => Pedestrian(b, p.Second));
    }

    private static void Field(Brush b)
    {
        Sky.Paint(b, 0, 0, b.Width, b.Height);
        var (w, h) = (b.Width, b.Height);
        Ridge(b, h * 0.54, h * 0.14, 3, Sky.Ground(b, 0.6));
        var crops = new[] { b.Palette.Gold, b.Palette.Leaf.Lighter(0.12), b.Palette.Second, b.Palette.Leaf };
        for (var strip = 0; strip < 4; strip++)
        {
            var y = h * (0.55 + (strip * 0.1));
            var ink = crops[strip].Toward(Sky.Ground(b, 0.2), b.Mood is Mood.Day or Mood.Dusk ? 0.15 : 0.75);
            b.Path($"M0 {y + 20} C{w * 0.3} {y - 30} {w * 0.7} {y + 40} {w} {y - 10} V{h} H0Z", ink.Lighter(0.03).Into(ink.Darker(0.05)));
            for (var furrow = 0; furrow < 6; furrow++)
            {
                b.Line($"M{w * ((furrow * 0.2) - 0.1)} {h * (0.66 + (strip * 0.11))} Q{w * (0.2 + (furrow * 0.13))} {y + 40} {w * (0.3 + (furrow * 0.09))} {y + 14}", ink.Darker(0.07).Flat(0.35), 4);
            }
        }

        b.Place(w * 0.66, h * 0.6, w / 520, () =>
        {
            b.Path($"M-46 0 V-40 L0 -66 L46 -40 V0Z", b.Palette.Paper);
            b.Path($"M-56 -36 L0 -72 L56 -36 L46 -32 L0 -60 L-46 -32Z", b.Palette.Main);
            b.Box(-10, -24, 20, 24, 2, b.Palette.Wood);
        });
        Tree(b, w * 0.84, h * 0.62, h * 0.17, b.Palette.Leaf);
        Tree(b, w * 0.16, h * 0.76, h * 0.28, b.Palette.Leaf.Darker(0.04));
        for (var bloom = 0; bloom < 12; bloom++)
        {
            b.Flower(w * b.Rnd(0.02, 0.98), h * b.Rnd(0.88, 0.99), b.Rnd(11, 19), b.Bright(), b.Palette.Paper, 5);
        }
    }

    private static void Cinema(Brush b)
    {
        var (w, h) = (b.Width, b.Height);
        var p = b.Palette;
        var dark = new Ink(0.26, 0.05, p.Main.H);
        b.Box(0, 0, w, h, 0, dark.Lighter(0.05).Into(dark.Darker(0.05)));
        for (var fold = 0; fold < 5; fold++)
        {
            b.Path($"M{fold * 34} 0 h36 C{(fold * 34) + 26} {h * 0.4} {(fold * 34) + 44} {h * 0.6} {(fold * 34) + 30} {h * 0.8} h-32Z", p.Main.Darker(0.14 + (fold % 2 * 0.04)));
            b.Path($"M{w - (fold * 34)} 0 h-36 C{w - (fold * 34) - 26} {h * 0.4} {w - (fold * 34) - 44} {h * 0.6} {w - (fold * 34) - 30} {h * 0.8} h32Z", p.Main.Darker(0.14 + (fold % 2 * 0.04)));
        }

        var (x, y, sw, sh) = (w * 0.17, h * 0.13, w * 0.66, h * 0.36);
        b.Box(x - 12, y - 12, sw + 24, sh + 24, 6, p.Paper.Flat(0.2));
        var light = b.Bright();
        b.Box(x, y, sw, sh, 4, light.Lighter(0.2).Into(light.Lighter(0.05)));
        b.Disc(x + (sw * b.Rnd(0.25, 0.75)), y + (sh * 0.42), sh * 0.2, p.Paper);
        b.Path($"M{x} {y + sh} V{y + (sh * 0.74)} Q{x + (sw * 0.3)} {y + (sh * 0.5)} {x + (sw * 0.52)} {y + (sh * 0.7)} T{x + sw} {y + (sh * 0.66)} V{y + sh}Z", p.Dark.Flat(0.55));
        b.Path($"M{w * 0.5} {h * 1.05} L{x} {y + sh} L{x + sw} {y + sh}Z", p.Paper.Fading(Way.Down, 0.12));
        for (var row = 0; row < 4; row++)
        {
            var size = 92 + (row * 28);
            var seatY = h * (0.66 + (row * 0.105));
            for (var seat = -1; seat * (size + 14) < w + size; seat++)
            {
                var sx = (seat * (size + 14)) + (row % 2 * size * 0.5);
                b.Path($"M{sx} {seatY + size} V{seatY + 22} Q{sx} {seatY} {sx + 24} {seatY} H{sx + size - 24} Q{sx + size} {seatY} {sx + size} {seatY + 22} V{seatY + size}Z", p.Main.Darker(0.12 + (row * 0.03)));
                if (b.Flip(0.2))
                {
                    b.Disc(sx + (size / 2.0), seatY - (size * 0.16), size * 0.26, dark.Lighter(0.08));
                }
            }
        }
    }

    private static void Harbour(Brush b)
    {
        Sky.Paint(b, 0, 0, b.Width, b.Height);
        var (w, h) = (b.Width, b.Height);
        var p = b.Palette;
        Ridge(b, h * 0.5, h * 0.16, 2, Sky.Ground(b, 0.5));
        for (var house = 0; house < 7; house++)
        {
            House(b, w * (0.02 + (house * 0.145)), h * 0.56, w * 0.125, h * b.Rnd(0.1, 0.19), b.Dice.Pick([p.Main, p.Second, p.Third, p.Paper]).Softer(0.8).Darker(b.Mood == Mood.Night ? 0.25 : 0));
        }

        var water = new Ink(b.Mood == Mood.Night ? 0.36 : 0.66, 0.08, 215);
        b.Box(0, h * 0.56, w, h * 0.44, 0, water.Lighter(0.07).Into(water.Darker(0.07)));
        b.Box(0, h * 0.555, w, 16, 0, p.Wood.Darker(0.15));
        foreach (var (x, y, s, ink) in new[] { (0.72, 0.68, 1.9, p.Third), (0.3, 0.74, 2.5, p.Main), (0.74, 0.88, 3.0, p.Second) })
        {
            b.Place(w * x, h * y, s, () =>
            {
                b.Oval(0, 12, 76, 9, water.Darker(0.16).Flat(0.6));
                b.Path($"M-72 -22 C-50 -14 50 -14 74 -28 L60 8 H-56Z", ink);
                b.Path($"M-70 -14 C-48 -6 50 -6 71 -20 L69 -12 C48 0 -48 2 -67 -6Z", p.Paper.Flat(0.7));
                b.Box(-34, -48, 42, 30, 4, p.Paper);
                b.Box(-28, -42, 12, 12, 2, p.Third.Darker(0.1));
                b.Box(-8, -42, 12, 12, 2, p.Third.Darker(0.1));
                b.Line($"M24 -20 V-84 L62 -34", p.Wood.Darker(0.15), 3);
                b.Path($"M24 -82 L40 -76 L24 -70Z", p.Main.Lighter(0.1));
            });
        }

        for (var ripple = 0; ripple < 18; ripple++)
        {
            b.Line($"M{w * b.Rnd(0, 0.9)} {h * b.Rnd(0.6, 0.97)} h{w * b.Rnd(0.03, 0.1)}", p.Paper.Flat(b.Rnd(0.25, 0.55)), 5);
        }
    }

    private static void Track(Brush b)
    {
        Sky.Paint(b, 0, 0, b.Width, b.Height);
        var (w, h) = (b.Width, b.Height);
        var p = b.Palette;
        Ridge(b, h * 0.5, h * 0.1, 4, Sky.Ground(b, 0.55));
        for (var tree = 0; tree < 8; tree++)
        {
            Tree(b, w * (0.03 + (tree * 0.135)), h * 0.56, h * b.Rnd(0.12, 0.17), Sky.Ground(b, 0.2).Lighter(b.Rnd(-0.03, 0.05)));
        }

        b.Box(0, h * 0.55, w, h * 0.45, 0, Sky.Ground(b, 0.1));
        var tar = new Ink(b.Mood == Mood.Night ? 0.4 : 0.6, 0.13, 32);
        b.Path($"M{w * 0.5} {h * 0.56} H{w * 0.66} L{w * 1.25} {h} H{-w * 0.25}Z", tar.Lighter(0.05).Into(tar.Darker(0.03)));
        for (var lane = 0; lane <= 5; lane++)
        {
            b.Line($"M{w * (0.5 + (lane * 0.032))} {h * 0.56} L{w * (-0.25 + (lane * 0.3))} {h}", p.Paper.Flat(0.85), 5);
        }

        b.Place(w * 0.53, h * 0.8, 1.9, () =>
        {
            b.Oval(30, 4, 54, 6, p.Dark.Flat(0.25));
            b.Line($"M-4 -44 L-22 -26 L-40 -30 M4 -44 L22 -30 L14 -2", new Ink(0.76, 0.07, 55), 9);
            b.Path($"M-12 -38 C-14 -60 -8 -78 4 -82 C14 -78 16 -60 12 -38Z", p.Second);
            b.Line($"M-6 -74 L-24 -60 L-16 -46 M10 -74 L28 -64 L36 -76", new Ink(0.76, 0.07, 55), 7);
            b.Disc(8, -96, 12, new Ink(0.78, 0.07, 58));
            b.Path($"M-6 -96 C-6 -114 22 -114 20 -98 C12 -104 2 -104 -6 -96 L-20 -92 Z", p.Dark.Lighter(0.04));
            b.Line($"M-46 -30 L-38 -34 M10 0 L22 -1", p.Third, 9);
        });
    }
}
