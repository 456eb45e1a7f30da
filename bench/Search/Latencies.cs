using System.Diagnostics;

namespace Sward.Bench;

/// <summary>Times of the single calls of one kind, in milliseconds.</summary>
internal sealed class Latencies
{
    private readonly double[] sorted;

    private Latencies(IEnumerable<double> times) => sorted = [.. times.Order()];

    public double Mean => sorted.Average();

    public double P99 => sorted[(int)(sorted.Length * .99)];

    /// <summary>Calls one after the other on this thread.</summary>
    public static Latencies Of<T>(IEnumerable<T> inputs, Action<T> call) => new(inputs.Select(input =>
    {
        var started = Stopwatch.GetTimestamp();
        call(input);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }));

    public void Say(Report report, string about)
    {
        report.Say($"{about}.meanMs", Mean);
        report.Say($"{about}.p99Ms", P99);
    }
}
