namespace Sward.Search;

/// <summary>Walks postings forward and unpacks only the blocks it stops in. Opened again and again, because it is larger than what it reads.</summary>
internal sealed class PostingsCursor
{
    /// <summary>The ordinal of a cursor that has seen everything.</summary>
    public const int End = int.MaxValue;

    private readonly int[] ordinals = new int[Postings.BlockSize];
    private readonly byte[] impacts = new byte[Postings.BlockSize];
    private Postings postings = new GrowingPostings();
    private int block;
    private int length;
    private int at;

    /// <summary>The block that may hold what was asked for last; it need not be unpacked.</summary>
    private int ahead;

    public int Ordinal { get; private set; } = End;

    public byte Impact => impacts[at];

    /// <summary>Stands before the first posting.</summary>
    public void Open(Postings of) => (postings, block, length, at, ahead, Ordinal) = (of, -1, 0, 0, 0, -1);

    /// <summary>Moves to the first posting at or behind an ordinal.</summary>
    public void SeekTo(int ordinal)
    {
        if (Ordinal >= ordinal)
        {
            return;
        }

        LookAhead(ordinal);
        while (ahead < postings.Blocks)
        {
            if (block != ahead)
            {
                (block, at) = (ahead, 0);
                length = postings.Read(block, ordinals, impacts);
            }

            var further = ordinals.AsSpan(at, length - at).IndexOfAnyInRange(ordinal, End);
            if (further >= 0)
            {
                at += further;
                Ordinal = ordinals[at];
                return;
            }

            ahead++;
        }

        Ordinal = End;
    }

    /// <summary>What the block that may hold an ordinal at or behind the given one has at most, and where it ends; nothing is unpacked.</summary>
    public (byte Max, int Last) Peek(int ordinal)
    {
        LookAhead(ordinal);
        return ahead < postings.Blocks ? (postings.MaxOf(ahead), postings.LastOf(ahead)) : ((byte)0, End);
    }

    private void LookAhead(int ordinal) => ahead = postings.BlockOf(ordinal, ahead);
}
