namespace Sward.Town;

/// <summary>The outline of a picture; all are 1080 pixels wide.</summary>
internal enum Shape
{
    Portrait,
    Square,
    Landscape,
}

/// <summary>Puts motifs together into a picture: something behind, something beside, light from one side.</summary>
internal static class Scene
{
    private const double Wide = 1080;

    /// <summary>Most pictures are upright; what is flat looks lost in those.</summary>
    public static Shape Suiting(string spec, Dice dice)
    {
        var motif = Motif.Named(spec.Split(':')[0]);
        return motif.Setting != Setting.View && motif.Height < motif.Width * 0.56
            ? dice.Pick([Shape.Square, Shape.Square, Shape.Landscape])
            : dice.Pick([Shape.Portrait, Shape.Portrait, Shape.Portrait, Shape.Square, Shape.Landscape]);
    }

    /// <summary>The picture of a note.</summary>
    /// <param name="spec">A motif's name, with a mood if the text asks for one: <c>window:rain</c>.</param>
    public static Drawing Draw(string spec, Shape shape, Dice dice)
    {
        var parts = spec.Split(':');
        var motif = Motif.Named(parts[0]);
        var mood = parts.Length > 1 ? Enum.Parse<Mood>(parts[1], ignoreCase: true) : dice.Chance(0.3) ? Mood.Dusk : Mood.Day;
        return motif.Setting == Setting.View ? View(motif, shape, mood, dice) : Still(motif, shape, mood, dice);
    }

    /// <summary>A still life around one motif.</summary>
    public static Drawing Still(string name, Shape shape, Dice dice) => Still(Motif.Named(name), shape, Mood.Day, dice);

    /// <summary>A product alone on a plain ground.</summary>
    public static Drawing Product(string name, Dice dice)
    {
        var motif = Motif.Named(name);
        var palette = dice.Pick([.. Palette.All.Where(palette => !palette.IsDark)]);
        var canvas = new Canvas(Wide, Wide);
        var ground = new Ink(0.965, 0.012, palette.Wall.H + dice.Between(-20, 20));
        canvas.Box(0, 0, Wide, Wide, 0, ground.Lighter(0.02).Into(ground.Darker(0.035)));
        canvas.Oval(Wide / 2, 850, 470, 120, ground.Darker(0.05).Into(ground, Way.Round, 0.9, 0));
        var brush = new Brush(canvas, palette, dice, Mood.Day);
        var scale = Math.Min(680 / motif.Width, 660 / motif.Height) * dice.Between(0.92, 1);
        brush.Place(Wide / 2, (Wide / 2) + (motif.Height * scale / 2), scale, () => motif.Draw(brush), mirrored: dice.Chance(0.5));
        return new Drawing(canvas.ToString(), $"素色背景上的{motif.Zh}，{palette.Zh}色系", $"{Article(motif.En)} on a plain ground, in {palette.En} tones");
    }

    private static Drawing View(Motif motif, Shape shape, Mood mood, Dice dice)
    {
        var palette = Fitting(mood, dice);
        var canvas = new Canvas(Wide, HeightOf(shape));
        var brush = new Brush(canvas, palette, dice, mood);
        var mirrored = dice.Chance(0.5);
        canvas.Place(mirrored ? Wide : 0, 0, mirrored ? -1 : 1, 1, 0, () => motif.Draw(brush));
        return new Drawing(canvas.ToString(), $"{When(mood).Zh}{motif.Zh}，{palette.Zh}色调的插画", $"Illustration in {palette.En} tones: {motif.En} {When(mood).En}");
    }

    private static Drawing Still(Motif motif, Shape shape, Mood mood, Dice dice)
    {
        var palette = Fitting(mood, dice);
        var canvas = new Canvas(Wide, HeightOf(shape));
        var brush = new Brush(canvas, palette, dice, mood);
        var props = Props(motif, dice);
        var mirrored = dice.Chance(0.5);
        canvas.Place(mirrored ? Wide : 0, 0, mirrored ? -1 : 1, 1, 0, () =>
        {
            var floor = Backdrop.Paint(brush, motif.Setting);
            var room = floor - (canvas.Height * 0.1);
            var scale = Math.Min(Wide * (motif.Setting == Setting.Floor ? 0.76 : motif.Height < motif.Width * 0.6 ? 0.72 : 0.6) / motif.Width, room * 0.74 / motif.Height);
            var middle = Wide * dice.Between(0.44, 0.5);
            var half = motif.Width * scale / 2;
            foreach (var (prop, index) in props.Select((prop, index) => (prop, index)))
            {
                var size = Wide * dice.Between(0.17, 0.23) / Math.Max(prop.Width, prop.Height * 0.62);
                var x = index == 0 ? middle + half + (prop.Width * size * 0.22) : middle - half - (prop.Width * size * 0.1);
                brush.Place(Math.Clamp(x, 120, Wide - 120), floor - (canvas.Height * dice.Between(0.035, 0.06)), size, () => prop.Draw(brush));
            }

            brush.Place(middle, floor + (canvas.Height * 0.03), scale, () => motif.Draw(brush));
        });
        var beside = props.Count == 0 ? ("", "") : ($"，旁边是{string.Join("和", props.Select(prop => prop.Zh))}", $" with {string.Join(" and ", props.Select(prop => Article(prop.En)))} beside it");
        return new Drawing(canvas.ToString(), $"{palette.Zh}色调的静物画：{motif.Zh}{beside.Item1}", $"Still life in {palette.En} tones: {Article(motif.En)}{beside.Item2}");
    }

    private static IReadOnlyList<Motif> Props(Motif hero, Dice dice)
    {
        string[] names = hero.Setting switch
        {
            Setting.Kitchen => ["lemon", "mug", "sprig", "jar", "candle", "apple", "carafe"],
            Setting.Vanity => ["sprig", "pebbles", "candle", "bud", "soap"],
            Setting.Desk => ["mug", "cactus", "books", "penpot", "candle"],
            Setting.Room => ["plant", "books", "candle", "sprig", "mug"],
            _ => ["plant", "cactus", "books"],
        };
        return [.. dice.Shuffle(names).Where(name => !string.Equals(name, hero.Name, StringComparison.Ordinal)).Take(dice.Pick([0, 1, 1, 1, 2])).Select(Motif.Named)];
    }

    private static Palette Fitting(Mood mood, Dice dice) =>
        dice.Pick([.. Palette.All.Where(palette => mood == Mood.Night ? palette.IsDark : mood == Mood.Dusk || !palette.IsDark)]);

    private static double HeightOf(Shape shape) => shape switch
    {
        Shape.Portrait => 1440,
        Shape.Square => Wide,
        _ => 810,
    };

    private static (string Zh, string En) When(Mood mood) => mood switch
    {
        Mood.Dusk => ("傍晚的", "at dusk"),
        Mood.Night => ("夜里的", "at night"),
        Mood.Rain => ("雨中的", "in the rain"),
        Mood.Snow => ("雪中的", "in the snow"),
        _ => ("白天的", "by day"),
    };

    private static string Article(string noun) => noun.Split(' ')[0] is var first && (first.EndsWith('s') || first is "two" or "three") ? noun : $"{("aeiou".Contains(first[0], StringComparison.Ordinal) ? "an" : "a")} {noun}";
}
