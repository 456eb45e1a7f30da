using Sward.Mall.Pricing;

namespace Sward.Tests.Mall.Pricing;

public sealed class HonestPricesTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 11, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Was_is_the_lowest_price_of_the_seven_days_before() =>
        Assert.Equal(80, PriceHistory.Was([At(-60, 50), At(-30, 100), At(-5, 80), At(-2, 120)], Start));

    [Fact]
    public void A_price_raised_just_before_does_not_count() => Assert.Equal(100, PriceHistory.Was([At(-30, 100), At(-0.01, 500)], Start));

    [Fact]
    public void A_low_price_that_ended_eight_days_ago_is_forgotten() => Assert.Equal(100, PriceHistory.Was([At(-30, 50), At(-8, 100)], Start));

    [Fact]
    public void A_low_price_that_held_into_the_seven_days_counts() => Assert.Equal(50, PriceHistory.Was([At(-30, 50), At(-6.9, 100)], Start));

    [Fact]
    public void Without_a_history_there_is_no_was()
    {
        Assert.Null(PriceHistory.Was([], Start));
        Assert.Null(PriceHistory.Was([At(0, 100), At(1, 50)], Start));
    }

    [Theory]
    [InlineData(-1, 50_000_00, 1, 10, new string[0])]
    [InlineData(-1, 50_000_01, 1, 10, new[] { "prize-too-big" })]
    [InlineData(0, 100, 1, 10, new[] { "not-published-before" })]
    [InlineData(-1, 100, 0, 10, new[] { "odds-or-counts-missing" })]
    [InlineData(-1, 100, 1, 0, new[] { "odds-or-counts-missing" })]
    public void A_prize_draw_is_published_before_with_odds_and_counts_and_no_prize_above_the_limit(int publishedDays, long worth, int count, int oneIn, string[] faults) =>
        Assert.Equal(faults, new PrizeDraw(Start.AddDays(publishedDays), Start, [new Prize("Teapot", worth, count, oneIn)]).Faults());

    [Fact]
    public void Nobody_can_win_more_often_than_always() => Assert.Equal(
        ["odds-above-one"], new PrizeDraw(Start.AddDays(-1), Start, [new Prize("Cup", 100, 5, 1), new Prize("Pot", 500, 1, 1_000)]).Faults());

    private static PricePoint At(double days, long minor) => new(Start.AddDays(days), minor);
}
