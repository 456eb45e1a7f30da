namespace Sward.Discovery.Learning.Matrices;

/// <summary>Vectors in a byte per number: hᵢ ≈ scale · qᵢ with q in −127…127 and a scale for each vector. A quarter of the memory to walk through, and the same first hundred but for a few.</summary>
internal sealed class ByteVectors
{
    private const float Largest = 127;

    private readonly int width;
    private readonly sbyte[] values;
    private readonly float[] scales;

    public ByteVectors(Factors vectors)
    {
        (width, values, scales) = (vectors.Width, new sbyte[vectors.Values.Length], new float[vectors.Rows]);
        for (var row = 0; row < vectors.Rows; row++)
        {
            scales[row] = Quantise(vectors.Row(row), values.AsSpan(row * width, width));
        }
    }

    /// <summary>Adds w·h of every vector, rounded, to the number of its row.</summary>
    public void AddProducts(ReadOnlySpan<float> person, Span<float> into)
    {
        var query = new sbyte[width];
        var step = Quantise(person, query);
        for (var row = 0; row < scales.Length; row++)
        {
            into[row] += step * scales[row] * VectorMath.Dot(query, values.AsSpan(row * width, width));
        }
    }

    /// <summary>Rounds a vector to bytes and returns what one step is worth.</summary>
    private static float Quantise(ReadOnlySpan<float> vector, Span<sbyte> bytes)
    {
        var scale = VectorMath.MaxMagnitude(vector) / Largest;
        for (var i = 0; i < vector.Length; i++)
        {
            bytes[i] = (sbyte)(scale == 0 ? 0 : MathF.Round(vector[i] / scale));
        }

        return scale;
    }
}
