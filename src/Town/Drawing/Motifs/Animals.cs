namespace Sward.Town;

/// <summary>Those who live with people, and their things.</summary>
internal static class Animals
{
    public static IEnumerable<Motif> Motifs { get; } =
    [
        new("cat", "坐着的猫", "sitting cat", Setting.Room, 92, 118, Cat),
        new("sleepycat", "团成一团的猫", "cat curled up asleep", Setting.Room, 124, 58, SleepyCat),
        new("dog", "坐着的狗", "sitting dog", Setting.Floor, 96, 122, Dog),
        new("lyingdog", "趴着的狗", "dog lying down", Setting.Floor, 140, 74, LyingDog),
        new("goldfish", "鱼缸里的金鱼", "goldfish in a bowl", Setting.Room, 104, 96, Goldfish),
        new("rabbit", "兔子", "rabbit", Setting.Room, 86, 104, Rabbit),
        new("bird", "枝头的小鸟", "small bird", Setting.Room, 100, 78, Bird),
        new("petbowl", "宠物食盆", "pet bowl", Setting.Floor, 104, 48, PetBowl),
        new("petbed", "宠物窝", "pet bed", Setting.Floor, 130, 56, PetBed),
        new("leash", "牵引绳", "lead and collar", Setting.Floor, 104, 64, Leash),
        new("pettoy", "宠物玩具", "pet toys", Setting.Floor, 110, 66, PetToy),
        new("cattree", "猫爬架", "cat tree", Setting.Floor, 96, 140, CatTree),
    ];

    private static Ink Fur(Brush b) => b.Dice.Pick([new Ink(0.76, 0.13, 62), new Ink(0.9, 0.03, 80), new Ink(0.45, 0.02, 260), new Ink(0.6, 0.04, 70), new Ink(0.72, 0.02, 250)]);

    private static void CatFace(Brush b, double x, double y, double s, Ink fur)
    {
        var p = b.Palette;
        b.Path($"M{x - (s * 0.92)} {y - (s * 0.3)} L{x - (s * 0.86)} {y - (s * 1.3)} L{x - (s * 0.2)} {y - (s * 0.8)}Z M{x + (s * 0.92)} {y - (s * 0.3)} L{x + (s * 0.86)} {y - (s * 1.3)} L{x + (s * 0.2)} {y - (s * 0.8)}Z", fur);
        b.Path($"M{x - (s * 0.78)} {y - (s * 0.5)} L{x - (s * 0.75)} {y - (s * 1.05)} L{x - (s * 0.4)} {y - (s * 0.75)}Z M{x + (s * 0.78)} {y - (s * 0.5)} L{x + (s * 0.75)} {y - (s * 1.05)} L{x + (s * 0.4)} {y - (s * 0.75)}Z", new Ink(0.82, 0.07, 20));
        b.Oval(x, y, s, s * 0.86, fur);
        b.Oval(x, y + (s * 0.36), s * 0.46, s * 0.32, new Ink(0.96, 0.015, 80));
        b.Oval(x - (s * 0.4), y - (s * 0.04), s * 0.13, s * 0.17, p.Dark);
        b.Oval(x + (s * 0.4), y - (s * 0.04), s * 0.13, s * 0.17, p.Dark);
        b.Disc(x - (s * 0.36), y - (s * 0.1), s * 0.045, p.Paper.Flat());
        b.Disc(x + (s * 0.44), y - (s * 0.1), s * 0.045, p.Paper.Flat());
        b.Path($"M{x - (s * 0.1)} {y + (s * 0.2)} H{x + (s * 0.1)} L{x} {y + (s * 0.31)}Z", new Ink(0.7, 0.1, 20));
        b.Line($"M{x} {y + (s * 0.31)} q{-s * 0.1} {s * 0.16} {-s * 0.2} {s * 0.08} M{x} {y + (s * 0.31)} q{s * 0.1} {s * 0.16} {s * 0.2} {s * 0.08} M{x - (s * 0.6)} {y + (s * 0.25)} l{-s * 0.5} {-s * 0.06} M{x - (s * 0.6)} {y + (s * 0.36)} l{-s * 0.48} {s * 0.1} M{x + (s * 0.6)} {y + (s * 0.25)} l{s * 0.5} {-s * 0.06} M{x + (s * 0.6)} {y + (s * 0.36)} l{s * 0.48} {s * 0.1}", p.Dark.Flat(0.6), s * 0.045);
        b.Line($"M{x} {y - (s * 0.8)} v{s * 0.24} M{x - (s * 0.2)} {y - (s * 0.74)} v{s * 0.18} M{x + (s * 0.2)} {y - (s * 0.74)} v{s * 0.18}", fur.Darker(0.14).Flat(), s * 0.08);
    }

