namespace Sward.Search;

/// <summary>The documents that hold one term, by ascending ordinal, each with its impact, in blocks of <see cref="BlockSize"/>. The last block may be shorter.</summary>
internal abstract class Postings
{
    public const int BlockSize = 128;

    public abstract int Count { get; }

    public int Blocks => (int)((uint)(Count + BlockSize - 1) / BlockSize);

    /// <summary>The highest impact of all.</summary>
    public abstract byte Max { get; }

    /// <summary>The last ordinal of a block; of the last block anything that is not below it.</summary>
    public abstract int LastOf(int block);

    /// <summary>The highest impact in a block.</summary>
    public abstract byte MaxOf(int block);

    /// <summary>Unpacks a block into buffers of <see cref="BlockSize"/> and returns how many postings it has.</summary>
    public abstract int Read(int block, Span<int> ordinals, Span<byte> impacts);

    /// <summary>The first block from <paramref name="from"/> on that may hold an ordinal or one behind it; <see cref="Blocks"/> when there is none.</summary>
    public int BlockOf(int ordinal, int from)
    {
        // Most ways are short, so the steps begin short: double them until they reach the ordinal, then halve the last.
        var (low, step) = (from, 1);
        while (low + step <= Blocks && LastOf(low + step - 1) < ordinal)
        {
            low += step;
            step *= 2;
        }

        var high = Math.Min(low + step - 1, Blocks);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (LastOf(middle) < ordinal)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
