namespace Sward.Town;

/// <summary>What small people need.</summary>
internal static class Nursery
{
    public static IEnumerable<Motif> Motifs { get; } =
    [
        new("babybottle", "奶瓶", "baby bottle", Setting.Room, 46, 104, BabyBottle),
        new("horse", "木头小马", "wooden rocking horse", Setting.Room, 120, 100, Horse),
        new("blocks", "积木", "building blocks", Setting.Room, 108, 88, Blocks),
        new("onesie", "连体衣", "baby romper", Setting.Room, 96, 108, Onesie),
        new("bear", "布偶熊", "plush bear", Setting.Room, 88, 104, Bear),
        new("babybowl", "宝宝碗勺", "baby's bowl and spoon", Setting.Kitchen, 110, 56, BabyBowl),
        new("stroller", "婴儿车", "pram", Setting.Floor, 124, 120, Stroller),
        new("mobile", "床铃", "mobile over a cot", Setting.Room, 108, 120, Mobile),
        new("duck", "浴室小鸭", "bath duck", Setting.Vanity, 84, 70, Duck),
    ];

    private static void BabyBottle(Brush b)
    {
        var p = b.Palette;
        b.Shadow(0, 19, 44);
        b.Path($"M-6 -84 C-8 -94 -6 -104 0 -104 S8 -94 6 -84Z", new Ink(0.86, 0.06, 65));
        b.Box(-17, -86, 34, 15, 4, b.Bright());
        b.Path($"M-18 -71 H18 L21 -60 V-6 C21 1 -21 1 -21 -6 V-60Z", p.Paper.Flat(0.65));
        b.Path($"M-20 -48 H20 V-7 C20 -1 -20 -1 -20 -7Z", new Ink(0.97, 0.02, 85));
        foreach (var y in new[] { -42, -32, -22, -12 })
        {
            b.Line($"M8 {y} H16", p.Third.Flat(), 2);
        }

        b.Gleam(-16, -64, 4, 56, 0.6);
    }

    private static void Horse(Brush b)
    {
        var p = b.Palette;
        var wood = p.Wood.Lighter(0.06);
        b.Shadow(0, 48, 36);
        b.Line($"M-56 -14 Q0 12 56 -14", b.Bright(), 7);
        b.Line($"M-26 -34 L-34 -6 M24 -34 L32 -6", wood.Darker(0.06), 8);
        b.Path($"M-36 -30 C-40 -56 -22 -60 4 -58 C14 -58 18 -74 26 -90 C34 -98 50 -92 56 -80 L54 -72 C48 -68 44 -72 40 -70 C36 -50 34 -32 24 -28 C0 -22 -26 -22 -36 -30Z", wood);
        b.Path($"M26 -92 C14 -86 12 -70 8 -58 L16 -58 C20 -72 26 -80 32 -92Z", p.Main);
        b.Path($"M-36 -48 C-52 -46 -54 -28 -48 -18 C-46 -30 -42 -36 -34 -38Z", p.Main);
        b.Path($"M-18 -60 C-8 -64 2 -62 6 -58 C4 -46 -14 -46 -18 -60Z", p.Third);
        b.Disc(44, -82, 2.6, p.Dark);
    }

    private static void Blocks(Brush b)
    {
        var p = b.Palette;
        var inks = b.Dice.Shuffle([p.Main, p.Second, p.Third, p.Leaf, p.Gold]);
        b.Shadow(0, 46, 42);
        b.Box(-50, -30, 30, 30, 3, inks[0]);
        b.Box(-18, -30, 30, 30, 3, inks[1]);
        b.Path($"M16 0 V-30 A17 17 0 0 1 50 -30 V0 H42 V-14 A9 9 0 0 0 24 -14 V0Z", inks[2]);
        b.Box(-36, -60, 30, 30, 3, inks[3]);
        b.Path($"M-38 -60 L-21 -86 L-4 -60Z", inks[4]);
        b.Disc(33, -54, 9, inks[0]);
        b.Disc(-35, -15, 8, p.Paper.Flat(0.8));
        b.Path($"M-10 -8 L-3 -22 L4 -8Z", p.Paper.Flat(0.8));
    }