    private static void Cat(Brush b)
    {
        var fur = Fur(b);
        b.Shadow(0, 34, 46);
        b.Line($"M28 -8 C58 -4 58 -38 42 -46", fur.Darker(0.05), 11);
        b.Path($"M-34 -3 C-40 -40 -26 -70 0 -72 C26 -70 42 -36 36 -3 C20 2 -20 2 -34 -3Z", fur);
        b.Path($"M-13 -6 C-20 -34 -14 -58 0 -60 C14 -58 20 -34 13 -6Z", fur.Lighter(0.09));
        b.Oval(-13, -4, 11, 6, fur.Lighter(0.06));
        b.Oval(13, -4, 11, 6, fur.Lighter(0.06));
        CatFace(b, 0, -86, 26, fur);
        if (b.Flip())
        {
            b.Path($"M-19 -67 C-8 -60 8 -60 19 -67 L18 -61 C8 -55 -8 -55 -18 -61Z", b.Palette.Main);
            b.Disc(0, -56, 4, b.Palette.Gold);
        }
    }

    private static void SleepyCat(Brush b)
    {
        var p = b.Palette;
        var fur = Fur(b);
        b.Shadow(0, 54, 36);
        b.Oval(0, -5, 62, 9, b.Bright().Lighter(0.06));
        b.Path($"M-50 -8 C-56 -36 -28 -54 6 -54 C40 -54 58 -30 52 -10 C40 -2 -40 -2 -50 -8Z", fur);
        b.Line($"M48 -12 C30 2 -2 0 -16 -8", fur.Darker(0.06), 11);
        b.Path($"M-46 -30 L-48 -48 L-34 -38Z M-14 -38 L-8 -50 L-4 -32Z", fur.Darker(0.03));
        b.Oval(-26, -22, 24, 17, fur.Lighter(0.03));
        b.Line($"M-40 -22 q5 4 10 0 M-22 -22 q5 4 10 0 M-28 -14 q2 3 4 0", p.Dark.Flat(0.8), 2);
        b.Line($"M10 -52 C14 -44 14 -38 12 -32 M24 -50 C28 -42 28 -36 26 -30", fur.Darker(0.1).Flat(0.7), 4);
    }

