namespace Sward.Search;

/// <summary>Postings that are still written, as plain arrays.</summary>
internal sealed class GrowingPostings : Postings
{
    // Most terms occur once or twice.
    private int[] ordinals = new int[1];
    private byte[] impacts = new byte[1];
    private byte[] maxima = new byte[1];
    private int count;
    private byte max;

    public override int Count => count;

    public override byte Max => max;

    /// <summary>Adds a document; its ordinal is greater than all before.</summary>
    public void Append(int ordinal, byte impact)
    {
        if (count == ordinals.Length)
        {
            Array.Resize(ref ordinals, count * 2);
            Array.Resize(ref impacts, count * 2);
        }

        var block = count / BlockSize;
        if (block == maxima.Length)
        {
            Array.Resize(ref maxima, block * 2);
        }

        (ordinals[count], impacts[count]) = (ordinal, impact);
        maxima[block] = Math.Max(maxima[block], impact);
        max = Math.Max(max, impact);
        count++;
    }

    public override int LastOf(int block) => ordinals[Math.Min(count, (block + 1) * BlockSize) - 1];

    public override byte MaxOf(int block) => maxima[block];

    public override int Read(int block, Span<int> ordinals, Span<byte> impacts)
    {
        var piece = (block * BlockSize)..Math.Min(count, (block + 1) * BlockSize);
        this.ordinals.AsSpan(piece).CopyTo(ordinals);
        this.impacts.AsSpan(piece).CopyTo(impacts);
        return piece.End.Value - piece.Start.Value;
    }
}
