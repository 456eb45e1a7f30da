using Sward.Discovery.Learning.Matrices;

namespace Sward.Discovery.Learning.Heads;

/// <summary>
/// Foretells one kind of action from hashed features: σ(b + Σ_f w_f + Σ_{f&lt;g} v_f·v_g), a logistic regression with a factorisation term of width 8. It learns one example at a
/// time by AdaGrad and is asked before it learns.
/// </summary>
/// <remarks>Rendle, "Factorization machines", ICDM 2010, whose equation 5 makes the pairs cost only Σ_f; Duchi, Hazan and Singer, "Adaptive subgradient methods", JMLR 2011.</remarks>
internal sealed class Head
{
    public const int Width = 8;

    private const float Rate = .05f;
    private const float PairRate = .1f;

    /// <summary>Weight decay of what a feature brings, per example it stands in.</summary>
    private const float Decay = 1e-5f;

    /// <summary>Numbers of a feature: its weight, then its vector.</summary>
    private const int Stride = Width + 1;

    /// <summary>How many numbers a head is.</summary>
    public const int Length = Features.Buckets * Stride;

    private readonly float[] values;
    private readonly float[] squares;

    /// <summary>A head that knows nothing. Vectors begin small and unlike, or no pair would ever learn.</summary>
    public Head()
    {
        (values, squares) = (new float[Length], new float[Length]);
        var dice = new Random(20261123);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = i % Stride == 0 ? 0 : (dice.NextSingle() - .5f) * .2f;
        }
    }

    /// <summary>A head that was published. Its steps are not remembered; they go on small, as of features that were seen a while.</summary>
    public Head(float[] values)
    {
        (this.values, squares) = (values, new float[values.Length]);
        Array.Fill(squares, 1);
    }

    public ReadOnlyMemory<float> Values => values;

    /// <summary>How likely the action is, between 0 and 1.</summary>
    public double Foretell(ReadOnlySpan<int> features)
    {
        Span<float> sums = stackalloc float[Width];
        return Sigmoid(Raw(features, sums));
    }

    /// <summary>Says what it would have foretold, then learns what came.</summary>
    public double Learn(ReadOnlySpan<int> features, bool came)
    {
        Span<float> sums = stackalloc float[Width];
        var foretold = Sigmoid(Raw(features, sums));
        var slope = (float)(foretold - (came ? 1 : 0));
        foreach (var feature in features)
        {
            var at = feature * Stride;
            Step(at, slope, Rate);
            for (var d = 0; d < Width; d++)
            {
                Step(at + 1 + d, slope * (sums[d] - values[at + 1 + d]), PairRate);
            }
        }

        return foretold;
    }

    /// <summary>The argument of σ; leaves Σ_f v_f in <paramref name="sums"/>. Σ_{f&lt;g} v_f·v_g = ½ Σ_d ((Σ_f v_fd)² − Σ_f v_fd²).</summary>
    private double Raw(ReadOnlySpan<int> features, Span<float> sums)
    {
        sums.Clear();
        var (linear, squared) = (0f, 0f);
        foreach (var feature in features)
        {
            var row = values.AsSpan(feature * Stride, Stride);
            linear += row[0];
            for (var d = 0; d < Width; d++)
            {
                sums[d] += row[d + 1];
                squared += row[d + 1] * row[d + 1];
            }
        }

        return linear + ((VectorMath.Dot(sums, sums) - squared) / 2);
    }

    private void Step(int at, float slope, float rate)
    {
        var whole = slope + (Decay * values[at]);
        squares[at] += whole * whole;
        values[at] -= rate * whole / MathF.Sqrt(squares[at] + 1e-6f);
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
