using Sward.Discovery.Learning.Evaluation;
using Sward.Discovery.Learning.Matrices;
using Sward.Discovery.Learning.Methods;

namespace Sward.Discovery.Learning.Models;

/// <summary>Trains a model: first on nine tenths to choose the weights of the vectors and of the low-pass term on the rest, then on all.</summary>
/// <param name="graph">How the graph that serves is made: short rows, as a page needs few.</param>
/// <param name="als">How the vectors that serve are made: short ones, as a person's is solved while they wait.</param>
/// <param name="lowPass">How the low-pass term that serves is made, where it does.</param>
internal sealed class Training(ItemGraphSettings graph, AlsSettings als, LowPassSettings lowPass, ParallelOptions cores)
{
    private const int Places = 20;
    private const double HeldOut = .1;

    /// <summary>The trial ranks all notes for about so many people: more would take longer and choose the same.</summary>
    private const int Tested = 10_000;

    /// <summary>The low-pass term has to better the trial by this over √people, half a percent of 10,000: less is chance, or not worth its memory.</summary>
    private const double LeastGain = .5;

    private static readonly float[] AlsWeights = [0, .002f, .006f, .012f, .03f, .1f, 1];
    private static readonly float[] LowPassWeights = [0, .1f, .3f, 1];

    public static ItemGraphSettings ServedGraph { get; } = new() { Neighbours = 200 };

    public static NextGraphSettings ServedNext { get; } = new() { Neighbours = 50 };

    public static AlsSettings ServedAls { get; } = new() { Width = 64 };

    public static LowPassSettings ServedLowPass { get; } = new() { Width = 64 };

    /// <summary>The model, and the recall of the trial.</summary>
    /// <param name="noteIds">The note of each column.</param>
    /// <param name="actions">People by notes in order of time, with the weights of what they did.</param>
    public (TasteModel Model, double Recall) Run(long[] noteIds, SparseMatrix actions)
    {
        var (alsWeight, lowPassWeight, recall) = ChooseWeights(actions);
        var near = ItemGraph.Build(actions, graph, cores);
        var next = NextGraph.Build(actions, ServedNext, cores);
        var model = new TasteModel(noteIds, near, next, ImplicitAls.Train(actions, als, cores).Items, alsWeight, als)
        {
            Smooth = lowPassWeight == 0 ? null : new(LowPass.Build(actions, lowPass, cores), lowPassWeight),
        };
        return (model, recall);
    }

    private (float Als, float LowPass, double Recall) ChooseWeights(SparseMatrix actions)
    {
        var (seen, wanted) = HoldOut(actions);
        var scorers = (IScorer[])
        [
            new GraphScorer(seen, ItemGraph.Build(seen, graph, cores)),
            FactorScorer.OfAls(ImplicitAls.Train(seen, als, cores), seen),
            FactorScorer.OfLowPass(LowPass.Build(seen, lowPass, cores), seen, cores),
        ];
        float[][] mixes = [.. LowPassWeights.SelectMany(_ => AlsWeights, (smooth, vectors) => (float[])[1, vectors, smooth])];
        var qualities = new RankingTest(seen, wanted, Places).Measure(scorers, mixes, cores, every: Math.Max(1, seen.Rows / Tested));
        // Without the low-pass term come first.
        var (without, best) = (BestOf(AlsWeights.Length), BestOf(mixes.Length));
        var people = Math.Min(Tested, wanted.Count(items => items.Count > 0));
        var chosen = ValueOf(best) >= ValueOf(without) * (1 + (LeastGain / Math.Sqrt(people))) ? best : without;
        return (mixes[chosen][1], mixes[chosen][2], qualities[chosen].Recall);

        int BestOf(int first) => Enumerable.Range(0, first).MaxBy(ValueOf);

        double ValueOf(int mix) => qualities[mix].Recall + qualities[mix].Ndcg;
    }

    /// <summary>Nine tenths of what each did, and the rest, which they are to be found to want.</summary>
    private static (SparseMatrix Seen, HashSet<int>[] Wanted) HoldOut(SparseMatrix actions)
    {
        var (dice, rows, wanted) = (new Random(7), new SparseRow[actions.Rows], new HashSet<int>[actions.Rows]);
        for (var person = 0; person < actions.Rows; person++)
        {
            var weights = actions.WeightsOf(person).ToArray();
            var parts = actions.IndicesOf(person).ToArray().Zip(weights).ToLookup(_ => dice.NextDouble() < HeldOut);
            rows[person] = new([.. parts[false].Select(part => part.First)], [.. parts[false].Select(part => part.Second)]);
            wanted[person] = [.. parts[true].Select(part => part.First)];
        }

        return (SparseMatrix.Of(actions.Columns, rows), wanted);
    }
}
