using Sward.Discovery.Learning.Matrices;

namespace Sward.Discovery.Learning.Methods;

/// <summary>How the factors are learned.</summary>
internal sealed record AlsSettings
{
    /// <summary>Length of a vector.</summary>
    public int Width { get; init; } = 256;

    /// <summary>α₀, what a pair counts in which nothing happened.</summary>
    public float Unobserved { get; init; } = .01f;

    /// <summary>λ, the price of long vectors.</summary>
    public float Regularisation { get; init; } = .005f;

    /// <summary>ν, how much that price grows with how often somebody or something was seen.</summary>
    public float FrequencyExponent { get; init; } = 1;

    public int Epochs { get; init; } = 8;

    /// <summary>Conjugate-gradient steps per vector and epoch.</summary>
    public int Steps { get; init; } = 3;

    public int Seed { get; init; } = 1;
}

/// <summary>A vector for each person and each item; their product says how likely one does something with the other.</summary>
internal sealed record AlsModel(Factors People, Factors Items);

/// <summary>
/// Implicit alternating least squares: minimises Σ_{(u,i) seen} a_ui (w_u·h_i − 1)² + α₀ Σ_{u,i} (w_u·h_i)² + Σ_u λ_u |w_u|² + Σ_i λ_i |h_i|²,
/// where λ_u = λ (n_u + α₀ items)^ν, and λ_i likewise.
/// </summary>
/// <remarks>
/// Hu, Koren and Volinsky 2008 with the frequency-scaled regularisation of Rendle et al. 2022, "Revisiting the Performance of iALS on Item Recommendation Benchmarks". Each vector is
/// improved by a few conjugate-gradient steps from where it stands (Takács, Pilászy and Tikk 2011) instead of being solved exactly: n·d² instead of n·d³.
/// </remarks>
internal static class ImplicitAls
{
    public static AlsModel Train(SparseMatrix interactions, AlsSettings settings, ParallelOptions cores)
    {
        var byItem = interactions.Transposed();
        var deviation = .1 / Math.Sqrt(settings.Width);
        var model = new AlsModel(
            Factors.Random(interactions.Rows, settings.Width, deviation, settings.Seed), Factors.Random(interactions.Columns, settings.Width, deviation, settings.Seed + 1));
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            Improve(model.People, interactions, model.Items, settings, cores);
            Improve(model.Items, byItem, model.People, settings, cores);
        }

        return model;
    }

    /// <summary>What training makes smaller.</summary>
    public static double Loss(SparseMatrix interactions, AlsModel model, AlsSettings settings, ParallelOptions cores)
    {
        var (byItem, gram) = (interactions.Transposed(), model.Items.Gram(cores));
        var loss = 0.0;
        for (var person = 0; person < interactions.Rows; person++)
        {
            var w = model.People.Row(person);
            loss += RegularisationOf(interactions, person, settings) * VectorMath.Dot(w, w);
            for (var i = 0; i < w.Length; i++)
            {
                loss += settings.Unobserved * w[i] * VectorMath.Dot(gram.Row(i), w);
            }

            for (var k = interactions.Starts[person]; k < interactions.Starts[person + 1]; k++)
            {
                loss += interactions.Weights[k] * Math.Pow(VectorMath.Dot(w, model.Items.Row(interactions.Indices[k])) - 1, 2);
            }
        }

        for (var item = 0; item < byItem.Rows; item++)
        {
            loss += RegularisationOf(byItem, item, settings) * VectorMath.Dot(model.Items.Row(item), model.Items.Row(item));
        }

        return loss;
    }

    /// <summary>The vector of somebody who did just this, solved exactly: (α₀HᵀH + λI + Σ a h hᵀ) w = Σ a h.</summary>
    /// <param name="unobserved">α₀HᵀH.</param>
    public static float[] SolvePerson(Factors unobserved, Factors items, ReadOnlySpan<int> seen, ReadOnlySpan<float> weights, AlsSettings settings)
    {
        var matrix = new Factors(items.Width, items.Width, [.. unobserved.Values]);
        var person = new float[items.Width];
        for (var k = 0; k < seen.Length; k++)
        {
            var h = items.Row(seen[k]);
            VectorMath.AddScaled(person, h, weights[k]);
            for (var i = 0; i < h.Length; i++)
            {
                VectorMath.AddScaled(matrix.Row(i), h, weights[k] * h[i]);
            }
        }

        for (var i = 0; i < items.Width; i++)
        {
            matrix.Row(i)[i] += Regularisation(seen.Length, items.Rows, settings);
        }

        new Cholesky(matrix).Solve(person);
        return person;
    }

    /// <summary>λ (n + α₀ columns)^ν.</summary>
    private static float RegularisationOf(SparseMatrix rows, int row, AlsSettings settings) => Regularisation(rows.LengthOf(row), rows.Columns, settings);

    private static float Regularisation(int seen, int columns, AlsSettings settings) =>
        settings.Regularisation * MathF.Pow(seen + (settings.Unobserved * columns), settings.FrequencyExponent);

    /// <summary>Improves all vectors of one side while the other side stands still.</summary>
    private static void Improve(Factors moving, SparseMatrix rows, Factors still, AlsSettings settings, ParallelOptions cores)
    {
        var gram = still.Gram(cores);
        VectorMath.Scale(gram.Values, settings.Unobserved);
        Parallel.For(0, rows.Rows, cores, () => new Descent(gram, still), (row, _, descent) =>
        {
            descent.Improve(moving.Row(row), rows.IndicesOf(row), rows.WeightsOf(row), RegularisationOf(rows, row, settings), settings.Steps);
            return descent;
        }, _ => { });
    }

    /// <summary>Conjugate gradients on (α₀HᵀH + λI + Σ a h hᵀ) x = Σ a h (Hestenes and Stiefel 1952).</summary>
    private sealed class Descent(Factors gram, Factors still)
    {
        private readonly float[] residual = new float[gram.Width];
        private readonly float[] direction = new float[gram.Width];
        private readonly float[] image = new float[gram.Width];

        public void Improve(Span<float> x, ReadOnlySpan<int> seen, ReadOnlySpan<float> weights, float regularisation, int steps)
        {
            Apply(x, seen, weights, regularisation, target: 1, residual);
            VectorMath.Scale(residual, -1);
            residual.CopyTo(direction, 0);
            var square = VectorMath.Dot(residual, residual);
            for (var step = 0; step < steps && square > 1e-12f; step++)
            {
                Apply(direction, seen, weights, regularisation, target: 0, image);
                var length = square / VectorMath.Dot(direction, image);
                VectorMath.AddScaled(x, direction, length);
                VectorMath.AddScaled(residual, image, -length);
                var next = VectorMath.Dot(residual, residual);
                VectorMath.Scale(direction, next / square);
                VectorMath.AddScaled(direction, residual, 1);
                square = next;
            }
        }

        /// <summary>(α₀HᵀH + λI) x + Σ a h (h·x − target).</summary>
        private void Apply(ReadOnlySpan<float> x, ReadOnlySpan<int> seen, ReadOnlySpan<float> weights, float regularisation, float target, float[] result)
        {
            for (var i = 0; i < result.Length; i++)
            {
                result[i] = VectorMath.Dot(gram.Row(i), x) + (regularisation * x[i]);
            }

            for (var k = 0; k < seen.Length; k++)
            {
                var h = still.Row(seen[k]);
                VectorMath.AddScaled(result, h, weights[k] * (VectorMath.Dot(h, x) - target));
            }
        }
    }
}
