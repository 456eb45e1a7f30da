namespace Sward.Discovery.Plots;

/// <summary>A growing count over time as a line, with moments marked upon it.</summary>
/// <param name="Label">What those hear who cannot see it.</param>
/// <param name="Points">The count from each moment on, in order of time.</param>
/// <param name="Marks">Moments that are marked.</param>
internal sealed record Climb(string Label, IReadOnlyList<(DateTimeOffset At, long Count)> Points, IReadOnlyList<DateTimeOffset> Marks)
{
    public const int Width = 600;
    public const int Height = 160;

    /// <summary>Keeps the line and its marks off the edges.</summary>
    private const int Margin = 6;

    public DateTimeOffset From => Points[0].At;

    public DateTimeOffset To => Points[^1].At;

    public long Top => Math.Max(1, Points[^1].Count);

    public string Line => string.Join(' ', Points.Select(point => $"{XOf(point.At)},{YOf(point.Count)}"));

    /// <summary>The line and the ground below it.</summary>
    public string Area => $"{XOf(From)},{Height} {Line} {XOf(To)},{Height}";

    public IEnumerable<(string X, string Y)> Dots => Marks.Select(at => (XOf(at), YOf(CountAt(at))));

    /// <summary>The count at a moment, on the line between its neighbours.</summary>
    private double CountAt(DateTimeOffset at)
    {
        var next = Points.TakeWhile(point => point.At < at).Count();
        if (next == 0 || next == Points.Count)
        {
            return Points[Math.Min(next, Points.Count - 1)].Count;
        }

        var (before, after) = (Points[next - 1], Points[next]);
        return before.Count + ((after.Count - before.Count) * ((at - before.At) / (after.At - before.At)));
    }

    private string XOf(DateTimeOffset at) => Bars.Text(To > From ? Margin + ((Width - (2 * Margin)) * Math.Clamp((at - From) / (To - From), 0, 1)) : Margin);

    private string YOf(double count) => Bars.Text(Height - Margin - ((Height - (2 * Margin)) * count / Top));
}
