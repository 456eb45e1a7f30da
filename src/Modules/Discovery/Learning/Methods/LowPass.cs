using Sward.Discovery.Learning.Matrices;

namespace Sward.Discovery.Learning.Methods;

/// <summary>How the low-pass filter is made.</summary>
internal sealed record LowPassSettings
{
    /// <summary>How many singular vectors pass.</summary>
    public int Width { get; init; } = 256;

    /// <summary>Rounds of power iteration; each brings the subspace nearer to the largest singular vectors.</summary>
    public int Rounds { get; init; } = 4;

    public int Seed { get; init; } = 1;
}

/// <summary>
/// The smooth part of what somebody likes: s(u, i) = Σ_{j liked} n_j^−½ (V Vᵀ)_ji n_i^½, where the columns of V span the largest right singular vectors of R̃_ui = (n_u n_i)^−½.
/// </summary>
/// <remarks>
/// The ideal low-pass filter of Shen et al. 2021, "How Powerful is Graph Convolution for Recommendation?". Only the subspace is needed, not the single vectors, so that power iteration with
/// an orthonormal basis suffices (Halko, Martinsson and Tropp 2011); the basis is made by Cholesky QR (Fukaya et al. 2014).
/// </remarks>
/// <param name="Items">n_i^½ V_i: what a person's vector is multiplied with. A liked item adds Items_j / n_j to it.</param>
/// <param name="Counts">n_i, at least 1: how many liked an item.</param>
internal sealed record LowPass(Factors Items, float[] Counts)
{
    public static LowPass Build(SparseMatrix interactions, LowPassSettings settings, ParallelOptions cores)
    {
        var normal = Normalised(interactions);
        var byItem = normal.Transposed();
        // A small matrix has no more directions than rows or columns.
        var basis = Factors.Random(byItem.Rows, Math.Min(settings.Width, Math.Min(normal.Rows, byItem.Rows)), deviation: 1, settings.Seed);
        for (var round = 0; round < settings.Rounds; round++)
        {
            basis = byItem.Times(normal.Times(basis, cores), cores);
            Orthonormalise(basis, cores);
        }

        float[] counts = [.. Enumerable.Range(0, byItem.Rows).Select(item => (float)Math.Max(1, byItem.LengthOf(item)))];
        for (var item = 0; item < basis.Rows; item++)
        {
            VectorMath.Scale(basis.Row(item), MathF.Sqrt(counts[item]));
        }

        return new(basis, counts);
    }

    /// <summary>Σ_j a_j n_j^−½ V_j: the vector of somebody who did this.</summary>
    public float[] PersonOf(ReadOnlySpan<int> items, ReadOnlySpan<float> weights)
    {
        var person = new float[Items.Width];
        for (var k = 0; k < items.Length; k++)
        {
            VectorMath.AddScaled(person, Items.Row(items[k]), weights[k] / Counts[items[k]]);
        }

        return person;
    }

    private static SparseMatrix Normalised(SparseMatrix interactions)
    {
        var (byItem, weights) = (interactions.Transposed(), new float[interactions.Count]);
        for (var person = 0; person < interactions.Rows; person++)
        {
            for (var k = interactions.Starts[person]; k < interactions.Starts[person + 1]; k++)
            {
                weights[k] = 1 / MathF.Sqrt((float)interactions.LengthOf(person) * byItem.LengthOf(interactions.Indices[k]));
            }
        }

        return interactions with { Weights = weights };
    }

    /// <summary>Y ← Y L⁻ᵀ, where YᵀY = L Lᵀ.</summary>
    private static void Orthonormalise(Factors basis, ParallelOptions cores)
    {
        var cholesky = new Cholesky(basis.Gram(cores));
        Parallel.For(0, basis.Rows, cores, row => cholesky.SolveLower(basis.Row(row)));
    }
}