    private static void Dog(Brush b)
    {
        var p = b.Palette;
        var fur = Fur(b);
        b.Shadow(0, 34, 48);
        b.Line($"M30 -16 C50 -22 52 -40 46 -50", fur.Darker(0.04), 9);
        b.Path($"M-32 -2 C-38 -44 -24 -68 0 -70 C24 -68 42 -40 36 -2 C20 2 -20 2 -32 -2Z", fur);
        b.Path($"M-14 -8 C-20 -36 -12 -58 0 -60 C12 -58 20 -36 14 -8Z", p.Paper.Darker(0.03));
        b.Oval(-14, -4, 12, 6.4, fur.Lighter(0.07));
        b.Oval(14, -4, 12, 6.4, fur.Lighter(0.07));
        b.Oval(0, -88, 27, 26, fur);
        b.Path($"M-22 -106 C-38 -104 -42 -80 -34 -68 C-26 -68 -22 -86 -18 -96Z", fur.Darker(0.12));
        b.Path($"M22 -106 C38 -104 42 -80 34 -68 C26 -68 22 -86 18 -96Z", fur.Darker(0.12));
        b.Path($"M-6 -112 C-4 -98 -7 -90 -11 -82 C-4 -72 4 -72 11 -82 C7 -90 4 -98 6 -112Z", p.Paper.Flat(0.75));
        b.Oval(0, -77, 13, 10, p.Paper.Darker(0.02));
        b.Oval(0, -82, 5.4, 3.8, p.Dark);
        b.Disc(-11, -91, 3.2, p.Dark);
        b.Disc(11, -91, 3.2, p.Dark);
        b.Line($"M0 -78 V-75 M-6 -74 Q0 -69 6 -74", p.Dark.Flat(), 1.8);
        b.Path($"M-3 -71 C-3 -62 4 -62 4 -71Z", new Ink(0.7, 0.13, 15));
        b.Path($"M-22 -67 C-8 -59 8 -59 22 -67 L20 -60 C8 -53 -8 -53 -20 -60Z", p.Main);
        b.Disc(0, -55, 4.4, p.Gold);
    }

    private static void LyingDog(Brush b)
    {
        var p = b.Palette;
        var fur = Fur(b);
        b.Shadow(0, 60, 34);
        b.Line($"M56 -16 C74 -20 74 -34 68 -40", fur.Darker(0.04), 8);
        b.Path($"M-30 -4 C-34 -34 -10 -46 24 -44 C52 -42 64 -24 60 -4 C40 1 -10 1 -30 -4Z", fur);
        b.Oval(-44, -6, 24, 7, fur.Lighter(0.07));
        b.Oval(36, -8, 20, 10, fur.Darker(0.03));
        b.Oval(-34, -36, 28, 23, fur);
        b.Path($"M-14 -54 C0 -52 2 -34 -4 -22 C-12 -22 -18 -38 -20 -46Z", fur.Darker(0.12));
        b.Path($"M-52 -54 C-66 -50 -66 -32 -60 -22 C-52 -24 -48 -38 -46 -48Z", fur.Darker(0.12));
        b.Oval(-40, -26, 15, 10, p.Paper.Darker(0.02));
        b.Oval(-44, -31, 5.4, 3.6, p.Dark);
        b.Line($"M-50 -42 q4 -3 8 0 M-32 -42 q4 -3 8 0", p.Dark.Flat(), 2.4);
        b.Line($"M-46 -22 q5 4 9 0", p.Dark.Flat(0.8), 1.8);
    }

    private static void Goldfish(Brush b)
    {
        var p = b.Palette;
        var water = new Ink(0.82, 0.06, 215);
        b.Shadow(0, 36, 44);
        b.Path($"M-26 -90 C-60 -70 -62 -14 -30 -3 C-14 1 14 1 30 -3 C62 -14 60 -70 26 -90Z", p.Paper.Flat(0.45));
        b.Path($"M-45 -64 C-56 -36 -46 -12 -28 -5 C-14 -1 14 -1 28 -5 C46 -12 56 -36 45 -64 C20 -58 -20 -70 -45 -64Z", water.Lighter(0.06).Into(water.Darker(0.08)));
        b.Path($"M-32 -8 C-14 -16 14 -16 32 -8 C14 -1 -14 -1 -32 -8Z", new Ink(0.82, 0.06, 80));
        b.Line($"M24 -10 C20 -24 30 -34 24 -48 M32 -12 C32 -22 38 -28 36 -36", p.Leaf, 4);
        foreach (var (x, y, s, m) in new[] { (-10.0, -40.0, 1.0, false), (14, -24, 0.7, true) })
        {
            b.Place(x, y, s, () =>
            {
                var gold = new Ink(0.7, 0.18, 45);
                b.Path($"M14 0 C28 -18 36 -10 32 0 C36 10 28 18 14 0Z", gold.Lighter(0.08));
                b.Path($"M-20 0 C-14 -15 8 -14 17 0 C8 14 -14 15 -20 0Z", gold);
                b.Path($"M-6 -11 C0 -20 8 -18 10 -9Z", gold.Lighter(0.08));
                b.Disc(-12, -3, 2.6, p.Paper.Flat());
                b.Disc(-12.6, -3, 1.5, p.Dark);
            }, mirrored: m);
        }

        foreach (var (x, y, r) in new[] { (-32.0, -46.0, 2.4), (-30, -54, 1.8), (-35, -60, 1.4) })
        {
            b.Disc(x, y, r, p.Paper.Flat(0.8));
        }

        b.Path($"M-38 -66 C-46 -46 -44 -26 -36 -16 C-40 -34 -38 -52 -32 -68Z", p.Paper.Flat(0.5));
        b.Oval(0, -90, 26, 5, p.Paper.Flat(0.7));
    }

