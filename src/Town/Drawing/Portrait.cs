namespace Sward.Town;

/// <summary>Pictures of people as they choose to be seen: a face, an animal, a plant, a thing.</summary>
internal static class Portrait
{
    private const double Side = 480;

    // Skin and hair that one meets together.
    private static readonly (Ink Skin, Ink Hair)[] Looks =
    [
        (new(0.86, 0.05, 60), new(0.26, 0.02, 300)),
        (new(0.82, 0.06, 58), new(0.26, 0.02, 300)),
        (new(0.84, 0.055, 60), new(0.3, 0.03, 50)),
        (new(0.88, 0.04, 50), new(0.3, 0.03, 50)),
        (new(0.86, 0.045, 55), new(0.42, 0.06, 50)),
        (new(0.88, 0.04, 50), new(0.5, 0.1, 45)),
        (new(0.78, 0.07, 57), new(0.28, 0.03, 40)),
        (new(0.6, 0.075, 50), new(0.24, 0.02, 40)),
    ];

    /// <summary>Draws one.</summary>
    /// <param name="spec"><c>she</c>, <c>he</c> or <c>elder</c> (a grey-haired man) for a face, else the name of a motif.</param>
    public static Drawing Draw(string spec, Dice dice)
    {
        var palette = dice.Pick(Palette.All);
        var canvas = new Canvas(Side, Side);
        var b = new Brush(canvas, palette, dice, Mood.Day);
        var ground = dice.Pick([palette.Wall, palette.Main.Toward(palette.Paper, 0.55), palette.Second.Toward(palette.Paper, 0.3), palette.Third.Toward(palette.Paper, 0.5)]);
        canvas.Box(0, 0, Side, Side, 0, ground.Lighter(0.03).Into(ground.Darker(0.06)));
        canvas.Disc(Side * dice.Between(0.2, 0.8), Side * dice.Between(0.2, 0.5), Side * 0.34, palette.Paper.Flat(0.16));
        if (spec is "she" or "he" or "elder")
        {
            b.Place(Side / 2, Side, 3.1, () => Face(b, spec));
            return new Drawing(canvas.ToString(), "手绘头像：一张微笑的脸", "Drawn portrait: a smiling face");
        }

        var motif = Motif.Named(spec);
        if (motif.Setting == Setting.View)
        {
            motif.Draw(b);
        }
        else
        {
            var scale = Math.Min(330 / motif.Width, 340 / motif.Height);
            b.Place(Side / 2, (Side / 2) + (motif.Height * scale / 2), scale, () => motif.Draw(b));
        }

        return new Drawing(canvas.ToString(), $"手绘头像：{motif.Zh}", $"Drawn portrait: {motif.En}");
    }

    /// <summary>Head and shoulders, 140 high, chin at about -58.</summary>
    private static void Face(Brush b, string spec)
    {
        var p = b.Palette;
        var (skin, ownHair) = b.Dice.Pick(Looks);
        var hair = spec is "elder" ? new Ink(0.78, 0.01, 250) : ownHair;
        var coat = b.Bright();
        var style = spec is "she" ? b.Dice.Between(3, 7) : b.Dice.Between(0, 2);
        Back(b, style, hair);
        b.Path($"M-60 0 C-58 -34 -34 -42 -12 -46 H12 C34 -42 58 -34 60 0Z", coat);
        b.Path($"M-12 -64 V-44 C-8 -36 8 -36 12 -44 V-64Z", skin.Darker(0.06));
        b.Path($"M-18 -46 C-10 -34 10 -34 18 -46 L24 -42 C12 -26 -12 -26 -24 -42Z", b.Flip() ? p.Paper : coat.Darker(0.08));
        b.Path($"M-34 -98 C-34 -126 34 -126 34 -98 C34 -72 18 -58 0 -58 S-34 -72 -34 -98Z", skin);
        b.Oval(-34, -92, 5, 8, skin.Darker(0.03));
        b.Oval(34, -92, 5, 8, skin.Darker(0.03));
        b.Oval(-20, -80, 7, 4.6, new Ink(0.72, 0.13, 20).Flat(0.35));
        b.Oval(20, -80, 7, 4.6, new Ink(0.72, 0.13, 20).Flat(0.35));
        Eyes(b, hair);
        b.Line($"M-1 -88 q-4 6 1 7", skin.Darker(0.14).Flat(), 2);
        b.Line($"M-7 -72 Q{b.Rnd(-1, 2)} -65 8 {b.Rnd(-73, -71)}", new Ink(0.52, 0.13, 20).Flat(), 2.6);
        Front(b, style, hair);
        Extras(b, spec, style, hair);
    }

