using Sward.Discovery.Experiments.Statistics;

namespace Sward.Discovery.Experiments.Reporting;

/// <summary>What came of an experiment so far.</summary>
/// <param name="SampleChance">How likely groups this uneven are; see <see cref="SampleRatio"/>.</param>
internal sealed record ExperimentReport(IReadOnlyList<ArmSize> Arms, double SampleChance, IReadOnlyList<FigureReport> Figures)
{
    /// <summary>Where two orders drafted; null elsewhere.</summary>
    public Preference? Preference { get; init; }

    public bool IsUneven => SampleChance < SampleRatio.Alarm;
}

/// <summary>How many people met an arm.</summary>
internal sealed record ArmSize(string Arm, int People);

/// <summary>How many people opened more of what one order picked for them than of what the other did.</summary>
/// <param name="First">Of the order that serves everybody.</param>
internal sealed record Preference(int First, int Second, int Neither)
{
    public double Chance => SignTest.Chance(First, Second);
}

/// <summary>One figure per person, of one arm beside the first.</summary>
/// <param name="Control">Mean of the first arm.</param>
/// <param name="Plain">The difference as it is.</param>
/// <param name="Adjusted">The same less what people's habits foretold; see <see cref="Cuped"/>.</param>
/// <param name="Before">The difference in the two weeks before, when there was nothing to differ by: the pre-A/A check.</param>
internal sealed record FigureReport(string Figure, string Arm, double Control, Difference Plain, Difference Adjusted, Difference Before)
{
    private const double Suspicious = .01;

    /// <summary>The groups differed before anything was done to them.</summary>
    public bool DifferedBefore => Before.Chance < Suspicious;
}
