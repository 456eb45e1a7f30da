namespace Sward.Discovery.Learning.Matrices;

/// <summary>A matrix of which most is zero, kept by rows: people by items with what they did, or items by items with how near they are.</summary>
/// <param name="Columns">How many columns.</param>
/// <param name="Starts">Where each row begins, and at the end where the last one ends.</param>
/// <param name="Indices">The columns of all rows. Their order within a row is the owner's: time for people, nearness for neighbours.</param>
/// <param name="Weights">The numbers that stand there.</param>
internal sealed record SparseMatrix(int Columns, int[] Starts, int[] Indices, float[] Weights)
{
    public int Rows => Starts.Length - 1;

    public int Count => Indices.Length;

    public static SparseMatrix Of(int columns, IReadOnlyList<SparseRow> rows)
    {
        var starts = new int[rows.Count + 1];
        for (var row = 0; row < rows.Count; row++)
        {
            starts[row + 1] = checked(starts[row] + rows[row].Indices.Length);
        }

        var (indices, weights) = (new int[starts[^1]], new float[starts[^1]]);
        for (var row = 0; row < rows.Count; row++)
        {
            rows[row].Indices.CopyTo(indices.AsSpan(starts[row]));
            rows[row].Weights.CopyTo(weights.AsSpan(starts[row]));
        }

        return new(columns, starts, indices, weights);
    }

    /// <summary>People by items where everything that happened counts one.</summary>
    public static SparseMatrix OfOnes(int columns, IReadOnlyList<int[]> rows) => Of(columns, [.. rows.Select(items => new SparseRow(items, [.. items.Select(_ => 1f)]))]);

    public int LengthOf(int row) => Starts[row + 1] - Starts[row];

    public ReadOnlySpan<int> IndicesOf(int row) => Indices.AsSpan(Starts[row], LengthOf(row));

    public ReadOnlySpan<float> WeightsOf(int row) => Weights.AsSpan(Starts[row], LengthOf(row));

    /// <summary>Columns become rows; within a row the old rows stand in order.</summary>
    public SparseMatrix Transposed()
    {
        var starts = new int[Columns + 1];
        foreach (var column in Indices)
        {
            starts[column + 1]++;
        }

        for (var column = 0; column < Columns; column++)
        {
            starts[column + 1] += starts[column];
        }

        var (next, indices, weights) = (starts[..^1], new int[Count], new float[Count]);
        for (var row = 0; row < Rows; row++)
        {
            for (var k = Starts[row]; k < Starts[row + 1]; k++)
            {
                var place = next[Indices[k]]++;
                (indices[place], weights[place]) = (row, Weights[k]);
            }
        }

        return new(Rows, starts, indices, weights);
    }

    /// <summary>This matrix times a dense one: rows × width.</summary>
    public Factors Times(Factors dense, ParallelOptions cores)
    {
        var product = new Factors(Rows, dense.Width);
        Parallel.For(0, Rows, cores, row =>
        {
            var into = product.Row(row);
            for (var k = Starts[row]; k < Starts[row + 1]; k++)
            {
                VectorMath.AddScaled(into, dense.Row(Indices[k]), Weights[k]);
            }
        });
        return product;
    }
}

/// <summary>A row of a sparse matrix: columns and what stands in them.</summary>
internal readonly record struct SparseRow(int[] Indices, float[] Weights);