    private static void Rabbit(Brush b)
    {
        var p = b.Palette;
        var fur = b.Flip() ? new Ink(0.94, 0.015, 70) : new Ink(0.68, 0.04, 65);
        b.Shadow(0, 34, 42);
        b.Place(-11, -68, 1, () => b.Oval(0, -16, 8, 24, fur), -8);
        b.Place(11, -68, 1, () => b.Oval(0, -16, 8, 24, fur), 14);
        b.Place(-11, -68, 1, () => b.Oval(0, -14, 4, 17, new Ink(0.83, 0.07, 15)), -8);
        b.Disc(34, -14, 10, fur.Lighter(0.04));
        b.Oval(6, -24, 34, 25, fur);
        b.Oval(-2, -56, 25, 21, fur);
        b.Oval(-10, -4, 13, 6, fur.Lighter(0.03));
        b.Disc(-12, -59, 2.8, p.Dark);
        b.Disc(9, -59, 2.8, p.Dark);
        b.Path($"M-4 -52 H2 L-1 -48Z", new Ink(0.72, 0.1, 15));
        b.Disc(-17, -52, 4, new Ink(0.82, 0.09, 15).Flat(0.5));
        b.Disc(14, -52, 4, new Ink(0.82, 0.09, 15).Flat(0.5));
        b.Leaf(-30, -4, 28, -64, p.Leaf);
    }

    private static void Bird(Brush b)
    {
        var p = b.Palette;
        b.Line($"M-56 -10 C-20 -4 20 -8 58 -18", p.Wood.Darker(0.1), 6);
        b.Leaf(40, -15, 20, 20, p.Leaf);
        b.Leaf(-44, -9, 20, -30, p.Leaf.Lighter());
        var plume = b.Bright();
        b.Path($"M30 -26 L56 -22 L34 -14Z", plume.Darker(0.1));
        b.Path($"M-30 -46 C-30 -70 0 -76 10 -54 C24 -48 38 -34 34 -20 C20 -6 -14 -8 -22 -24 C-28 -32 -30 -38 -30 -46Z", plume);
        b.Path($"M-24 -34 C-12 -16 8 -12 20 -16 C4 -6 -14 -8 -22 -24Z", p.Paper.Flat(0.8));
        b.Path($"M0 -44 C14 -46 30 -34 32 -22 C18 -20 4 -28 0 -44Z", plume.Darker(0.08));
        b.Path($"M-30 -52 L-42 -48 L-29 -45Z", p.Gold);
        b.Disc(-17, -56, 3, p.Dark);
        b.Disc(-18, -57, 1, p.Paper.Flat());
    }

    private static void PetBowl(Brush b)
    {
        var p = b.Palette;
        var bowl = b.Bright();
        b.Shadow(0, 46, 40);
        b.Path($"M-40 -34 L-52 -4 C-50 1 50 1 52 -4 L40 -34Z", bowl);
        b.Oval(0, -34, 40, 10, bowl.Lighter(0.08));
        b.Oval(0, -33, 34, 7.4, bowl.Darker(0.15));
        foreach (var x in new[] { -22, -12, -2, 8, 18 })
        {
            b.Oval(x, -36 - (x % 4), 7, 4.4, new Ink(0.58, 0.09, 55));
        }

        b.Oval(0, -13, 8, 6, p.Paper.Flat());
        foreach (var (x, y) in new[] { (-11.0, -20.0), (-4, -24), (4, -24), (11, -20) })
        {
            b.Disc(x, y, 3, p.Paper.Flat());
        }
    }

