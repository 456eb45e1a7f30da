namespace Sward.Mall.Settlements;

/// <summary>Calendar months in the site's zone: the periods of statements.</summary>
internal sealed class Months(TimeZoneInfo zone)
{
    /// <summary>The beginning of the month of a moment, and of the month after it.</summary>
    public (DateTimeOffset From, DateTimeOffset Until) Of(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var first = new DateTime(local.Year, local.Month, 1, 0, 0, 0, DateTimeKind.Unspecified);
        return (Utc(first), Utc(first.AddMonths(1)));
    }

    private DateTimeOffset Utc(DateTime local) => new(TimeZoneInfo.ConvertTimeToUtc(local, zone), TimeSpan.Zero);
}
