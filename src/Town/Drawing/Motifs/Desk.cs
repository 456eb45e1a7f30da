namespace Sward.Town;

/// <summary>What lies and stands on desks.</summary>
internal static class Desk
{
    public static IEnumerable<Motif> Motifs { get; } =
    [
        new("headphones", "头戴耳机", "headphones", Setting.Desk, 96, 104, Headphones),
        new("keyboard", "机械键盘", "keyboard", Setting.Desk, 136, 46, Keyboard),
        new("camera", "旁轴相机", "camera", Setting.Desk, 108, 78, Camera),
        new("phone", "手机", "phone on a stand", Setting.Desk, 60, 112, Phone),
        new("notebook", "笔记本和笔", "notebook and pen", Setting.Desk, 120, 78, Notebook),
        new("laptop", "笔记本电脑", "laptop", Setting.Desk, 128, 86, Laptop),
        new("speaker", "小音箱", "small speaker", Setting.Desk, 66, 96, Speaker),
        new("charger", "充电器和线", "charger with its cable", Setting.Desk, 96, 58, Charger),
        new("mouse", "鼠标", "mouse", Setting.Desk, 70, 42, Mouse),
        new("books", "一摞书", "stack of books", Setting.Desk, 108, 62, Books),
        new("book", "一本书", "book", Setting.Desk, 76, 104, Book),
        new("openbook", "翻开的书", "open book", Setting.Desk, 132, 48, OpenBook),
        new("penpot", "笔筒", "pot of pens", Setting.Desk, 54, 96, PenPot),
        new("filmreel", "电影胶片盘", "film reel", Setting.Desk, 106, 96, FilmReel),
        new("popcorn", "爆米花", "popcorn", Setting.Desk, 78, 104, Popcorn),
        new("gamepad", "游戏手柄", "game pad", Setting.Desk, 116, 72, GamePad),
        new("postcards", "几张明信片", "postcards", Setting.Desk, 120, 80, Postcards),
        new("screen", "桌面屏幕", "screen on a desk", Setting.Desk, 134, 104, Screen),
        new("boardgame", "骰子和棋子", "dice and pawns", Setting.Desk, 112, 62, BoardGame),
    ];

    private static void Headphones(Brush b)
    {
        var p = b.Palette;
        var shell = b.Bright();
        b.Shadow(0, 42, 44);
        b.Line($"M-40 -40 C-44 -116 44 -116 40 -40", shell.Darker(0.06), 9);
        b.Line($"M-38 -58 C-36 -106 36 -106 38 -58", p.Paper.Flat(0.25), 3);
        foreach (var side in new[] { -1.0, 1 })
        {
            b.Box((side * 38) - 13, -50, 26, 46, 12, shell);
            b.Box((side * 27) - 8, -46, 16, 38, 8, p.Dark.Lighter(0.12));
            b.Disc((side * 44) - 2, -27, 6, p.Gold.Flat(0.8));
        }
    }

    private static void Keyboard(Brush b)
    {
        var p = b.Palette;
        var body = b.Bright();
        b.Shadow(0, 62, 36);
        b.Path($"M-56 -40 H56 L68 -8 H-68Z", body);
        b.Path($"M-68 -8 H68 V-3 C68 0 66 0 64 0 H-64 C-66 0 -68 0 -68 -3Z", body.Darker(0.12));
        for (var row = 0; row < 4; row++)
        {
            var (y, half) = (-37.0 + (row * 7.2), 53.0 + (row * 2.6));
            var keys = row == 3 ? 5 : 11;
            for (var key = 0; key < keys; key++)
            {
                var w = (half * 2 / keys) - 2;
                var accent = (row == 0 && key == 0) || (row == 2 && key == keys - 1) || (row == 3 && key == 2);
                b.Box(-half + (key * (w + 2)), y, w, 5.6, 1.6, accent ? p.Second.Flat() : p.Paper.Darker(key % 4 == 3 ? 0.06 : 0.01).Flat());
            }
        }
    }

