namespace Sward.Search;

/// <summary>The documents that hold one term, ascending, each with its impact. Appended to in place and read by cursors.</summary>
/// <remarks>A posting is the distance to the one before as a varint, and one byte of impact: two bytes for frequent terms. A signpost every 128 postings lets a cursor skip.</remarks>
internal struct Postings
{
    private const int Stride = 128;

    private byte[] bytes;
    private int used;
    private int last;
    private List<Signpost>? signposts;

    public Postings()
    {
        bytes = [];
        last = -1;
    }

    public int Count { get; private set; }

    /// <summary>Adds a document; its ordinal is greater than all before.</summary>
    public void Append(int ordinal, byte impact)
    {
        if (Count > 0 && Count % Stride == 0)
        {
            (signposts ??= []).Add(new Signpost(last, used));
        }

        if (used + 6 > bytes.Length)
        {
            // Most terms occur once or twice: grow gently while small.
            Array.Resize(ref bytes, Math.Max(used + 6, used + (used / 2)));
        }

        var distance = (uint)(ordinal - last);
        for (; distance >= 0x80; distance >>= 7)
        {
            bytes[used++] = (byte)(distance | 0x80);
        }

        bytes[used++] = (byte)distance;
        bytes[used++] = impact;
        last = ordinal;
        Count++;
    }

    public readonly Cursor Read() => new(this);

    /// <summary>State of a cursor at the start of a stride.</summary>
    private readonly record struct Signpost(int OrdinalBefore, int Offset);

    /// <summary>Walks postings in order.</summary>
    public struct Cursor
    {
        private readonly Postings postings;
        private int offset;

        internal Cursor(Postings postings)
        {
            this.postings = postings;
            Ordinal = -1;
        }

        public int Ordinal { get; private set; }

        public byte Impact { get; private set; }

        public bool Next()
        {
            if (offset == postings.used)
            {
                return false;
            }

            var bytes = postings.bytes;
            uint distance = bytes[offset++];
            if (distance >= 0x80)
            {
                distance &= 0x7F;
                for (var shift = 7; ; shift += 7)
                {
                    var next = bytes[offset++];
                    distance |= (uint)(next & 0x7F) << shift;
                    if (next < 0x80)
                    {
                        break;
                    }
                }
            }

            Ordinal += (int)distance;
            Impact = bytes[offset++];
            return true;
        }

        /// <summary>Moves to the first posting at or after the ordinal; false when there is none.</summary>
        public bool SeekTo(int ordinal)
        {
            if (Ordinal >= ordinal)
            {
                return true;
            }

            Skip(ordinal);
            while (Next())
            {
                if (Ordinal >= ordinal)
                {
                    return true;
                }
            }

            return false;
        }

        private void Skip(int ordinal)
        {
            if (postings.signposts is not { } signposts)
            {
                return;
            }

            var (low, high) = (0, signposts.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (signposts[middle].OrdinalBefore < ordinal)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            if (low > 0 && signposts[low - 1].Offset > offset)
            {
                (Ordinal, offset) = signposts[low - 1];
            }
        }
    }
}