    private static void PetBed(Brush b)
    {
        var p = b.Palette;
        var cloth = b.Bright();
        b.Shadow(0, 58, 38);
        b.Oval(0, -30, 62, 22, cloth.Darker(0.06));
        b.Oval(0, -28, 48, 14, p.Paper.Darker(0.03));
        b.Path($"M-64 -30 C-66 -4 -40 0 0 0 S66 -4 64 -30 C58 -12 30 -8 0 -8 S-58 -12 -64 -30Z", cloth);
        b.Path($"M-16 -30 C-12 -44 12 -44 16 -30Z", p.Second);
        b.Line($"M-48 -8 L-44 -14 M-20 -3 L-19 -9 M10 -2 V-8 M40 -6 L38 -12", cloth.Darker(0.12).Flat(0.5), 2);
    }

    private static void Leash(Brush b)
    {
        var p = b.Palette;
        b.Shadow(0, 42, 30);
        b.Line($"M-40 -16 C-40 -54 24 -54 24 -24 S-10 4 -14 -14 S34 -44 46 -8", p.Main, 6);
        b.Line($"M-44 -20 a14 10 0 1 1 8 12", p.Main.Darker(0.06), 7);
        b.Line($"M22 -46 a22 13 0 1 1 0.1 0", p.Third, 8);
        b.Box(4, -62, 11, 11, 2, p.Gold);
        b.Disc(24, -28, 5, p.Gold);
    }

    private static void PetToy(Brush b)
    {
        var p = b.Palette;
        b.Place(-28, 0, 1, () =>
        {
            b.Shadow(0, 20, 30);
            b.Disc(0, -20, 20, p.Second);
            b.Line($"M-18 -26 Q0 -14 18 -28 M-14 -6 Q0 -18 16 -8", p.Paper.Flat(0.8), 3);
        });
        b.Place(26, 2, 1, () =>
        {
            b.Shadow(0, 28, 30);
            b.Path($"M-26 -6 C-28 -26 2 -34 22 -18 L30 -10 C20 0 -20 2 -26 -6Z", p.Third.Lighter(0.05));
            b.Disc(6, -26, 7, p.Third);
            b.Disc(20, -14, 2, p.Dark);
            b.Line($"M-26 -8 C-42 -4 -40 -22 -52 -20", p.Main, 3);
            b.Disc(30, -10, 2.4, p.Main);
        });
        b.Place(4, -6, 1, () => b.Path($"M-4 -38 C-12 -54 4 -60 6 -48 C14 -58 26 -48 16 -38 L2 -24Z", p.Main), 20);
    }

    private static void CatTree(Brush b)
    {
        var p = b.Palette;
        var plush = b.Bright();
        b.Shadow(0, 44, 44);
        b.Box(-24, -78, 11, 74, 3, new Ink(0.82, 0.06, 80));
        b.Box(14, -124, 11, 120, 3, new Ink(0.82, 0.06, 80));
        for (var turn = 0; turn < 9; turn++)
        {
            b.Line($"M-24 {-72 + (turn * 8)} l11 3 M14 {-118 + (turn * 13)} l11 3", p.Wood.Flat(0.6), 1.4);
        }

        b.Box(-48, -9, 96, 9, 4, plush.Darker(0.08));
        b.Box(-46, -84, 52, 9, 4, plush);
        b.Path($"M-6 -122 H46 C46 -106 34 -102 20 -102 S-6 -106 -6 -122Z", plush);
        b.Line($"M-38 -75 V-54", p.Paper.Flat(), 2);
        b.Disc(-38, -50, 6, p.Main);
        CatFace(b, 20, -128, 14, Fur(b));
    }
}
