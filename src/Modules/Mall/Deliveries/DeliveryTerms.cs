using System.ComponentModel.DataAnnotations;

namespace Sward.Mall.Deliveries;

/// <summary>When a store delivers goods that are too large for a parcel box, and whether it installs them.</summary>
/// <param name="EarliestDays">Days from the order to the first day of delivery.</param>
/// <param name="Weekdays">On which days of the week; in the site's time zone.</param>
/// <param name="Installs">Whether it installs them for whoever wants it. The price includes that: who does without pays the same.</param>
internal sealed record DeliveryTerms(
    [property: Range(0, DeliveryTerms.MostDays)] int EarliestDays, [property: Required, MinLength(1), MaxLength(7)] IReadOnlyList<DayOfWeek> Weekdays, bool Installs = false)
{
    public const int MostDays = 180;

    /// <summary>The days of the week as people plan them.</summary>
    public static readonly IReadOnlyList<DayOfWeek> Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>What a form begins with.</summary>
    public static readonly DeliveryTerms Usual = new(3, [.. Week.Take(5)]);

    /// <summary>The days that a buyer may choose from.</summary>
    /// <param name="horizonDays">Over how many days, from the first, somebody can plan.</param>
    public IReadOnlyList<DateOnly> DaysFrom(DateOnly today, int horizonDays) =>
        [.. Enumerable.Range(EarliestDays, horizonDays).Select(today.AddDays).Where(day => Weekdays.Contains(day.DayOfWeek))];
}
