namespace Sward.Discovery.Experiments.Statistics;

/// <summary>How far the mean of one group lies above that of another, in the unit of the figure.</summary>
/// <param name="Error">Standard error of the difference.</param>
internal readonly record struct Difference(double Mean, double Error)
{
    /// <summary>Ends of the 95 % interval.</summary>
    public double Low => Mean - (Normal.Quantile95 * Error);

    public double High => Mean + (Normal.Quantile95 * Error);

    /// <summary>How likely a difference of this size is when there is none.</summary>
    public double Chance => Error > 0 ? Normal.TwoSided(Mean / Error) : 1;

    /// <summary>Of unequal variances (Welch); groups are large, so the normal distribution serves.</summary>
    public static Difference Between(IReadOnlyList<double> control, IReadOnlyList<double> arm)
    {
        var (ours, theirs) = (Sample.Of(arm), Sample.Of(control));
        return new(ours.Mean - theirs.Mean, Math.Sqrt((ours.Variance / ours.Count) + (theirs.Variance / theirs.Count)));
    }
}

/// <summary>Mean and variance (n − 1) of some figures.</summary>
internal readonly record struct Sample(int Count, double Mean, double Variance)
{
    public static Sample Of(IReadOnlyList<double> values)
    {
        var mean = values.Count > 0 ? values.Average() : 0;
        return new(values.Count, mean, values.Count > 1 ? values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1) : 0);
    }
}
