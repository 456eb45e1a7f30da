namespace Sward.Town;

/// <summary>Marks of stores: one motif in a round field of one colour.</summary>
internal static class Emblem
{
    private const double Side = 480;

    public static Drawing Draw(string name, Dice dice)
    {
        var palette = dice.Pick([.. Palette.All.Where(palette => !palette.IsDark)]);
        var canvas = new Canvas(Side, Side);
        var motif = Motif.Named(name);
        var brush = new Brush(canvas, palette, dice, Mood.Day);
        var field = palette.Third.Darker(0.04);
        canvas.Box(0, 0, Side, Side, 0, field.Lighter(0.04).Into(field.Darker(0.05)));
        canvas.Disc(Side / 2, Side / 2, 190, palette.Paper.Flat());
        canvas.Disc(Side / 2, Side / 2, 176, palette.Wall.Lighter(0.02).Into(palette.Wall.Darker(0.03)));
        var scale = Math.Min(230 / motif.Width, 230 / motif.Height);
        brush.Place(Side / 2, (Side / 2) + (motif.Height * scale / 2), scale, () => motif.Draw(brush));
        return new Drawing(canvas.ToString(), $"店铺标志：{motif.Zh}", $"Store mark: {motif.En}");
    }
}
