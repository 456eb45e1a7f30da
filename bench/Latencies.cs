using System.Diagnostics;

namespace Sward.Bench;

/// <summary>Times of the single calls of one kind, in milliseconds.</summary>
internal sealed class Latencies(IEnumerable<double> times)
{
    private readonly double[] sorted = [.. times.Order()];

    public double Mean => sorted.Average();

    public double P50 => At(.5);

    public double P95 => At(.95);

    public double P99 => At(.99);

    /// <summary>Calls one after the other on this thread.</summary>
    public static Latencies Of<T>(IEnumerable<T> inputs, Action<T> call) => new(inputs.Select(input =>
    {
        var started = Stopwatch.GetTimestamp();
        call(input);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }));

    /// <summary>Of two runs as if they were one.</summary>
    public Latencies With(Latencies other) => new([.. sorted, .. other.sorted]);

    public void Say(Report report, string about)
    {
        report.Say($"{about}.meanMs", Mean);
        report.Say($"{about}.p99Ms", P99);
    }

    private double At(double share) => sorted[(int)(sorted.Length * share)];
}
