using Sward.Contracts.Town;

namespace Sward.Town;

/// <summary>Makes the demo town: the same for one seed and day, always up to date, and told by texts and drawings of its own.</summary>
public static class TownGenerator
{
    /// <summary>Grows a town whose last 90 days end at the start of the day of <paramref name="now"/> (UTC).</summary>
    /// <param name="seed">Another seed gives the same people another order of life.</param>
    /// <param name="newPassword">Asked once for each of the three sign-ins that are printed: a reader who writes, a merchant, an operator.</param>
    public static DemoTown Generate(Ids ids, DateTimeOffset now, int seed, Func<string> newPassword)
    {
        var site = new Site(new Dice(seed), new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero), ids);
        var gallery = new Gallery(site);

        var settlers = Settling.Settle(site, gallery, newPassword);
        var market = Market.Open(site, gallery, settlers);
        var diary = Diary.Write(site, gallery, settlers, market);
        var orders = Trade.Grow(site, settlers, market, diary);
        var comments = Conversation.Hold(site, settlers, diary);
        var follows = Ties.Follow(site, settlers);
        var reactions = Ties.React(site, settlers, diary);

        return new DemoTown(
            [.. settlers.Select(settler => settler.Card)], gallery.Pictures, gallery.TextCovers, market.Stores, [.. market.Stalls.Select(stall => stall.Card)],
            [.. diary.Select(page => page.Card)], comments, follows, reactions, orders);
    }
}
