namespace Sward.Search;

/// <summary>How fresh notes are at a moment, in whole days: a cursor of a minute ago still fits the ranking of now.</summary>
internal sealed class Freshness(DateTimeOffset now, SearchOptions options)
{
    private readonly long today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).ToUnixTimeSeconds();
    private readonly double halfLife = TimeSpan.FromDays(options.FreshnessHalfLifeDays).TotalSeconds;

    /// <summary>1 for today's, half of it for each half-life.</summary>
    public double Of(in NoteMarks note) => Math.Pow(2, -Math.Max(0, (today - note.PublishedAt.Seconds) / halfLife));
}
