using Sward.Discovery.Learning.Matrices;

namespace Sward.Discovery.Learning.Methods;

/// <summary>How the item graph weighs people and items.</summary>
internal sealed record ItemGraphSettings
{
    /// <summary>Somebody who did something with n items says n^−this about each pair.</summary>
    public float PersonExponent { get; init; } = .75f;

    /// <summary>What a popular item loses when it is proposed.</summary>
    public float ItemExponent { get; init; } = .3f;

    /// <summary>What a popular item loses as the reason for a proposal.</summary>
    public float SeedExponent { get; init; } = .7f;

    /// <summary>How many neighbours of an item are kept.</summary>
    public int Neighbours { get; init; } = 1_000;
}

/// <summary>
/// Items that the same people liked: w(j → i) = Σ_u a_uj a_ui n_u^−α / (n_i^β n_j^γ) over the people u who did something with both.
/// </summary>
/// <remarks>
/// A cosine whose exponents are free (Deshpande and Karypis 2004, with the walk exponents of Christoffel et al. 2015). A row of the result is a seed with its nearest items, nearest first.
/// </remarks>
internal static class ItemGraph
{
    public static SparseMatrix Build(SparseMatrix interactions, ItemGraphSettings settings, ParallelOptions cores)
    {
        var byItem = interactions.Transposed();
        var says = Powers(interactions, -settings.PersonExponent);
        var asItem = Powers(byItem, -settings.ItemExponent);
        var asSeed = Powers(byItem, -settings.SeedExponent);
        var rows = new SparseRow[byItem.Rows];
        Parallel.For(0, byItem.Rows, cores, () => new NeighbourCount(byItem.Rows, settings.Neighbours), (seed, _, near) =>
        {
            var people = byItem.IndicesOf(seed);
            var acts = byItem.WeightsOf(seed);
            for (var p = 0; p < people.Length; p++)
            {
                var strength = acts[p] * says[people[p]];
                var items = interactions.IndicesOf(people[p]);
                var weights = interactions.WeightsOf(people[p]);
                for (var k = 0; k < items.Length; k++)
                {
                    near.Add(items[k], strength * weights[k]);
                }
            }

            rows[seed] = near.Take(except: seed, item => asItem[item] * asSeed[seed]);
            return near;
        }, _ => { });
        return SparseMatrix.Of(byItem.Rows, rows);
    }

    private static float[] Powers(SparseMatrix matrix, float exponent) => [.. Enumerable.Range(0, matrix.Rows).Select(row => MathF.Pow(Math.Max(1, matrix.LengthOf(row)), exponent))];
}
