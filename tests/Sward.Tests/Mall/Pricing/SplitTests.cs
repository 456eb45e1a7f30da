using System.Text.Json;
using Sward.Mall.Pricing;

namespace Sward.Tests.Mall.Pricing;

public sealed class SplitTests
{
    /// <summary>Where another suite splits differently: what we do instead, and why.</summary>
    private static readonly Dictionary<string, (long[] Ours, string Reason)> Deviations = new(StringComparer.Ordinal)
    {
        ["300 over 4300,1400,2300"] = ([161, 53, 86], "the first part gets the rest there; 161.25 rounds down, 52.5 has the largest remainder"),
        ["-300 over 4300,1400,2300"] = ([-161, -53, -86], "as above with the other sign"),
        ["-299 over 0"] = ([-299], "there a weight of zero gets nothing and the total is lost; a split here always sums to its total"),
        ["-1200 over 1000,2000,5000,3000"] = ([-109, -218, -546, -327], "the remainder is put on the first part there, whatever its exact share (109.09)"),
        ["-5 over 7,3"] = ([-4, -1], "negative totals are rounded towards minus infinity there; ours mirror the positive split"),
        ["5000 over 12000,23000,30000"] = ([923, 1769, 2308], "the remainders go to the first part there; the largest one (0.69) is the last part's"),
        ["50 over 200,150"] = ([29, 21], "floor, then the last line takes the rest there; 28.57 has the larger remainder"),
    };

    [Fact]
    public void Splits_as_other_suites_do_or_says_why_not()
    {
        foreach (var given in SharedCases.Read("proration.json"))
        {
            long[] weights = Longs(given, "weights"), expected = Longs(given, "expected");
            var total = given.GetProperty("total").GetInt64();
            var name = $"{total} over {string.Join(',', weights)}";
            var differs = given.TryGetProperty("differs", out _);

            Assert.Equal(differs, Deviations.TryGetValue(name, out var deviation));
            Assert.Equal(differs ? deviation.Ours : expected, Split.Exactly(total, weights));
        }
    }

    [Fact]
    public void Parts_sum_to_the_total_and_miss_their_exact_share_by_less_than_one()
    {
        var random = new Random(1);
        for (var round = 0; round < 5_000; round++)
        {
            var weights = Numbers(random, 1, 100_000);
            var total = random.NextInt64(-1_000_000, 1_000_000);

            var parts = Split.Exactly(total, weights);

            Assert.Equal(total, parts.Sum());
            Assert.All(parts.Zip(weights), pair => Assert.True(Math.Abs(pair.First - ((decimal)total * pair.Second / weights.Sum())) < 1));
        }
    }

    [Fact]
    public void Of_equal_remainders_the_earlier_part_is_rounded_up()
    {
        Assert.Equal([34, 33, 33], Split.Exactly(100, [1, 1, 1]));
        Assert.Equal([2, 1, 2, 1], Split.Exactly(6, [3, 2, 3, 2]));
    }

    [Fact]
    public void Capped_parts_flow_over_to_the_others()
    {
        Assert.Equal([500, 1500], Split.Capped(2000, [5000, 2000], [500, 2000]));
        Assert.Equal([1000, 100, 0, 400], Split.Capped(2000, [1000, 2000, 5000, 3000], [1000, 100, 0, 400]));
    }

    [Fact]
    public void Capped_parts_stay_within_their_caps_and_within_one_of_their_exact_share()
    {
        var random = new Random(2);
        for (var round = 0; round < 5_000; round++)
        {
            var weights = Numbers(random, 0, 1_000);
            long[] caps = [.. weights.Select(weight => random.NextInt64(0, weight + 1))];
            var total = random.NextInt64(0, weights.Sum() + 1);

            var parts = Split.Capped(total, weights, caps);

            Assert.Equal(Math.Min(total, caps.Sum()), parts.Sum());
            var exact = ExactShares(parts.Sum(), weights, caps);
            for (var i = 0; i < parts.Length; i++)
            {
                Assert.InRange(parts[i], 0, caps[i]);
                Assert.True(Math.Abs(parts[i] - exact[i]) < 1, $"part {i} is {parts[i]}, exactly it were {exact[i]}");
            }
        }
    }

    /// <summary>Water rising over cups: every part gets its weight times one level, up to its cap.</summary>
    private static decimal[] ExactShares(long total, long[] weights, long[] caps)
    {
        var shares = new decimal[weights.Length];
        decimal left = total;
        var open = Enumerable.Range(0, weights.Length).Where(i => weights[i] > 0).OrderBy(i => (decimal)caps[i] / weights[i]).ToList();
        while (open.Count > 0)
        {
            var (next, weight) = (open[0], open.Sum(i => weights[i]));
            if (left * weights[next] <= (decimal)caps[next] * weight)
            {
                open.ForEach(i => shares[i] = left * weights[i] / weight);
                break;
            }

            shares[next] = caps[next];
            left -= caps[next];
            open.RemoveAt(0);
        }

        return shares;
    }

    private static long[] Numbers(Random random, int from, int to) =>
        [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.NextInt64(from, to)).DefaultIfEmpty(1)];

    private static long[] Longs(JsonElement given, string name) => [.. given.GetProperty(name).EnumerateArray().Select(element => element.GetInt64())];
}
