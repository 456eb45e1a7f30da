using Sward.Discovery.Experiments.Drafting;
using Sward.Discovery.Experiments.Statistics;

namespace Sward.Tests.Discovery.Experiments;

/// <summary>The statistics of experiments beside tables, cases worked out by hand, and simulations whose truth is known.</summary>
public sealed class StatisticsTests
{
    [Theory]
    [InlineData(1.959963984540054, .05)]
    [InlineData(2.5758293035489004, .01)]
    [InlineData(.6744897501960817, .5)]
    [InlineData(3.2905267314918945, .001)]
    [InlineData(0, 1)]
    public void Quantiles_of_the_normal_distribution_are_those_of_the_tables(double z, double chance) => Assert.Equal(chance, Normal.TwoSided(z), 1e-9);

    [Theory]
    [InlineData(5.991464547107979, 2, .05)]
    [InlineData(7.814727903251178, 3, .05)]
    [InlineData(.10258658877510106, 2, .95)]
    [InlineData(18.46682695290317, 4, .001)]
    public void Quantiles_of_chi_square_are_those_of_the_tables(double value, int degrees, double chance) => Assert.Equal(chance, Normal.ChiSquareAbove(value, degrees), 1e-9);

    [Fact]
    public void A_difference_worked_out_by_hand()
    {
        // Means 2 and 5; variances 1 and 4; error √(1/3 + 4/3).
        var difference = Difference.Between([1, 2, 3], [3, 5, 7]);

        Assert.Equal((3, 1.2909944487358056), (difference.Mean, difference.Error));
        Assert.Equal(3 - (1.959963984540054 * 1.2909944487358056), difference.Low, 1e-12);
        Assert.Equal(1, Difference.Between([2, 2], [2, 2]).Chance);
    }

    [Fact]
    public void The_interval_covers_the_truth_nineteen_times_of_twenty()
    {
        const int Runs = 2_000;
        const double Truth = .3;
        var (dice, covered) = (new Random(11), 0);
        for (var run = 0; run < Runs; run++)
        {
            // Counts are far from normal: most people do nothing.
            double[] control = [.. Enumerable.Range(0, 200).Select(_ => Exponential(dice, 1))];
            double[] arm = [.. Enumerable.Range(0, 300).Select(_ => Exponential(dice, 1 + Truth))];
            var difference = Difference.Between(control, arm);
            covered += difference.Low <= Truth && Truth <= difference.High ? 1 : 0;
        }

        // Three standard errors of a share of .95 in 2,000 runs are .015.
        Assert.InRange(covered / (double)Runs, .935, .965);
    }

    [Fact]
    public void An_experiment_without_effect_alarms_one_time_of_twenty()
    {
        const int Runs = 2_000;
        var (dice, alarms) = (new Random(12), 0);
        for (var run = 0; run < Runs; run++)
        {
            double[] one = [.. Enumerable.Range(0, 200).Select(_ => Exponential(dice, 1))];
            double[] other = [.. Enumerable.Range(0, 200).Select(_ => Exponential(dice, 1))];
            alarms += Difference.Between(one, other).Chance < .05 ? 1 : 0;
        }

        Assert.InRange(alarms / (double)Runs, .035, .065);
    }

    [Fact]
    public void What_people_did_before_takes_noise_away_and_leaves_the_difference()
    {
        // Correlation of before and after is 3/√10, so that the variance that stays is 1 − 9/10.
        const double Truth = .5;
        var dice = new Random(13);
        BeforeAndAfter[] control = [.. Enumerable.Range(0, 5_000).Select(_ => One(0))];
        BeforeAndAfter[] arm = [.. Enumerable.Range(0, 5_000).Select(_ => One(Truth))];

        var plain = Difference.Between([.. control.Select(p => p.After)], [.. arm.Select(p => p.After)]);
        var adjusted = Cuped.Adjust([control, arm]);
        var less = Difference.Between(adjusted[0], adjusted[1]);

        Assert.InRange(Math.Pow(less.Error / plain.Error, 2), .09, .12);
        Assert.InRange(Truth, less.Low, less.High);

        BeforeAndAfter One(double effect)
        {
            var habit = Gaussian(dice);
            return new(habit, (3 * habit) + Gaussian(dice) + effect);
        }
    }

    [Fact]
    public void People_who_were_not_there_before_are_compared_as_they_are()
    {
        var adjusted = Cuped.Adjust([[new(0, 1), new(0, 3)], [new(0, 5)]]);

        Assert.Equal([1, 3], adjusted[0]);
        Assert.Equal([5], adjusted[1]);
    }

    [Fact]
    public void Groups_of_unlike_size_are_noticed()
    {
        // χ² = (10² + 10²) / 1000 = .2, and 100² · 2 / 1000 = 20.
        Assert.Equal(.6547208460185769, SampleRatio.Chance([990, 1_010]), 1e-9);
        Assert.True(SampleRatio.Chance([900, 1_100]) < SampleRatio.Alarm);
        Assert.Equal(1, SampleRatio.Chance([0, 0]));
    }

    [Fact]
    public void A_list_of_two_orders_is_fair_and_holds_each_note_once()
    {
        var (dice, firstOfSecond) = (new Random(14), 0);
        int[] first = [1, 2, 3, 4, 5, 6], second = [6, 5, 4, 3, 2, 1];
        for (var run = 0; run < 1_000; run++)
        {
            var list = TeamDraft.Interleave(first, second, 6, dice);
            Assert.Equal(first, list.Select(card => card.Item).Order());
            Assert.Equal(3, list.Count(card => card.Team is DraftTeam.Second));
            // In each pair of places both have one.
            Assert.All(list.Chunk(2), pair => Assert.NotEqual(pair[0].Team, pair[1].Team));
            firstOfSecond += list[0].Team is DraftTeam.Second ? 1 : 0;
        }

        Assert.InRange(firstOfSecond, 450, 550);
    }

    [Fact]
    public void Two_orders_that_agree_make_that_order()
    {
        Assert.Equal([1, 2, 3], TeamDraft.Interleave([1, 2, 3], [1, 2, 3], 3, new Random(1)).Select(card => card.Item));
        Assert.Equal([1, 2], TeamDraft.Interleave([1, 2], [], 5, new Random(1)).Select(card => card.Item));
    }

    [Fact]
    public void A_preference_is_as_sure_as_tosses_of_a_coin()
    {
        // 1 or fewer of 10: 2 · (1 + 10) / 1024.
        Assert.Equal(22 / 1024.0, SignTest.Chance(9, 1), 1e-12);
        Assert.Equal(1, SignTest.Chance(5, 5));
        Assert.Equal(1, SignTest.Chance(0, 0));
        // √3 standard deviations of a coin tossed 30,000 times: .0833 on both sides.
        Assert.Equal(.0833, SignTest.Chance(15_150, 14_850), .001);
    }

    private static double Exponential(Random dice, double mean) => -mean * Math.Log(1 - dice.NextDouble());

    private static double Gaussian(Random dice) => Math.Sqrt(-2 * Math.Log(1 - dice.NextDouble())) * Math.Cos(2 * Math.PI * dice.NextDouble());
}
