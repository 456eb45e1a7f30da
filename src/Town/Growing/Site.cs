namespace Sward.Town;

/// <summary>Where the town is built: its dice, its last midnight and its source of ids.</summary>
internal sealed record Site(Dice Dice, DateTimeOffset Today, Ids Ids)
{
    // Hours of a day in Shanghai by how much is going on in them.
    private static readonly double[] Bustle = [3, 1, 0.4, 0.2, 0.2, 0.5, 2, 5, 7, 5, 5, 6, 9, 7, 5, 5, 5, 6, 8, 9, 11, 13, 12, 7];
    private static readonly int[] Hours = [.. Enumerable.Range(0, 24)];

    /// <summary>A lively moment of the day that lies so many days before today.</summary>
    public DateTimeOffset Moment(Dice dice, double daysAgo)
    {
        var hour = dice.Pick(Hours, each => Bustle[(each + 8) % 24]);
        var moment = Today.AddDays(-Math.Max(1, Math.Ceiling(daysAgo))).AddHours(hour);
        return moment.AddSeconds(dice.Between(0, 3599));
    }
}