    private static void Camera(Brush b)
    {
        var p = b.Palette;
        var leather = b.Flip() ? p.Dark.Lighter(0.1) : b.Bright();
        b.Shadow(0, 48, 46);
        b.Box(-30, -76, 22, 12, 3, p.Paper.Darker(0.12));
        b.Box(16, -74, 16, 9, 2, p.Paper.Darker(0.16));
        b.Box(-50, -66, 100, 66, 9, p.Paper.Darker(0.08));
        b.Box(-50, -50, 100, 36, 0, leather);
        b.Disc(4, -32, 28, p.Dark.Lighter(0.04));
        b.Disc(4, -32, 22, p.Dark.Lighter(0.16));
        b.Disc(4, -32, 16, new Ink(0.32, 0.07, 270).Into(new Ink(0.55, 0.1, 220), Way.Lit));
        b.Disc(-2, -38, 5, p.Paper.Flat(0.7));
        b.Box(-44, -63, 16, 9, 2, p.Dark.Flat(0.8));
        b.Disc(40, -58, 3, p.Main.Flat());
        b.Line($"M-50 -56 C-66 -40 -66 -10 -58 0", leather.Darker(0.08), 4);
    }

    private static void Phone(Brush b)
    {
        var p = b.Palette;
        b.Shadow(0, 26, 44);
        b.Path($"M-20 0 H24 L14 -12 H-10Z", p.Wood);
        b.Place(0, -6, 1, () =>
        {
            b.Box(-26, -104, 52, 104, 9, p.Dark.Lighter(0.06));
            b.Box(-22.5, -100, 45, 96, 6, b.Bright().Lighter(0.1).Into(b.Bright(), Way.Down));
            for (var card = 0; card < 4; card++)
            {
                b.Box(-19 + (card % 2 * 20), -80 + (card / 2 * 38) - (card % 2 * 5), 18, 33, 3, p.Paper.Flat(0.85));
                b.Box(-19 + (card % 2 * 20), -80 + (card / 2 * 38) - (card % 2 * 5), 18, 22, 3, b.Bright());
            }

            b.Box(-8, -97, 16, 4, 2, p.Dark.Flat());
        }, -5);
    }

    private static void Notebook(Brush b)
    {
        var p = b.Palette;
        var cover = b.Bright();
        b.Shadow(0, 54, 36);
        b.Path($"M-56 -6 L-40 -66 H48 L60 -6Z", cover.Darker(0.08));
        b.Path($"M-54 -10 L-38 -70 H48 L58 -10Z", p.Paper);
        for (var line = 0; line < 5; line++)
        {
            var (y, half) = (-58.0 + (line * 10), 34.0 + (line * 3));
            b.Line($"M{-half} {y} H{half * (line == 4 ? 0.3 : 0.9 - (line % 2 * 0.25))}", p.Third.Flat(0.5), 2);
        }

        for (var ring = 0; ring < 6; ring++)
        {
            b.Line($"M{-37 - (ring * 2.9)} {-66 + (ring * 11)} l-7 -1", p.Gold.Darker(0.1), 2.6);
        }

        b.Line($"M22 -26 L58 -52", cover, 6);
        b.Path($"M24 -31 L20 -22 L29 -25Z", p.Dark);
    }

    private static void Laptop(Brush b)
    {
        var p = b.Palette;
        b.Shadow(0, 58, 36);
        b.Path($"M-46 -84 C-46 -87 46 -87 46 -84 L48 -16 H-48Z", p.Dark.Lighter(0.08));
        b.Path($"M-42 -80 H42 L44 -20 H-44Z", b.Bright().Lighter(0.14).Into(b.Bright()));
        b.Box(-34, -72, 30, 40, 3, p.Paper.Flat(0.9));
        b.Line($"M-29 -64 H-12 M-29 -56 H-9 M-29 -48 H-16", p.Dark.Flat(0.4), 2.2);
        b.Box(2, -72, 34, 18, 3, p.Paper.Flat(0.75));
        b.Box(2, -50, 34, 18, 3, p.Second.Flat());
        b.Path($"M-48 -16 H48 L64 -3 C64 0 -64 0 -64 -3Z", p.Paper.Darker(0.12));
        b.Path($"M-42 -14 H42 L48 -8 H-48Z", p.Dark.Flat(0.35));
    }

