using Sward.Contracts.Town;

namespace Sward.Town;

/// <summary>Who follows whom, and who likes and collects what: few are famous, most are known to some.</summary>
internal static class Ties
{
    public static IReadOnlyList<TownFollow> Follow(Site site, IReadOnlyList<Settler> settlers)
    {
        var dice = site.Dice.For("follows");
        var fame = dice.Shuffle(settlers)
            .OrderByDescending(settler => settler.Text.Notes.Count + dice.Between(0, 8))
            .Select((settler, rank) => (settler.Id, Fame: 1 / Math.Pow(rank + 2, 0.8)))
            .ToDictionary(pair => pair.Id, pair => pair.Fame);
        return
        [
            .. settlers
                .SelectMany(follower => dice
                    .Draw(settlers.Where(other => other != follower), dice.Between(4, 24), other => fame[other.Id] * Likeness(follower, other))
                    .Select(other => new TownFollow(follower.Id, other.Id, Between(dice, Later(follower.Card.JoinedAt, other.Card.JoinedAt), site.Today))))
                .OrderBy(follow => follow.At),
        ];
    }

    public static IReadOnlyList<TownReaction> React(Site site, IReadOnlyList<Settler> settlers, IReadOnlyList<Page> diary)
    {
        var dice = site.Dice.For("reactions");
        return
        [
            .. dice.Shuffle(diary)
                .OrderByDescending(page => page.Author.Text.Notes.Count + (5 * page.Text.Remarks.Count) + dice.Between(0, 40))
                .SelectMany((page, rank) =>
                {
                    var likes = dice.Between(0.7, 1.3) * 60 * Math.Pow(rank + 1, -0.42);
                    var collects = likes * (page.Card.Channel is "food" or "travel" or "study" or "home" ? dice.Between(0.4, 1.1) : dice.Between(0.1, 0.5));
                    return React(site, dice, settlers, page, "like", (int)likes).Concat(React(site, dice, settlers, page, "collect", (int)collects));
                })
                .OrderBy(reaction => reaction.At),
        ];
    }

    private static IEnumerable<TownReaction> React(Site site, Dice dice, IReadOnlyList<Settler> settlers, Page page, string kind, int count) => dice
        .Draw(settlers.Where(settler => settler != page.Author), count, settler => settler.DrawnTo(page.Author.Card.Language, page.Card.Channel))
        .Select(settler => new TownReaction(kind, page.Card.Id, settler.Id, Soon(dice, Later(page.Card.PublishedAt, settler.Card.JoinedAt), site.Today)));

    private static double Likeness(Settler one, Settler other) =>
        (one.Speaks(other.Card.Language) ? 1 : 0.15) * (1 + (2 * one.Card.Interests.Intersect(other.Card.Interests, StringComparer.Ordinal).Count()));

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Between(Dice dice, DateTimeOffset from, DateTimeOffset to) => from + ((to - from) * dice.Between(0.001, 0.999));

    /// <summary>Most react within a day or two.</summary>
    private static DateTimeOffset Soon(Dice dice, DateTimeOffset from, DateTimeOffset to) => from + ((to - from) * Math.Pow(dice.Between(0.001, 0.999), 3));
}
