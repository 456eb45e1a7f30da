using System.Diagnostics;
using Sward.Discovery.Learning.Evaluation;
using Sward.Discovery.Learning.Matrices;
using Sward.Discovery.Learning.Methods;

namespace Sward.Bench.Recommend;

/// <summary>
/// How well the methods of discovery find what people turned to, next to what others published for the same cut of the same set. Settings come from a search on a hold-out of what is learned from.
/// </summary>
/// <param name="searchAgain">Searches for settings even where some were chosen before.</param>
internal sealed class RecommendBench(Report report, ParallelOptions cores, bool searchAgain)
{
    /// <summary>Length of the vectors that serve people.</summary>
    private const int ServedWidth = 64;

    /// <summary>Measures every set below a folder: each folder with <c>train.txt</c> and <c>test.txt</c>, and each file of a folder <c>sequences</c>.</summary>
    public static bool Run(string data, bool searchAgain)
    {
        var report = new Report("recommend");
        var bench = new RecommendBench(report, new ParallelOptions { MaxDegreeOfParallelism = Math.Min(2, Environment.ProcessorCount) }, searchAgain);
        foreach (var test in Directory.EnumerateFiles(data, "test.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            bench.MeasureSplit(SplitSet.Load(Path.GetFullPath(Path.GetDirectoryName(test)!)));
        }

        foreach (var file in Directory.EnumerateFiles(data, "*.txt", SearchOption.AllDirectories).Where(IsSequences).Order(StringComparer.Ordinal))
        {
            bench.MeasureSequences(file);
        }

        bench.MeasureMillion();
        report.Say("peakMegabytes", Process.GetCurrentProcess().PeakWorkingSet64 / 1e6);
        return report.Finish();
    }

    private static bool IsSequences(string file) => string.Equals(Path.GetFileName(Path.GetDirectoryName(file)), "sequences", StringComparison.Ordinal);

    private void MeasureSplit(SplitSet set)
    {
        var settings = Choice<SplitSettings>.Of(set.Name, searchAgain, () => SplitSettings.Search(set, cores));
        var seconds = 0.0;
        var trained = TrainedMethods.On(set, settings, cores, (method, took) =>
        {
            report.Say($"{set.Name}.{method}.seconds", took.TotalSeconds);
            seconds += took.TotalSeconds;
        });
        report.AtMost($"{set.Name}.trainingSeconds", seconds, 120);

        var (als, lowPass) = (settings.AlsWeight, settings.LowPassWeight);
        var qualities = set.Test.Measure(trained.Scorers, [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, als, 0], [1, als, lowPass]], cores);
        Say($"{set.Name}.graph", qualities[0], set.Test.Places);
        Say($"{set.Name}.als", qualities[1], set.Test.Places);
        Say($"{set.Name}.lowPass", qualities[2], set.Test.Places);
        Say($"{set.Name}.blend", qualities[3], set.Test.Places);
        Say($"{set.Name}.blendWithLowPass", qualities[4], set.Test.Places);
        Published.Judge(report, set.Name, qualities[4]);
        MeasureBytes(set, settings.Als);
    }

    private void MeasureSequences(string file)
    {
        var settings = Choice<SequenceSettings>.Of(Path.GetFileNameWithoutExtension(file), searchAgain, () => SequenceSettings.Search(SequenceSet.LoadHoldOut(file), cores));
        var set = SequenceSet.Load(file);
        var started = Stopwatch.GetTimestamp();
        var scorers = SequenceSettings.Scorers(set, settings, cores);
        report.Say($"{set.Name}.trainingSeconds", Stopwatch.GetElapsedTime(started).TotalSeconds);
        var qualities = set.Test.Measure(scorers, [[1, 0], [1, settings.LowPassWeight]], cores);
        Say($"{set.Name}.nextGraph", qualities[0], set.Test.Places);
        Say($"{set.Name}.blendWithLowPass", qualities[1], set.Test.Places);
        Published.Judge(report, set.Name, qualities[1]);
    }

    /// <summary>The first hundred by bytes beside the first hundred by floats, of vectors as they serve.</summary>
    private void MeasureBytes(SplitSet set, AlsSettings settings)
    {
        var model = ImplicitAls.Train(set.Train, settings with { Width = ServedWidth }, cores);
        var scans = Scan.Compare(model.People, model.Items, Math.Min(2_000, model.People.Rows));
        report.AtLeast($"{set.Name}.bytes.sameOf100", scans.Average(scan => scan.Same), 97);
        report.Say($"{set.Name}.bytes.sameOf100OfTheWorst", scans.Min(scan => scan.Same));
    }

    /// <summary>How long one person waits for the first hundred of a million vectors, on one thread.</summary>
    private void MeasureMillion()
    {
        var scans = Scan.Compare(Factors.Random(20, ServedWidth, deviation: 1, seed: 1), Factors.Random(1_000_000, ServedWidth, deviation: 1, seed: 2), count: 20);
        report.AtLeast("million.bytes.sameOf100", scans.Average(scan => scan.Same), 97);
        report.Say("million.bytes.milliseconds", scans.Average(scan => scan.ByBytes.TotalMilliseconds));
        report.Say("million.floats.milliseconds", scans.Average(scan => scan.ByFloats.TotalMilliseconds));
    }

    private void Say(string method, RankingQuality quality, int places)
    {
        report.Say($"{method}.recall@{places}", quality.Recall);
        report.Say($"{method}.ndcg@{places}", quality.Ndcg);
    }
}
