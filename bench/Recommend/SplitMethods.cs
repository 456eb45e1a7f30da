using System.Diagnostics;
using Sward.Discovery.Learning.Evaluation;
using Sward.Discovery.Learning.Methods;

namespace Sward.Bench.Recommend;

/// <summary>How the methods for sets without an order of time are set: score = graph + als weight · n_u · ALS + low-pass weight · low-pass.</summary>
internal sealed record SplitSettings
{
    public ItemGraphSettings Graph { get; init; } = new();

    public AlsSettings Als { get; init; } = new();

    public LowPassSettings LowPass { get; init; } = new();

    public float AlsWeight { get; init; } = .006f;

    public float LowPassWeight { get; init; } = .2f;

    /// <summary>Searches on a tenth of the train part, on every sixth person of it: each method alone, then the weights.</summary>
    public static Choice<SplitSettings> Search(SplitSet set, ParallelOptions cores)
    {
        const int Every = 6;
        var held = set.HoldOut();
        var settings = new SplitSettings();

        var graph = new Descent<ItemGraphSettings>(settings.Graph, tried => Quality(new GraphScorer(held.Train, ItemGraph.Build(held.Train, tried, cores))));
        graph.Along("graph.itemExponent", [.1f, .2f, .4f, .5f], (s, value) => s with { ItemExponent = value });
        graph.Along("graph.personExponent", [.5f, .65f, .85f, 1], (s, value) => s with { PersonExponent = value });
        graph.Along("graph.seedExponent", [.5f, .6f, .8f, .9f], (s, value) => s with { SeedExponent = value });

        var als = new Descent<AlsSettings>(settings.Als, tried => Quality(FactorScorer.OfAls(ImplicitAls.Train(held.Train, tried, cores), held.Train)));
        als.Along("als.unobserved", [.003f, .03f, .1f, .3f], (s, value) => s with { Unobserved = value });
        als.Along("als.regularisation", [.0015f, .0025f, .01f, .02f], (s, value) => s with { Regularisation = value });
        als.Along("als.epochs", [5, 12], (s, value) => s with { Epochs = (int)value });

        settings = settings with { Graph = graph.Best, Als = als.Best };
        var mixes = new List<float[]>();
        foreach (var alsWeight in (float[])[0, .001f, .002f, .004f, .006f, .008f, .012f, .02f])
        {
            mixes.AddRange(((float[])[0, .05f, .1f, .2f, .3f, .5f]).Select(lowPassWeight => (float[])[1, alsWeight, lowPassWeight]));
        }

        var qualities = held.Test.Measure(TrainedMethods.On(held, settings, cores).Scorers, mixes, cores, Every);
        var best = Enumerable.Range(0, mixes.Count).MaxBy(mix => qualities[mix].Recall + qualities[mix].Ndcg);
        var log = mixes.Zip(qualities, (mix, quality) => Trial.Of($"graph + {mix[1]} n als + {mix[2]} low-pass", null, quality));
        return new(settings with { AlsWeight = mixes[best][1], LowPassWeight = mixes[best][2] }, [.. graph.Log, .. als.Log, .. log]);

        RankingQuality Quality(IScorer scorer) => held.Test.Measure([scorer], [[1]], cores, Every)[0];
    }
}

/// <summary>The three methods, trained on a set.</summary>
internal sealed record TrainedMethods(AlsModel Als, IReadOnlyList<IScorer> Scorers)
{
    /// <param name="took">Hears the name of each method and how long it took.</param>
    public static TrainedMethods On(SplitSet set, SplitSettings settings, ParallelOptions cores, Action<string, TimeSpan>? took = null)
    {
        var graph = Timed("graph", () => ItemGraph.Build(set.Train, settings.Graph, cores));
        var als = Timed("als", () => ImplicitAls.Train(set.Train, settings.Als, cores));
        var lowPass = Timed("lowPass", () => LowPass.Build(set.Train, settings.LowPass, cores));
        return new(als, [new GraphScorer(set.Train, graph), FactorScorer.OfAls(als, set.Train), FactorScorer.OfLowPass(lowPass, set.Train, cores)]);

        TMethod Timed<TMethod>(string name, Func<TMethod> train)
        {
            var started = Stopwatch.GetTimestamp();
            var method = train();
            took?.Invoke(name, Stopwatch.GetElapsedTime(started));
            return method;
        }
    }
}
