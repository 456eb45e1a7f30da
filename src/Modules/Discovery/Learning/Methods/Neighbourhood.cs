using Sward.Discovery.Learning.Matrices;

namespace Sward.Discovery.Learning.Methods;

/// <summary>Asks a graph by several seeds at once.</summary>
internal static class Neighbourhood
{
    /// <summary>What the neighbours of the seeds add up to, s(i) = Σ_j a_j w(j → i), and which seed said most.</summary>
    public static Dictionary<int, (float Sum, int? Seed, float Most)> NearAll(this SparseMatrix graph, IEnumerable<(int Index, float Weight)> seeds)
    {
        var found = new Dictionary<int, (float Sum, int? Seed, float Most)>();
        foreach (var (seed, weight) in seeds)
        {
            var near = graph.IndicesOf(seed);
            var nearness = graph.WeightsOf(seed);
            for (var n = 0; n < near.Length; n++)
            {
                var (sum, by, most) = found.GetValueOrDefault(near[n]);
                var says = weight * nearness[n];
                found[near[n]] = says > most ? (sum + says, seed, says) : (sum + says, by, most);
            }
        }

        return found;
    }
}
