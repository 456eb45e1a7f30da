using System.Globalization;

namespace Sward.Discovery.Plots;

/// <summary>A plot of bars side by side over time, each of one or more parts one upon the other, drawn on the server. The page beside it has the same figures as a table.</summary>
/// <param name="Label">What those hear who cannot see it.</param>
/// <param name="Top">What the upper edge stands for.</param>
/// <param name="Goal">A line across, in the unit of <paramref name="Top"/>.</param>
internal sealed record Bars(string Label, IReadOnlyList<IReadOnlyList<double>> Columns, double Top, double? Goal = null)
{
    public const int Height = 160;
    private const double ColumnWidth = 10;

    public double Width => Columns.Count * ColumnWidth;

    public double HeightOf(double value) => Top > 0 ? value / Top * Height : 0;

    /// <summary>Attributes of a part: its class says which one of the column it is.</summary>
    public IEnumerable<Bar> Parts()
    {
        for (var column = 0; column < Columns.Count; column++)
        {
            var y = (double)Height;
            for (var part = 0; part < Columns[column].Count; part++)
            {
                var height = HeightOf(Columns[column][part]);
                y -= height;
                if (height > 0)
                {
                    yield return new(part, Text((column * ColumnWidth) + 1), Text(y), Text(ColumnWidth - 2), Text(height));
                }
            }
        }
    }

    public string GoalY => Text(Height - HeightOf(Goal ?? 0));

    /// <summary>A number as SVG wants it in every language.</summary>
    public static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>One part of a column.</summary>
internal readonly record struct Bar(int Part, string X, string Y, string Width, string Height);
