using Sward.Discovery.Learning.Evaluation;
using Sward.Discovery.Learning.Matrices;
using Sward.Discovery.Learning.Methods;

namespace Sward.Discovery.Learning.Models;

/// <summary>Trains a model: first on nine tenths to choose the weight of the vectors on the rest, then on all.</summary>
/// <param name="graph">How the graph that serves is made: short rows, as a page needs few.</param>
/// <param name="als">How the vectors that serve are made: short ones, as a person's is solved while they wait.</param>
internal sealed class Training(ItemGraphSettings graph, AlsSettings als, ParallelOptions cores)
{
    private const int Places = 20;
    private const double HeldOut = .1;
    private static readonly float[] AlsWeights = [0, .002f, .006f, .012f, .03f, .1f, 1];

    public static ItemGraphSettings ServedGraph { get; } = new() { Neighbours = 200 };

    public static NextGraphSettings ServedNext { get; } = new() { Neighbours = 50 };

    public static AlsSettings ServedAls { get; } = new() { Width = 64 };

    /// <summary>The model, and the recall of the trial.</summary>
    /// <param name="noteIds">The note of each column.</param>
    /// <param name="actions">People by notes in order of time, with the weights of what they did.</param>
    public (TasteModel Model, double Recall) Run(long[] noteIds, SparseMatrix actions)
    {
        var (alsWeight, recall) = ChooseAlsWeight(actions);
        var near = ItemGraph.Build(actions, graph, cores);
        var next = NextGraph.Build(actions, ServedNext, cores);
        return (new(noteIds, near, next, ImplicitAls.Train(actions, als, cores).Items, alsWeight, als), recall);
    }

    private (float AlsWeight, double Recall) ChooseAlsWeight(SparseMatrix actions)
    {
        var (dice, rows, wanted) = (new Random(7), new SparseRow[actions.Rows], new HashSet<int>[actions.Rows]);
        for (var person = 0; person < actions.Rows; person++)
        {
            var weights = actions.WeightsOf(person).ToArray();
            var parts = actions.IndicesOf(person).ToArray().Zip(weights).ToLookup(_ => dice.NextDouble() < HeldOut);
            rows[person] = new([.. parts[false].Select(part => part.First)], [.. parts[false].Select(part => part.Second)]);
            wanted[person] = [.. parts[true].Select(part => part.First)];
        }

        var seen = SparseMatrix.Of(actions.Columns, rows);
        var scorers = (IScorer[])[new GraphScorer(seen, ItemGraph.Build(seen, graph, cores)), FactorScorer.OfAls(ImplicitAls.Train(seen, als, cores), seen)];
        var qualities = new RankingTest(seen, wanted, Places).Measure(scorers, [.. AlsWeights.Select(weight => (float[])[1, weight])], cores);
        var best = Enumerable.Range(0, AlsWeights.Length).MaxBy(mix => qualities[mix].Recall + qualities[mix].Ndcg);
        return (AlsWeights[best], qualities[best].Recall);
    }
}
