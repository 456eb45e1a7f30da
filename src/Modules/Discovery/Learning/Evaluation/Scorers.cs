using Sward.Discovery.Learning.Matrices;
using Sward.Discovery.Learning.Methods;

namespace Sward.Discovery.Learning.Evaluation;

/// <summary>Gives every item a score for a few people at once.</summary>
internal interface IScorer
{
    /// <summary>Writes the scores of people <paramref name="first"/>, <paramref name="first"/> + 1, …: a row of all items for each.</summary>
    void Score(int first, Factors scores);
}

/// <summary>What the neighbours of somebody's items add up to: s(u, i) = Σ_j seed weight · w(j → i).</summary>
/// <param name="seeds">People by items: what each person's items count.</param>
internal sealed class GraphScorer(SparseMatrix seeds, SparseMatrix graph) : IScorer
{
    /// <summary>The next-item graph, asked for the last items of each history.</summary>
    public static GraphScorer OfNext(SparseMatrix histories, SparseMatrix graph, NextGraphSettings settings) => new(
        SparseMatrix.Of(histories.Columns, [.. Enumerable.Range(0, histories.Rows).Select(person => RowOf([.. NextGraph.SeedsOf(histories.IndicesOf(person).ToArray(), settings)]))]), graph);

    public void Score(int first, Factors scores)
    {
        Array.Clear(scores.Values);
        for (var p = 0; p < scores.Rows; p++)
        {
            var row = scores.Row(p);
            var items = seeds.IndicesOf(first + p);
            var weights = seeds.WeightsOf(first + p);
            for (var k = 0; k < items.Length; k++)
            {
                var near = graph.IndicesOf(items[k]);
                var nearness = graph.WeightsOf(items[k]);
                for (var n = 0; n < near.Length; n++)
                {
                    row[near[n]] += weights[k] * nearness[n];
                }
            }
        }
    }

    private static SparseRow RowOf((int Item, float Weight)[] seeds) => new([.. seeds.Select(seed => seed.Item)], [.. seeds.Select(seed => seed.Weight)]);
}

/// <summary>The product of a person's vector and an item's.</summary>
internal sealed class FactorScorer(Factors people, Factors items) : IScorer
{
    /// <summary>Rows of items that stay in the processor's cache while all people of a block pass by.</summary>
    private const int Tile = 256;

    /// <summary>The factors of ALS, times how many items somebody has: sums over many items and a product that tends to 1 become comparable.</summary>
    public static FactorScorer OfAls(AlsModel model, SparseMatrix interactions)
    {
        var people = new Factors(model.People.Rows, model.People.Width, [.. model.People.Values]);
        for (var person = 0; person < people.Rows; person++)
        {
            VectorMath.Scale(people.Row(person), interactions.LengthOf(person));
        }

        return new(people, model.Items);
    }

    public static FactorScorer OfLowPass(LowPass filter, SparseMatrix interactions, ParallelOptions cores)
    {
        var people = new Factors(interactions.Rows, filter.Items.Width);
        Parallel.For(0, people.Rows, cores, person => filter.PersonOf(interactions.IndicesOf(person), interactions.WeightsOf(person)).CopyTo(people.Row(person)));
        return new(people, filter.Items);
    }

    public void Score(int first, Factors scores)
    {
        for (var begin = 0; begin < items.Rows; begin += Tile)
        {
            var end = Math.Min(items.Rows, begin + Tile);
            for (var p = 0; p < scores.Rows; p++)
            {
                var person = people.Row(first + p);
                var row = scores.Row(p);
                for (var item = begin; item < end; item++)
                {
                    row[item] = VectorMath.Dot(person, items.Row(item));
                }
            }
        }
    }
}
