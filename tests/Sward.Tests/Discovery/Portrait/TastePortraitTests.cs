using Sward.Discovery;
using Sward.Discovery.Learning.Acting;
using Sward.Discovery.Portrait;

namespace Sward.Tests.Discovery.Portrait;

public sealed class TastePortraitTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly InterestKey Food = new(InterestKind.Channel, "food");
    private static readonly InterestKey Tea = new(InterestKind.Topic, "tea");

    [Fact]
    public void Interests_follow_from_what_somebody_did_strongest_first()
    {
        var portrait = Draw([Liked(1), Collected(2), Liked(3)], []);

        // Note 1 is food and tea, 2 is food, 3 is travel: food 1 + 2, tea 1, travel 1.
        Assert.Equal([("food", 3f), ("travel", 1f), ("tea", 1f)], portrait.Interests.Select(interest => (interest.Key.Name, interest.Weight)));
        Assert.Equal([1, 2], portrait.Interests[0].NoteIds);
    }

    [Fact]
    public void A_removed_interest_takes_its_notes_out_of_the_seeds_and_stays_to_be_restored()
    {
        var portrait = Draw([Liked(1), Collected(2), Liked(3)], new() { [Food] = InterestTurn.Never });

        Assert.Equal([0f, 0f, 1f], portrait.Seeds.Select(seed => seed.Weight));
        Assert.Equal((0f, InterestTurn.Never), portrait.Interests.Where(interest => interest.Key == Food).Select(interest => (interest.Weight, interest.Turn)).Single());
        Assert.DoesNotContain(portrait.Liked, interest => interest.Key == Food);
    }

    [Fact]
    public void More_doubles_and_less_quarters()
    {
        var portrait = Draw([Liked(1), Collected(2), Liked(3)], new() { [new(InterestKind.Topic, "TEA")] = InterestTurn.More, [Food] = InterestTurn.Less });

        // Tea: twice one like and the four of a choice. Note 1 is about both.
        Assert.Equal([("tea", 10f), ("travel", 1f), ("food", .75f)], portrait.Interests.Select(interest => (interest.Key.Name.ToLowerInvariant(), interest.Weight)));
        Assert.Equal([.5f, .5f, 1f], portrait.Seeds.Select(seed => seed.Weight));
    }

    [Fact]
    public void A_bounce_lowers_its_topic_and_three_tire_of_it_until_it_is_turned_up_or_a_day_has_passed()
    {
        Assert.Equal(.8f, Draw([Liked(1), Bounced(11)], []).Interests.Single(interest => interest.Key == Tea).Weight, tolerance: .001);
        Assert.Empty(Draw([Bounced(11), Bounced(21)], []).Tired);
        Assert.Empty(Draw([Liked(1), Bounced(11), Bounced(21), Bounced(31)], []).Tired);
        NoteAction[] thrice = [Bounced(11), Bounced(21), Bounced(31)];

        Assert.Equal([Tea], Draw(thrice, []).Tired);
        Assert.True(Draw(thrice, []).Interests.Single(interest => interest.Key == Tea).IsTired);
        Assert.Empty(Draw(thrice, new() { [Tea] = InterestTurn.More }).Tired);
        Assert.Empty(TastePortrait.Of(thrice, new Dictionary<InterestKey, InterestTurn>(), Find, Now + Fatigue.Lasting).Tired);
    }

    [Fact]
    public void Who_chose_and_did_nothing_has_a_portrait()
    {
        var portrait = Draw([], new() { [Tea] = InterestTurn.More });

        Assert.Equal([Tea], portrait.Liked.Select(interest => interest.Key));
        Assert.Empty(portrait.Seeds);
    }

    private static TastePortrait Draw(NoteAction[] actions, Dictionary<InterestKey, InterestTurn> wishes) => TastePortrait.Of(actions, wishes, Find, Now);

    private static NoteAction Liked(long noteId) => new() { AccountId = 9, NoteId = noteId, Liked = true };

    private static NoteAction Bounced(long noteId) => new() { AccountId = 9, NoteId = noteId, Bounces = 1, At = Now };

    private static NoteAction Collected(long noteId) => new() { AccountId = 9, NoteId = noteId, Collected = true };

    private static FeedNote Find(long noteId) => new()
    {
        Id = noteId,
        AuthorId = 8,
        Channel = noteId is 3 ? "travel" : "food",
        Visibility = "public",
        Topics = noteId % 10 is 1 ? ["tea"] : [],
        ProductIds = [],
        Categories = [],
        PublishedAt = DateTimeOffset.UnixEpoch,
    };
}
