using Sward.Discovery.Learning.Evaluation;
using Sward.Discovery.Learning.Matrices;
using Sward.Discovery.Learning.Methods;

namespace Sward.Bench.Recommend;

/// <summary>How the methods for sequences are set: score = next-item graph + low-pass weight · low-pass of the history, whose items fade too.</summary>
internal sealed record SequenceSettings
{
    public NextGraphSettings Next { get; init; } = new();

    public LowPassSettings LowPass { get; init; } = new() { Width = 512 };

    public float LowPassWeight { get; init; } = 3;

    /// <summary>What an item of the history keeps of its weight per step back in the low-pass term.</summary>
    public float LowPassDecay { get; init; } = .8f;

    /// <summary>Searches on the item before the last one of everybody.</summary>
    public static Choice<SequenceSettings> Search(SequenceSet held, ParallelOptions cores)
    {
        var next = new Descent<NextGraphSettings>(new(), tried => held.Test.Measure([Graph(held, tried, cores)], [[1]], cores)[0]);
        next.Along("next.seedExponent", [.1f, .2f, .4f, .5f], (s, value) => s with { SeedExponent = value });
        next.Along("next.itemExponent", [.05f, .1f, .2f], (s, value) => s with { ItemExponent = value });
        next.Along("next.window", [4, 6, 12], (s, value) => s with { Window = (int)value });
        next.Along("next.pairDecay", [.75f, .8f, .9f], (s, value) => s with { PairDecay = value });
        next.Along("next.backward", [.1f, .2f, .4f], (s, value) => s with { Backward = value });
        next.Along("next.historyDecay", [.5f, .55f, .65f, .7f], (s, value) => s with { HistoryDecay = value });

        var mix = new Descent<SequenceSettings>(new() { Next = next.Best }, tried => held.Test.Measure(Scorers(held, tried, cores), [[1, tried.LowPassWeight]], cores)[0]);
        mix.Along("lowPassWeight", [1, 2, 5, 8, 12], (s, value) => s with { LowPassWeight = value });
        mix.Along("lowPassDecay", [.7f, .9f, 1], (s, value) => s with { LowPassDecay = value });
        return new(mix.Best, [.. next.Log, .. mix.Log]);
    }

    public static IReadOnlyList<IScorer> Scorers(SequenceSet set, SequenceSettings settings, ParallelOptions cores)
    {
        var lowPass = Sward.Discovery.Learning.Methods.LowPass.Build(set.Train, settings.LowPass, cores);
        var fading = set.Histories with { Weights = [.. Enumerable.Range(0, set.Histories.Rows).SelectMany(person => Fading(set.Histories.LengthOf(person), settings.LowPassDecay))] };
        return [Graph(set, settings.Next, cores), FactorScorer.OfLowPass(lowPass, fading, cores)];
    }

    private static GraphScorer Graph(SequenceSet set, NextGraphSettings settings, ParallelOptions cores) =>
        GraphScorer.OfNext(set.Histories, NextGraph.Build(set.Train, settings, cores), settings);

    private static IEnumerable<float> Fading(int length, float decay) => Enumerable.Range(1, length).Select(place => MathF.Pow(decay, length - place));
}
