using System.Globalization;
using Sward.Discovery.Experiments.Reporting;

namespace Sward.Discovery.Experiments.Desk;

/// <summary>Differences with their 95 % intervals as bars around nought, in percent of the control; all of one plot have the same scale.</summary>
internal sealed record IntervalPlot(IReadOnlyList<FigureReport> Figures)
{
    private const double Width = 300;
    private const double LeastPercent = 5;

    /// <summary>What the edges of the plot stand for.</summary>
    public double EdgePercent => Figures.Select(figure => Math.Max(Math.Abs(PercentOf(figure, figure.Adjusted.Low)), Math.Abs(PercentOf(figure, figure.Adjusted.High))))
        .Where(double.IsFinite).Append(LeastPercent).Max();

    /// <summary>Of the control's mean.</summary>
    public static double PercentOf(FigureReport figure, double difference) => figure.Control > 0 ? 100 * difference / figure.Control : 0;

    /// <summary>Where a difference stands, from the left edge.</summary>
    public string PlaceOf(FigureReport figure, double difference) =>
        (Width / 2 * (1 + (PercentOf(figure, difference) / EdgePercent))).ToString("0.#", CultureInfo.InvariantCulture);

    public string WidthOf(FigureReport figure) =>
        Math.Max(1, Width / 2 * (PercentOf(figure, figure.Adjusted.High) - PercentOf(figure, figure.Adjusted.Low)) / EdgePercent).ToString("0.#", CultureInfo.InvariantCulture);
}