    private static void Onesie(Brush b)
    {
        var p = b.Palette;
        var cloth = b.Bright().Toward(p.Paper, 0.45);
        b.Shadow(0, 30, 32);
        b.Path($"M-16 -104 C-30 -102 -42 -92 -48 -66 L-34 -58 L-30 -66 V-30 C-30 -14 -22 -2 -10 0 L0 -10 L10 0 C22 -2 30 -14 30 -30 V-66 L34 -58 L48 -66 C42 -92 30 -102 16 -104 C8 -96 -8 -96 -16 -104Z", cloth);
        b.Line($"M-16 -104 C-8 -95 8 -95 16 -104", cloth.Darker(0.12).Flat(), 3);
        foreach (var x in new[] { -5, 0, 5 })
        {
            b.Disc(x, -8 - Math.Abs(x), 1.8, p.Gold.Flat());
        }

        b.Oval(0, -62, 13, 11, p.Second);
        b.Disc(-9, -72, 5, p.Second);
        b.Disc(9, -72, 5, p.Second);
        b.Disc(-4, -64, 1.6, p.Dark.Flat());
        b.Disc(4, -64, 1.6, p.Dark.Flat());
        b.Oval(0, -59, 3.4, 2.4, p.Paper.Flat());
    }

    private static void Bear(Brush b)
    {
        var p = b.Palette;
        var fur = new Ink(b.Rnd(0.58, 0.74), 0.08, b.Rnd(50, 75));
        b.Shadow(0, 36, 42);
        b.Oval(-30, -8, 14, 9, fur);
        b.Oval(30, -8, 14, 9, fur);
        b.Oval(-32, -40, 9, 17, fur.Darker(0.04));
        b.Oval(32, -40, 9, 17, fur.Darker(0.04));
        b.Oval(0, -30, 30, 29, fur);
        b.Oval(0, -28, 19, 19, fur.Lighter(0.1));
        b.Disc(-21, -94, 11, fur);
        b.Disc(21, -94, 11, fur);
        b.Disc(-21, -94, 6, fur.Lighter(0.1));
        b.Disc(21, -94, 6, fur.Lighter(0.1));
        b.Oval(0, -76, 30, 26, fur);
        b.Oval(0, -68, 13, 10, fur.Lighter(0.13));
        b.Oval(0, -73, 4.4, 3, p.Dark);
        b.Line($"M0 -70 V-66 M-5 -64 Q0 -60 5 -64", p.Dark.Flat(), 1.8);
        b.Disc(-11, -80, 2.8, p.Dark);
        b.Disc(11, -80, 2.8, p.Dark);
        b.Path($"M-22 -54 C-8 -46 8 -46 22 -54 L20 -46 C8 -40 -8 -40 -20 -46Z", p.Main);
        b.Path($"M8 -46 L18 -26 L6 -30Z", p.Main.Darker(0.05));
    }

    private static void BabyBowl(Brush b)
    {
        var p = b.Palette;
        var bowl = b.Bright();
        b.Shadow(-6, 40, 40);
        b.Path($"M-50 -34 C-48 -8 -32 0 -8 0 S32 -8 34 -34Z", bowl);
        b.Oval(-8, -34, 42, 9, bowl.Lighter(0.1));
        b.Oval(-8, -33.6, 37, 7, new Ink(0.84, 0.1, b.Rnd(65, 120)));
        b.Disc(-26, -16, 3, p.Paper.Flat());
        b.Disc(6, -16, 3, p.Paper.Flat());
        b.Line($"M-16 -12 Q-10 -7 -4 -12", p.Paper.Flat(), 2.6);
        b.Line($"M14 -34 L56 -56", p.Second, 6);
        b.Disc(-16, -38, 4, p.Main);
        b.Disc(-4, -36, 3, p.Leaf);
    }