    private static void Eyes(Brush b, Ink hair)
    {
        var dark = new Ink(0.24, 0.02, 280).Flat();
        if (b.Flip(0.3))
        {
            b.Line($"M-19 -92 q6 -6 12 0 M7 -92 q6 -6 12 0", dark, 2.8);
        }
        else
        {
            b.Disc(-13, -92, 3.4, dark);
            b.Disc(13, -92, 3.4, dark);
            b.Disc(-12, -93.2, 1, b.Palette.Paper.Flat());
            b.Disc(14, -93.2, 1, b.Palette.Paper.Flat());
        }

        b.Line($"M-19 -101 q6 -4 12 -1 M7 -102 q6 -3 12 1", hair.Darker(0.05).Flat(), 2.4);
    }

    private static void Back(Brush b, int style, Ink hair)
    {
        switch (style)
        {
            case 3:
                b.Path($"M-40 -96 C-46 -146 46 -146 40 -96 C46 -60 50 -36 44 -22 H-44 C-50 -36 -46 -60 -40 -96Z", hair.Darker(0.03));
                break;
            case 4:
                b.Path($"M-42 -96 C-44 -142 44 -142 42 -96 C44 -76 44 -62 36 -56 H-36 C-44 -62 -44 -76 -42 -96Z", hair.Darker(0.03));
                break;
            case 5:
                b.Disc(0, -136, 17, hair);
                break;
            case 6:
                b.Path($"M-36 -80 C-60 -70 -54 -36 -46 -20 C-34 -30 -36 -56 -30 -70Z M36 -80 C60 -70 54 -36 46 -20 C34 -30 36 -56 30 -70Z", hair);
                break;
            case 7:
                foreach (var (x, y) in new[] { (-34.0, -104.0), (34, -104), (-38, -84), (38, -84), (-22, -122), (22, -122), (0, -128), (-36, -66), (36, -66) })
                {
                    b.Disc(x, y, 16, hair);
                }

                break;
        }
    }

    private static void Front(Brush b, int style, Ink hair)
    {
        switch (style)
        {
            case 0:
                b.Path($"M-36 -94 C-40 -132 -10 -136 4 -132 C30 -134 40 -118 36 -94 C32 -106 28 -112 20 -114 C6 -108 -18 -108 -28 -112 C-32 -108 -34 -102 -36 -94Z", hair);
                break;
            case 1:
                b.Path($"M-36 -96 C-38 -126 -24 -136 6 -136 C26 -138 40 -122 35 -96 C34 -106 30 -112 26 -116 C8 -120 -8 -114 -24 -118 C-30 -112 -34 -104 -36 -96Z", hair);
                b.Path($"M-10 -134 C4 -146 30 -142 34 -128Z", hair.Lighter(0.03));
                break;
            case 2:
                b.Path($"M-36 -92 C-40 -128 -18 -134 0 -133 S40 -128 36 -92 C34 -104 32 -110 26 -112 L18 -106 L10 -113 L0 -106 L-10 -113 L-18 -106 L-26 -112 C-32 -110 -34 -104 -36 -92Z", hair);
                break;
            case 4:
                b.Path($"M-38 -90 C-40 -134 40 -134 38 -90 C36 -98 34 -102 32 -103 H-32 C-34 -102 -36 -98 -38 -90Z", hair);
                break;
            case 7:
                b.Path($"M-34 -104 C-28 -128 28 -128 34 -104 C20 -114 -20 -114 -34 -104Z", hair);
                break;
            default:
                b.Path($"M-37 -90 C-40 -134 38 -136 37 -90 C32 -108 18 -114 4 -118 C-6 -108 -30 -108 -37 -90Z", hair);
                break;
        }
    }

    private static void Extras(Brush b, string spec, int style, Ink hair)
    {
        var p = b.Palette;
        if (spec is "elder" || b.Flip(0.28))
        {
            var frame = b.Dice.Pick([p.Dark, p.Main.Darker(0.1), p.Gold.Darker(0.12)]).Flat();
            b.Line($"M-23 -92 a10 10 0 1 1 20 0 a10 10 0 1 1 -20 0 M3 -92 a10 10 0 1 1 20 0 a10 10 0 1 1 -20 0 M-3 -93 q3 -3 6 0", frame, 2.4);
        }

        if (spec is "he" && b.Flip(0.25))
        {
            b.Path($"M-26 -78 C-24 -56 24 -56 26 -78 C18 -70 10 -74 0 -74 S-18 -70 -26 -78Z", hair.Flat(0.55));
        }

        if (style >= 3 && b.Flip(0.35))
        {
            b.Disc(-35, -80, 3.4, p.Gold);
            b.Disc(35, -80, 3.4, p.Gold);
        }

        if (b.Flip(0.22))
        {
            b.Path($"M-39 -106 C-38 -142 38 -142 39 -106 C20 -114 -20 -114 -39 -106Z", p.Main.Darker(0.02));
            b.Path($"M-41 -108 C-20 -118 20 -118 41 -108 L40 -99 C20 -108 -20 -108 -40 -99Z", p.Main.Lighter(0.06));
        }
        else if (style >= 3 && b.Flip(0.3))
        {
            b.Flower(27, -120, 10, p.Second, p.Main, 5);
        }
    }
}
