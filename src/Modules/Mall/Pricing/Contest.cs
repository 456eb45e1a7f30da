namespace Sward.Mall.Pricing;

/// <summary>Which of several offers of one step are applied, and in what order.</summary>
internal static class Contest
{
    /// <summary>
    /// From the highest priority down. An exclusive offer beats priority: if one takes anything at all, it is the only one, and of two the higher priority wins.
    /// </summary>
    /// <param name="takes">Whether the offer would take something of the cart as it is now.</param>
    public static IEnumerable<TOffer> Winners<TOffer>(this IEnumerable<TOffer> offers, DateTimeOffset at, Func<TOffer, bool> takes) where TOffer : Offer
    {
        var running = offers.Where(offer => offer.RunsAt(at)).OrderByDescending(offer => offer.Priority).ToList();
        return running.Find(offer => offer.IsExclusive && takes(offer)) is { } only ? [only] : running.Where(offer => !offer.IsExclusive);
    }
}
