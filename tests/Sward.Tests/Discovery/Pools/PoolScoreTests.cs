using Sward.Discovery.Pools;

namespace Sward.Tests.Discovery.Pools;

/// <summary>What deeds weigh, and when they are enough.</summary>
public sealed class PoolScoreTests
{
    [Fact]
    public void Each_deed_has_its_weight_and_a_report_is_not_hidden_besides()
    {
        Assert.Equal(18, new Deed(Liked: true, Collected: true, Commented: true, Shared: true, Followed: true).Weight);
        Assert.Equal(0, new Deed(Liked: true, Bounced: true).Weight);
        Assert.Equal(0, new Deed(Commented: true, Hid: true).Weight);
        Assert.Equal(0, new Deed(Followed: true, Hid: true, Reported: true).Weight);
    }

    [Fact]
    public void The_bound_is_the_mean_less_what_chance_may_have_given()
    {
        var score = PoolScore.Of([new Deed(Liked: true), new Deed(Liked: true, Collected: true), new Deed(Commented: true), new Deed(Bounced: true)], seen: 200);

        Assert.Equal(6 / 200.0, score.PerImpression, 12);
        Assert.Equal((6 - (1.6448536269514722 * Math.Sqrt(22))) / 200, score.Bound, 12);
    }

    [Fact]
    public void One_person_alone_is_never_enough_and_many_are()
    {
        Assert.True(PoolScore.Of([new Deed(Liked: true, Collected: true, Commented: true, Shared: true, Followed: true)], seen: 100).Bound < 0);
        Assert.True(PoolScore.Of(Enumerable.Repeat(new Deed(Liked: true), 10), seen: 100).Bound > .04);
    }

    [Theory]
    [InlineData("food", Rooms.Starter, .4)]
    [InlineData("food", 500, .7)]
    // Nobody else of the channel stands there: what the channel's new notes do is the measure.
    [InlineData("food", 3_000, .4)]
    [InlineData("travel", Rooms.Starter, .35)]
    public void The_median_is_of_the_pool_of_the_channel_else_of_the_channel_else_of_all(string channel, int room, double median)
    {
        var medians = new ChannelMedians(
        [
            .. Enumerable.Repeat(new ChannelMedians.Measured("food", Rooms.Starter, .4), 10),
            .. Enumerable.Repeat(new ChannelMedians.Measured("food", 500, .7), 10),
            .. Enumerable.Repeat(new ChannelMedians.Measured("pets", Rooms.Starter, .3), 10),
        ]);

        Assert.Equal(median, medians.Of(channel, room), 12);
    }

    [Fact]
    public void A_few_notes_have_no_median() => Assert.Equal(0, new ChannelMedians([.. Enumerable.Repeat(new ChannelMedians.Measured("food", Rooms.Starter, .4), 9)]).Of("food", Rooms.Starter));
}
