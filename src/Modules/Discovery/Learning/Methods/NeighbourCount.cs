using Sward.Discovery.Learning.Matrices;

namespace Sward.Discovery.Learning.Methods;

/// <summary>Adds up what is near one item, then keeps the nearest. Used again for the next item, so that nothing of the size of the catalogue is made twice.</summary>
internal sealed class NeighbourCount(int items, int most)
{
    private readonly float[] sums = new float[items];
    private readonly List<int> touched = [];
    private readonly TopList top = new(most);

    public void Add(int item, float weight)
    {
        if (sums[item] == 0)
        {
            touched.Add(item);
        }

        sums[item] += weight;
    }

    /// <summary>The nearest items with their weights, each times <paramref name="factor"/>, nearest first; and begins anew.</summary>
    public SparseRow Take(int except, Func<int, float> factor)
    {
        foreach (var item in touched)
        {
            if (item != except)
            {
                top.Offer(item, sums[item] * factor(item));
            }

            sums[item] = 0;
        }

        touched.Clear();
        var nearest = top.Take();
        return new([.. nearest.Select(n => n.Index)], [.. nearest.Select(n => n.Score)]);
    }
}
