namespace Sward.Discovery.Learning.Matrices;

/// <summary>A = L Lᵀ of a symmetric positive definite matrix (Cholesky 1910): the way to solve small systems exactly.</summary>
internal sealed class Cholesky
{
    /// <summary>The share of a number that its rounding may be.</summary>
    private const float Rounding = 1e-7f;

    private readonly Factors lower;

    /// <summary>Takes the matrix and overwrites it with L.</summary>
    public Cholesky(Factors matrix)
    {
        lower = matrix;
        for (var i = 0; i < matrix.Rows; i++)
        {
            var row = matrix.Row(i);
            for (var j = 0; j < i; j++)
            {
                row[j] = (row[j] - VectorMath.Dot(row[..j], matrix.Row(j)[..j])) / matrix.Row(j)[j];
            }

            // A direction that hardly exists is made of rounding errors, which must not be blown up.
            row[i] = MathF.Sqrt(MathF.Max(row[i] - VectorMath.Dot(row[..i], row[..i]), MathF.Max(row[i] * Rounding, float.Epsilon)));
        }
    }

    /// <summary>Solves L z = b in place.</summary>
    public void SolveLower(Span<float> b)
    {
        for (var i = 0; i < b.Length; i++)
        {
            var row = lower.Row(i);
            b[i] = (b[i] - VectorMath.Dot(row[..i], b[..i])) / row[i];
        }
    }

    /// <summary>Solves A x = b in place.</summary>
    public void Solve(Span<float> b)
    {
        SolveLower(b);
        for (var i = b.Length - 1; i >= 0; i--)
        {
            var row = lower.Row(i);
            b[i] /= row[i];
            VectorMath.AddScaled(b[..i], row[..i], -b[i]);
        }
    }
}
