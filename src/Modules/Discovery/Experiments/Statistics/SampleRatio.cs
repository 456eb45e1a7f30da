namespace Sward.Discovery.Experiments.Statistics;

/// <summary>Whether the groups are as large as chance makes them. When they are not, something loses people of one arm and no other figure may be believed.</summary>
internal static class SampleRatio
{
    /// <summary>Below this the groups are not what was drawn; strict, because it is looked at again and again.</summary>
    public const double Alarm = .001;

    /// <summary>How likely counts this uneven are when each arm is as likely: Pearson's chi-square test.</summary>
    public static double Chance(IReadOnlyList<int> counts)
    {
        var expected = counts.Sum() / (double)counts.Count;
        return expected > 0 ? Normal.ChiSquareAbove(counts.Sum(count => (count - expected) * (count - expected) / expected), counts.Count - 1) : 1;
    }
}
