namespace Sward.Discovery.Learning.Matrices;

/// <summary>A dense matrix of floats, a row for each person or item, row after row in one array.</summary>
/// <param name="rows">How many rows.</param>
/// <param name="width">Length of a row.</param>
/// <param name="values">rows × width numbers.</param>
internal sealed class Factors(int rows, int width, float[] values)
{
    /// <summary>Rows that are summed by one worker before the sums are added up: a fixed number, so that the result does not depend on how many cores there are.</summary>
    private const int Chunks = 16;

    public Factors(int rows, int width)
        : this(rows, width, new float[checked(rows * width)])
    {
    }

    public int Rows => rows;

    public int Width => width;

    public float[] Values => values;

    /// <summary>Normally distributed numbers, the same for the same seed.</summary>
    public static Factors Random(int rows, int width, double deviation, int seed)
    {
        var (factors, dice) = (new Factors(rows, width), new Random(seed));
        foreach (ref var value in factors.Values.AsSpan())
        {
            // Box and Muller: two even numbers make a normal one.
            value = (float)(deviation * Math.Sqrt(-2 * Math.Log(1 - dice.NextDouble())) * Math.Cos(2 * Math.PI * dice.NextDouble()));
        }

        return factors;
    }

    public Span<float> Row(int index) => values.AsSpan(index * width, width);

    /// <summary>HᵀH, width × width: what all rows together weigh in each pair of directions.</summary>
    public Factors Gram(ParallelOptions cores)
    {
        var parts = new Factors[Chunks];
        Parallel.For(0, Chunks, cores, chunk =>
        {
            var part = parts[chunk] = new Factors(width, width);
            var (first, end) = ((int)((long)rows * chunk / Chunks), (int)((long)rows * (chunk + 1) / Chunks));
            for (var row = first; row < end; row++)
            {
                var h = Row(row);
                for (var i = 0; i < width; i++)
                {
                    VectorMath.AddScaled(part.Row(i), h, h[i]);
                }
            }
        });
        foreach (var part in parts.AsSpan(1))
        {
            VectorMath.AddScaled(parts[0].Values, part.Values, 1);
        }

        return parts[0];
    }
}