    private static void Speaker(Brush b)
    {
        var p = b.Palette;
        var shell = b.Bright();
        b.Shadow(0, 30, 46);
        b.Box(-31, -92, 62, 92, 12, shell);
        b.Disc(0, -32, 22, p.Dark.Lighter(0.1));
        b.Disc(0, -32, 15, p.Dark.Lighter(0.2));
        b.Disc(0, -32, 6, p.Dark);
        b.Disc(0, -72, 11, p.Dark.Lighter(0.1));
        b.Disc(0, -72, 5, p.Gold);
        b.Gleam(-26, -82, 4, 66);
    }

    private static void Charger(Brush b)
    {
        var p = b.Palette;
        b.Shadow(-14, 26, 36);
        b.Line($"M6 -18 C36 -18 30 -52 10 -50 S-4 -24 26 -8 S60 -20 46 -34", b.Bright(), 4);
        b.Box(-44, -44, 50, 44, 8, p.Paper.Darker(0.03));
        b.Line($"M-32 -44 V-56 M-18 -44 V-56", p.Gold.Darker(0.08), 5);
        b.Box(-4, -28, 10, 6, 2, p.Dark.Flat(0.6));
        b.Box(-4, -18, 10, 6, 2, p.Dark.Flat(0.6));
        b.Path($"M-27 -32 L-33 -20 H-26 L-29 -10 L-18 -24 H-25 L-21 -32Z", p.Main);
        b.Box(40, -48, 12, 16, 3, p.Dark.Lighter(0.15));
    }

    private static void Mouse(Brush b)
    {
        var p = b.Palette;
        var shell = b.Flip() ? p.Paper.Darker(0.04) : b.Bright();
        b.Shadow(0, 32, 34);
        b.Path($"M-36 -4 C-38 -28 -14 -40 8 -38 C28 -36 38 -20 36 -4 C30 1 -30 1 -36 -4Z", shell);
        b.Line($"M4 -38 C-4 -30 -14 -22 -36 -18", p.Dark.Flat(0.25), 1.6);
        b.Oval(-12, -31, 5, 3, p.Main);
        b.Path($"M-36 -6 C-20 -2 20 -2 36 -6 C30 1 -30 1 -36 -6Z", p.Dark.Flat(0.2));
    }

    private static void Books(Brush b)
    {
        var p = b.Palette;
        b.Shadow(0, 48, 42);
        var inks = b.Dice.Shuffle([p.Main, p.Second, p.Third, p.Main.Darker(0.12)]);
        for (var book = 0; book < 4; book++)
        {
            var (y, half, shift) = (-(book * 15.0), 50.0 - (book * 3), b.Rnd(-5, 5));
            b.Box(shift - half, y - 15, half * 2, 15, 2.5, inks[book]);
            b.Path($"M{shift + half - 10} {y - 13} H{shift + half + 1} V{y - 2} H{shift + half - 10}Z", p.Paper.Flat());
            b.Box(shift - half + 12, y - 15, 6, 15, 0, p.Paper.Flat(0.5));
        }
    }

    private static void Book(Brush b)
    {
        var p = b.Palette;
        var cover = b.Bright();
        b.Shadow(0, 34, 46);
        b.Path($"M30 -98 L38 -94 V-3 L30 0Z", p.Paper.Darker(0.06));
        b.Box(-36, -100, 68, 100, 3, cover);
        b.Box(-36, -100, 8, 100, 2, cover.Darker(0.1));
        switch (b.Dice.Between(0, 3))
        {
            case 0:
                b.Disc(3, -40, 20, p.Second.Toward(p.Paper, 0.2));
                b.Path($"M-28 -24 C-10 -44 6 -20 32 -34 V-3 H-28Z", p.Third);
                break;
            case 1:
                b.Leaf(2, -14, 50, -16, p.Leaf);
                b.Leaf(4, -14, 46, 22, p.Leaf.Lighter());
                break;
            case 2:
                b.Path($"M-18 -16 V-46 L2 -62 L22 -46 V-16Z", p.Paper.Flat(0.85));
                b.Box(-2, -34, 9, 18, 1, p.Main.Darker(0.1));
                break;
            default:
                b.Path($"M2 -58 C-24 -46 -22 -14 2 -12 C26 -14 28 -46 2 -58Z", p.Paper.Flat(0.8));
                b.Disc(8, -38, 8, p.Second);
                break;
        }

        b.Line($"M-16 -86 H22 M-10 -77 H16", p.Paper.Flat(0.9), 3.4);
    }

