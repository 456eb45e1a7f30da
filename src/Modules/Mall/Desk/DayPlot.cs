namespace Sward.Mall.Desk;

/// <summary>Amounts by day as bars, with the same figures as a table for those who cannot see them.</summary>
internal sealed record DayPlot(string Title, string Currency, IReadOnlyList<DayAmount> Days)
{
    public const int BarWidth = 10;
    public const int Height = 120;

    public int Width => Days.Count * BarWidth;

    public long MostMinor => Math.Max(1, Days.Max(day => day.Minor));

    public long HeightOf(DayAmount day) => Math.Max(0, day.Minor) * Height / MostMinor;
}

/// <summary>What came in on a day.</summary>
internal sealed record DayAmount(DateTimeOffset Day, long Minor);
