namespace Sward.Search;

/// <summary>Walks postings forward and unpacks only the blocks it stops in. Opened again and again, because it is larger than what it reads.</summary>
internal sealed class PostingsCursor
{
    /// <summary>The ordinal of a cursor that has seen everything.</summary>
    public const int End = int.MaxValue;

    private readonly int[] ordinals = new int[Postings.BlockSize];
    private readonly byte[] impacts = new byte[Postings.BlockSize];
    private Postings postings = Nothing;
    private int block;
    private int length;
    private int at;

    /// <summary>The block that may hold what was asked for last, its last ordinal and its highest impact; it need not be unpacked.</summary>
    private int ahead;
    private int lastAhead;
    private byte mostAhead;

    private static Postings Nothing { get; } = new GrowingPostings();

    public int Ordinal { get; private set; } = End;

    public byte Impact => impacts[at];

    /// <summary>Stands before the first posting.</summary>
    public void Open(Postings of)
    {
        (postings, block, length, at, Ordinal) = (of, -1, 0, 0, -1);
        LookAt(0);
    }

    /// <summary>Lets go of what it reads.</summary>
    public void Close() => Open(Nothing);

    /// <summary>Moves to the next posting; only from one.</summary>
    public void Next()
    {
        if (at + 1 < length)
        {
            Ordinal = ordinals[++at];
        }
        else
        {
            SeekTo(Ordinal + 1);
        }
    }

    /// <summary>Moves to the first posting at or behind an ordinal.</summary>
    public void SeekTo(int ordinal)
    {
        if (Ordinal >= ordinal)
        {
            return;
        }

        if (length > 0 && ordinals[length - 1] >= ordinal)
        {
            MoveWithin(ordinal);
            return;
        }

        for (LookAhead(ordinal); ahead < postings.Blocks; LookAt(ahead + 1))
        {
            if (block != ahead)
            {
                (block, at) = (ahead, 0);
                length = postings.Read(block, ordinals, impacts);
                if (ordinals[length - 1] >= ordinal)
                {
                    MoveWithin(ordinal);
                    return;
                }
            }
        }

        (Ordinal, length) = (End, 0);
    }

    /// <summary>Adds what the documents from one ordinal to another have, both included, and stands behind them.</summary>
    public void AddTo(Scores scores, int from, int last, int weight)
    {
        for (SeekTo(from); Ordinal <= last && Ordinal != End; SeekTo(ordinals[length - 1] + 1))
        {
            var isWhole = ordinals[length - 1] <= last;
            var count = isWhole ? length - at : ordinals.AsSpan(at, length - at).IndexOfAnyInRange(last + 1, End);
            scores.Add(ordinals.AsSpan(at, count), impacts.AsSpan(at, count), from, weight);
            if (!isWhole)
            {
                at += count;
                Ordinal = ordinals[at];
                return;
            }
        }
    }

    /// <summary>What the block that may hold an ordinal at or behind the given one has at most, and where it ends; nothing is unpacked.</summary>
    public (byte Max, int Last) Peek(int ordinal)
    {
        LookAhead(ordinal);
        return (mostAhead, lastAhead);
    }

    /// <summary>Moves forward in the unpacked block, which has such an ordinal.</summary>
    private void MoveWithin(int ordinal)
    {
        at += ordinals[at] >= ordinal ? 0 : ordinals.AsSpan(at, length - at).IndexOfAnyInRange(ordinal, End);
        Ordinal = ordinals[at];
    }

    private void LookAhead(int ordinal)
    {
        if (ordinal > lastAhead)
        {
            LookAt(postings.BlockOf(ordinal, ahead));
        }
    }

    private void LookAt(int place)
    {
        ahead = place;
        (lastAhead, mostAhead) = place < postings.Blocks ? (postings.LastOf(place), postings.MaxOf(place)) : (End, (byte)0);
    }
}
