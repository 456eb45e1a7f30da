namespace Sward.Discovery.Experiments.Statistics;

/// <summary>What a person did less what could be foretold from what they did before the experiment: the same difference between groups with less noise.</summary>
/// <remarks>Deng, Xu, Kohavi and Walker, "Improving the sensitivity of online controlled experiments by utilizing pre-experiment data", WSDM 2013.</remarks>
internal static class Cuped
{
    /// <summary>Adjusts all groups by one slope: y − θ (x − x̄), θ = cov(x, y) / var(x) over everybody.</summary>
    public static IReadOnlyList<double>[] Adjust(IReadOnlyList<IReadOnlyList<BeforeAndAfter>> groups)
    {
        BeforeAndAfter[] everybody = [.. groups.SelectMany(group => group)];
        var (before, after) = (everybody.Select(p => p.Before).DefaultIfEmpty().Average(), everybody.Select(p => p.After).DefaultIfEmpty().Average());
        var (together, alone) = (everybody.Sum(p => (p.Before - before) * (p.After - after)), everybody.Sum(p => (p.Before - before) * (p.Before - before)));
        // Nobody was there before: nothing can be foretold.
        var slope = alone > 0 ? together / alone : 0;
        return [.. groups.Select(group => (IReadOnlyList<double>)[.. group.Select(p => p.After - (slope * (p.Before - before)))])];
    }
}

/// <summary>One figure of a person before and since they met their arm.</summary>
internal readonly record struct BeforeAndAfter(double Before, double After);