    private static void Stroller(Brush b)
    {
        var p = b.Palette;
        var cloth = b.Bright();
        b.Shadow(0, 50, 34);
        b.Line($"M-30 -16 L24 -48 M34 -16 L-20 -48 M44 -60 L60 -96 L70 -98", p.Dark.Lighter(0.2), 5);
        b.Path($"M-52 -66 H50 C50 -42 30 -32 0 -32 S-52 -42 -52 -66Z", cloth);
        b.Path($"M-52 -66 C-54 -110 -14 -122 6 -112 L-2 -66Z", cloth.Darker(0.06));
        b.Path($"M-52 -66 C-50 -90 -36 -108 -14 -115 C-24 -100 -28 -82 -28 -66Z", cloth.Lighter(0.05));
        b.Box(-6, -76, 58, 12, 6, p.Paper.Darker(0.03));
        foreach (var x in new[] { -32, 34 })
        {
            b.Disc(x, -14, 14, p.Dark.Lighter(0.06));
            b.Disc(x, -14, 9, p.Paper.Darker(0.05));
            b.Disc(x, -14, 3, p.Main);
        }
    }

    private static void Mobile(Brush b)
    {
        var p = b.Palette;
        b.Shadow(0, 36, 30);
        b.Line($"M0 -118 V-100 M-44 -96 Q0 -106 44 -96", p.Wood, 4);
        foreach (var (x, length, kind) in new[] { (-44.0, 34.0, 0), (-15, 52, 1), (15, 40, 2), (44, 48, 3) })
        {
            var y = -97 + length;
            b.Line($"M{x} -97 V{y}", p.Dark.Flat(0.4), 1.4);
            switch (kind)
            {
                case 0:
                    b.Path($"M{x} {y} a11 11 0 1 0 9 18 a9 9 0 0 1 -9 -18Z", p.Gold);
                    break;
                case 1:
                    b.Flower(x, y + 10, 12, p.Main, p.Paper, 6);
                    break;
                case 2:
                    b.Path($"M{x - 14} {y + 14} a7 7 0 0 1 6 -10 a9 9 0 0 1 16 1 a6 6 0 0 1 5 9Z", p.Paper);
                    break;
                default:
                    b.Oval(x, y + 11, 9, 12, p.Third);
                    b.Line($"M{x} {y + 23} v9", p.Dark.Flat(0.4), 1.4);
                    break;
            }
        }

        b.Box(-46, -20, 92, 20, 6, p.Wood.Lighter(0.1));
        b.Box(-40, -28, 80, 12, 6, p.Paper);
        b.Oval(-22, -30, 14, 6, p.Second.Toward(p.Paper, 0.5));
    }

    private static void Duck(Brush b)
    {
        var p = b.Palette;
        var yellow = new Ink(0.87, 0.15, 92);
        b.Shadow(0, 34, 38);
        b.Path($"M-40 -24 C-46 -36 -36 -38 -30 -30 C-18 -36 6 -36 14 -30 C30 -32 38 -20 34 -10 C28 1 -24 1 -32 -6 C-38 -12 -38 -18 -40 -24Z", yellow);
        b.Disc(16, -46, 20, yellow);
        b.Path($"M32 -50 C44 -50 46 -44 44 -40 C40 -36 32 -38 30 -42Z", new Ink(0.7, 0.17, 50));
        b.Disc(22, -51, 2.8, p.Dark);
        b.Path($"M-22 -22 C-10 -28 4 -24 6 -16 C-4 -8 -18 -10 -22 -22Z", yellow.Darker(0.08));
        foreach (var (x, y, r) in new[] { (-36.0, -52.0, 6.0), (-24, -60, 4), (44, -62, 5) })
        {
            b.Disc(x, y, r, p.Paper.Flat(0.55));
        }
    }
}
