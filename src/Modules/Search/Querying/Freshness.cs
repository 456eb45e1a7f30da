namespace Sward.Search;

/// <summary>How fresh notes are at a moment, in whole days: a cursor of a minute ago still fits the ranking of now.</summary>
internal sealed class Freshness(DateTimeOffset now, SearchOptions options)
{
    private const int SecondsOfDay = 86_400;

    private static volatile Halvings? known;

    private readonly long today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).ToUnixTimeSeconds();
    private readonly double[] byDay = Halvings.Of(options.FreshnessHalfLifeDays).ByDay;

    /// <summary>1 for today's and the day before, half of it for each half-life.</summary>
    public double Of(in NoteMarks note) => byDay[Math.Clamp((today - note.PublishedAt.Seconds) / SecondsOfDay, 0, byDay.Length - 1)];

    /// <summary>Powers of a half, computed once: they are asked for with every note that comes near.</summary>
    private sealed record Halvings(int HalfLifeDays, double[] ByDay)
    {
        /// <summary>After so many half-lives nothing is left to tell apart.</summary>
        private const int Reach = 20;

        public static Halvings Of(int halfLifeDays) => known is { } table && table.HalfLifeDays == halfLifeDays
            ? table
            : known = new(halfLifeDays, [.. Enumerable.Range(0, (halfLifeDays * Reach) + 1).Select(day => Math.Pow(2, -(double)day / halfLifeDays))]);
    }
}
