using System.Globalization;

namespace Sward.Ui;

/// <summary>Turns a row of figures into the points of a small line, 100 wide and 28 high.</summary>
public static class Sparkline
{
    public static string Points(IReadOnlyList<double> values)
    {
        var low = values.Min();
        var span = Math.Max(values.Max() - low, double.Epsilon);
        var step = 100.0 / (values.Count - 1);
        return string.Join(' ', values.Select((value, i) =>
            string.Create(CultureInfo.InvariantCulture, $"{i * step:0.#},{26 - ((value - low) / span * 24):0.#}")));
    }
}
