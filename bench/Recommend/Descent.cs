using Sward.Discovery.Learning.Evaluation;

namespace Sward.Bench.Recommend;

/// <summary>Looks for settings one coordinate after the other, and writes down all it saw.</summary>
internal sealed class Descent<T>(T start, Func<T, RankingQuality> measure)
{
    private RankingQuality? best;

    public T Best { get; private set; } = start;

    public List<Trial> Log { get; } = [];

    /// <summary>Tries other values of one setting and keeps the best. What counts is recall and NDCG together.</summary>
    public void Along(string setting, IReadOnlyList<float> values, Func<T, float, T> with)
    {
        best ??= Measured("start", null, Best);
        var from = Best;
        foreach (var value in values)
        {
            var candidate = with(from, value);
            if (!Equals(candidate, from) && Measured(setting, value, candidate) is var quality && quality.Recall + quality.Ndcg > best.Value.Recall + best.Value.Ndcg)
            {
                (best, Best) = (quality, candidate);
            }
        }
    }

    private RankingQuality Measured(string setting, float? value, T candidate)
    {
        var quality = measure(candidate);
        Log.Add(Trial.Of(setting, value, quality));
        Console.WriteLine($"  {Log[^1]}");
        return quality;
    }
}

/// <summary>A value that was tried, and how good it was on the hold-out.</summary>
internal sealed record Trial(string Setting, float? Value, double Recall, double Ndcg)
{
    public static Trial Of(string setting, float? value, RankingQuality quality) => new(setting, value, Math.Round(quality.Recall, 4), Math.Round(quality.Ndcg, 4));
}