    private static void OpenBook(Brush b)
    {
        var p = b.Palette;
        b.Shadow(0, 58, 36);
        b.Path($"M-64 -4 L-54 -40 C-34 -46 -14 -44 0 -36 C14 -44 34 -46 54 -40 L64 -4 C40 -10 16 -8 0 0 C-16 -8 -40 -10 -64 -4Z", b.Bright());
        b.Path($"M-58 -9 L-50 -42 C-32 -48 -14 -46 0 -38 V-4 C-16 -13 -38 -14 -58 -9Z", p.Paper);
        b.Path($"M58 -9 L50 -42 C32 -48 14 -46 0 -38 V-4 C16 -13 38 -14 58 -9Z", p.Paper.Darker(0.04));
        for (var line = 0; line < 4; line++)
        {
            var y = -37.0 + (line * 7);
            b.Line($"M{-42 - (line * 1.6)} {y} Q-24 {y - 3} -9 {y + 4} M9 {y + 4} Q24 {y - 3} {42 + (line * 1.6)} {y}", p.Dark.Flat(0.3), 1.8);
        }

        b.Path($"M16 -44 L24 -45 V-16 L20 -20 L16 -15Z", p.Main);
    }

    private static void PenPot(Brush b)
    {
        var p = b.Palette;
        foreach (var (x, top, turn, ink) in new[] { (-10.0, -52.0, -10.0, p.Main), (0, -62, 2, p.Second), (10, -48, 13, p.Third) })
        {
            b.Place(x, -34, 1, () =>
            {
                b.Box(-3.4, top, 6.8, -top, 1, ink);
                b.Path($"M-3.4 {top} L0 {top - 9} L3.4 {top}Z", p.Wood.Lighter(0.14));
            }, turn);
        }

        b.Shadow(0, 22, 40);
        b.Path($"M-24 -46 L-21 -3 C-21 1 21 1 21 -3 L24 -46Z", b.Bright());
        b.Gleam(-18, -40, 4, 32);
    }

    private static void FilmReel(Brush b)
    {
        var p = b.Palette;
        b.Shadow(0, 36, 44);
        b.Path($"M0 -2 C30 4 54 -8 62 -2 L62 -12 C50 -16 30 -6 0 -12Z", p.Dark.Lighter(0.1));
        b.Disc(0, -47, 45, b.Bright());
        b.Disc(0, -47, 38, p.Dark.Flat(0.18));
        for (var hole = 0; hole < 5; hole++)
        {
            var angle = hole * 2 * Math.PI / 5;
            b.Disc(Math.Sin(angle) * 23, -47 - (Math.Cos(angle) * 23), 10.5, p.Wall.Lighter(0.02));
        }

        b.Disc(0, -47, 7, p.Gold);
    }

    private static void Popcorn(Brush b)
    {
        var p = b.Palette;
        b.Shadow(0, 28, 46);
        var corn = new Ink(0.94, 0.06, 92);
        foreach (var (x, y) in new[] { (-24.0, -66.0), (-8, -72), (10, -70), (26, -66), (-16, -80), (2, -86), (18, -80), (4, -74) })
        {
            b.Disc(x, y, 9, corn);
            b.Disc(x + 6, y + 3, 6, corn.Darker(0.03));
            b.Disc(x - 1, y + 1, 3, new Ink(0.82, 0.13, 82));
        }

        b.Path($"M-36 -64 H36 L28 -2 C14 1 -14 1 -28 -2Z", p.Paper);
        foreach (var x in new[] { -27, -6, 15 })
        {
            b.Path($"M{x} -64 h11 L{(x * 0.8) + 9} -1 h-9Z", p.Main);
        }

        b.Path($"M-36 -64 L-30 -57 L-23 -64 L-16 -57 L-8 -64 L0 -57 L8 -64 L16 -57 L23 -64 L30 -57 L36 -64Z", p.Paper.Darker(0.05));
    }

