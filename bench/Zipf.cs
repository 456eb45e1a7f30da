namespace Sward.Bench;

/// <summary>Ranks from 0, where rank r comes up in proportion to 1 / (r + 1).</summary>
internal sealed class Zipf
{
    private readonly double[] reached;

    public Zipf(int ranks)
    {
        reached = new double[ranks];
        var sum = 0.0;
        for (var rank = 0; rank < ranks; rank++)
        {
            reached[rank] = sum += 1.0 / (rank + 1);
        }
    }

    public int Next(Random random)
    {
        var index = Array.BinarySearch(reached, random.NextDouble() * reached[^1]);
        return index < 0 ? ~index : index;
    }
}
