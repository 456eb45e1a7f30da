using System.Diagnostics;

namespace Sward.Bench;

/// <summary>How well the ranking answers questions with judged answers: every folder of <c>DIR/retrieval</c> that holds a <see cref="QuestionSet"/>.</summary>
internal static class RelevanceBench
{
    private const string Data = "../shared/data";

    /// <summary>What the sets we know must reach; any other set is only measured.</summary>
    private static readonly Dictionary<string, double> Aims = new(StringComparer.Ordinal) { ["scifact"] = .67, ["drcd"] = .97 };

    public static bool Run(string data = Data)
    {
        var report = new Report("relevance");
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(data, "retrieval")).Order(StringComparer.Ordinal))
        {
            Measure(report, Path.GetFileName(folder), folder);
        }

        return report.Finish();
    }

    private static void Measure(Report report, string name, string folder)
    {
        var before = Footprint.Take();
        var started = Stopwatch.GetTimestamp();
        using var set = new QuestionSet(folder);
        report.Say($"{name}.building.seconds", Stopwatch.GetElapsedTime(started).TotalSeconds);
        report.Say($"{name}.megabytes", (Footprint.Take() - before).Own / 1e6);
        started = Stopwatch.GetTimestamp();
        report.AtLeast($"{name}.ndcgAt10", set.NdcgAt10(), Aims.GetValueOrDefault(name));
        report.Say($"{name}.questionsPerSecond", set.Questions / Stopwatch.GetElapsedTime(started).TotalSeconds);
    }
}