    private static void GamePad(Brush b)
    {
        var p = b.Palette;
        var shell = b.Bright();
        b.Shadow(0, 46, 42);
        b.Path($"M-34 -60 C-18 -66 18 -66 34 -60 C52 -56 62 -10 50 -2 C38 4 30 -22 20 -24 H-20 C-30 -22 -38 4 -50 -2 C-62 -10 -52 -56 -34 -60Z", shell);
        b.Box(-37, -48, 8, 22, 2, p.Dark.Lighter(0.12));
        b.Box(-44, -41, 22, 8, 2, p.Dark.Lighter(0.12));
        foreach (var (x, y, ink) in new[] { (33.0, -47.0, p.Second), (42, -38, p.Third), (24, -38, p.Paper), (33, -29, p.Gold) })
        {
            b.Disc(x, y, 4.2, ink);
        }

        b.Disc(-14, -30, 8, p.Dark.Lighter(0.15));
        b.Disc(14, -30, 8, p.Dark.Lighter(0.15));
        b.Box(-7, -52, 14, 5, 2.5, p.Paper.Flat(0.7));
        b.Path($"M-42 -52 C-30 -60 -16 -60 -4 -61 C-20 -56 -36 -50 -44 -34Z", p.Paper.Flat(0.26));
    }

    private static void Postcards(Brush b)
    {
        var p = b.Palette;
        foreach (var (x, y, turn) in new[] { (-16.0, -14.0, -14.0), (18, -12, 11), (0, 0, -2) })
        {
            b.Place(x, y, 1, () =>
            {
                b.Box(-38, -52, 84, 58, 2, p.Dark.Flat(0.14));
                b.Box(-42, -56, 84, 58, 2, p.Paper);
                b.Box(-38, -52, 76, 50, 1, b.Bright().Lighter(0.12).Into(b.Bright()));
                b.Disc(b.Rnd(-20, 22), -38, 8, p.Gold);
                b.Path($"M-38 -2 V{b.Rnd(-24, -14)} Q-16 -34 0 -20 T38 -18 V-2Z", p.Leaf.Lighter(b.Rnd(-0.06, 0.08)));
            }, turn);
        }
    }

    private static void Screen(Brush b)
    {
        var p = b.Palette;
        b.Shadow(0, 34, 44);
        b.Path($"M-8 -30 H8 L12 -4 H-12Z", p.Dark.Lighter(0.2));
        b.Box(-28, -6, 56, 6, 3, p.Dark.Lighter(0.24));
        b.Box(-64, -102, 128, 76, 5, p.Dark.Lighter(0.06));
        b.Box(-60, -98, 120, 68, 2, p.Third.Lighter(0.1).Into(p.Main, Way.Lit));
        b.Path($"M-60 -44 C-30 -66 -10 -46 14 -58 S46 -66 60 -54 V-30 H-60Z", p.Second.Flat(0.8));
        b.Disc(30, -80, 9, p.Gold.Flat(0.9));
        b.Box(-52, -90, 26, 30, 2, p.Paper.Flat(0.75));
    }

    private static void BoardGame(Brush b)
    {
        var p = b.Palette;
        b.Path($"M-56 0 L-40 -22 H44 L58 0Z", p.Wood.Lighter(0.1));
        foreach (var (x, y, ink, turn) in new[] { (-24.0, -10.0, p.Paper, -8.0), (12, -6, p.Main, 10) })
        {
            b.Place(x, y, 1, () =>
            {
                b.Shadow(0, 14, 24);
                b.Box(-14, -28, 28, 28, 5, ink);
                foreach (var (dx, dy) in new[] { (-7.0, -21.0), (7, -7), (0, -14), (-7, -7), (7, -21) })
                {
                    b.Disc(dx, dy, 2.4, p.Dark.Flat());
                }
            }, turn);
        }

        foreach (var (x, ink) in new[] { (-48.0, p.Second), (42, p.Third) })
        {
            b.Place(x, 2, 1, () =>
            {
                b.Shadow(0, 9, 24);
                b.Path($"M-12 0 C-12 -8 -4 -10 -5 -26 H5 C4 -10 12 -8 12 0Z", ink);
                b.Disc(0, -32, 8.4, ink);
            });
        }
    }
}
