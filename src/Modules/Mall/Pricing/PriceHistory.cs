namespace Sward.Mall.Pricing;

/// <summary>From this instant on, a variant cost so much.</summary>
internal readonly record struct PricePoint(DateTimeOffset From, long Minor);

/// <summary>The honest "was" price: computed, never typed in.</summary>
internal static class PriceHistory
{
    public static readonly TimeSpan LookedBack = TimeSpan.FromDays(7);

    /// <summary>
    /// The lowest price of the seven days before an offer begins (mall.md 1); null when nothing was known then. A price that was set long before counts as long as it held.
    /// </summary>
    /// <param name="points">In the order of time.</param>
    public static long? Was(IReadOnlyList<PricePoint> points, DateTimeOffset offerStart)
    {
        var lowest = long.MaxValue;
        for (var i = 0; i < points.Count && points[i].From < offerStart; i++)
        {
            var heldUntil = i + 1 < points.Count ? points[i + 1].From : DateTimeOffset.MaxValue;
            if (heldUntil > offerStart - LookedBack)
            {
                lowest = Math.Min(lowest, points[i].Minor);
            }
        }

        return lowest == long.MaxValue ? null : lowest;
    }
}
