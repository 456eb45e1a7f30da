using System.Collections.Concurrent;
using Sward.Discovery.Learning.Matrices;

namespace Sward.Discovery.Learning.Methods;

/// <summary>Asks a graph by several seeds at once. Any number of callers.</summary>
/// <remarks>
/// Fifty seeds have tens of thousands of neighbours, so what they add up to stands in arrays as long as the graph, which are kept from one caller to the next: a table
/// that grows cost three times as much as the rest of a page.
/// </remarks>
internal sealed class Neighbourhood(SparseMatrix graph)
{
    private readonly ConcurrentBag<Sums> kept = [];

    /// <summary>What the neighbours of the seeds add up to, s(i) = Σ_j a_j w(j → i), and which seed said most; in the order they were met.</summary>
    /// <param name="seeds">Items with a_j, above 0.</param>
    public Neighbour[] Of(IEnumerable<(int Index, float Weight)> seeds)
    {
        var sums = kept.TryTake(out var used) ? used : new Sums(graph.Columns);
        foreach (var (seed, weight) in seeds)
        {
            sums.Add(seed, weight, graph.IndicesOf(seed), graph.WeightsOf(seed));
        }

        var near = sums.Take();
        kept.Add(sums);
        return near;
    }

    /// <summary>One number for each item, most of them nothing.</summary>
    private sealed class Sums(int items)
    {
        private readonly Neighbour[] sums = new Neighbour[items];
        private readonly List<int> touched = [];

        public void Add(int seed, float weight, ReadOnlySpan<int> near, ReadOnlySpan<float> nearness)
        {
            for (var n = 0; n < near.Length; n++)
            {
                ref var sum = ref sums[near[n]];
                if (sum.IsNone)
                {
                    touched.Add(near[n]);
                }

                var says = weight * nearness[n];
                sum = says > sum.Most ? new(near[n], sum.Sum + says, seed, says) : sum with { Sum = sum.Sum + says };
            }
        }

        /// <summary>What was added up; and begins anew.</summary>
        public Neighbour[] Take()
        {
            var taken = new Neighbour[touched.Count];
            for (var n = 0; n < taken.Length; n++)
            {
                taken[n] = sums[touched[n]];
                sums[touched[n]] = default;
            }

            touched.Clear();
            return taken;
        }
    }
}

/// <summary>An item near seeds.</summary>
/// <param name="Sum">What the seeds add up to.</param>
/// <param name="Seed">The seed that said most.</param>
/// <param name="Most">What that one said.</param>
internal readonly record struct Neighbour(int Index, float Sum, int Seed, float Most)
{
    /// <summary>No seed is near.</summary>
    public bool IsNone => Most == 0;
}
