namespace Sward.Kernel;

/// <summary>
/// Makes 53-bit ids that sort by time: 42 bits of milliseconds since 2010, 6 bits of node, 5 bits of sequence. Good until 2149 and for 64 nodes;
/// exact as JavaScript numbers. A node issues ids only below a ceiling that <see cref="NodeLease"/> has already written to the database, so that
/// neither a restart nor a clock that steps back can make an id twice.
/// </summary>
public sealed class Ids(TimeProvider clock)
{
    private const int NodeBits = 6;
    private const int SequenceBits = 5;

    /// <summary>The node number that imported and demo content uses; never leased to a running node.</summary>
    internal const int ImportNode = (1 << NodeBits) - 1;

    private static readonly long Epoch = new DateTimeOffset(2010, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly object gate = new();
    private readonly HashSet<long> imported = [];
    private long node;
    private long last;
    private long ceiling;

    /// <summary>The time that the newest id carries; ahead of the clock after a restart within seconds of the last one.</summary>
    internal DateTimeOffset Reached
    {
        get
        {
            lock (gate)
            {
                return DateTimeOffset.FromUnixTimeMilliseconds((last >> SequenceBits) + Epoch);
            }
        }
    }

    /// <summary>The next id. Waits when the lease has to be renewed first, and throws when it could not be.</summary>
    public long Next()
    {
        lock (gate)
        {
            // Time and sequence count as one number: a clock that stands still or steps back only makes us count on.
            var next = Math.Max(Ticks(clock.GetUtcNow()), last + 1);
            while (next >= ceiling)
            {
                if (!Monitor.Wait(gate, Patience))
                {
                    throw new InvalidOperationException("This node's lease for ids has lapsed.");
                }

                next = Math.Max(next, last + 1);
            }

            last = next;
            return Compose(next, node);
        }
    }

    /// <summary>An id for imported or demo content that sorts at <paramref name="at"/>. Unique within one import into an empty installation.</summary>
    public long Next(DateTimeOffset at)
    {
        lock (gate)
        {
            var ticks = Ticks(at);
            while (!imported.Add(ticks))
            {
                ticks++;
            }

            return Compose(ticks, ImportNode);
        }
    }

    /// <summary>The smallest id that a row made at this time can have: a bound for range queries.</summary>
    public static long FloorOf(DateTimeOffset at) => Compose(Ticks(at), node: 0);

    /// <summary>When an id was made, to the millisecond.</summary>
    public static DateTimeOffset TimeOf(long id) => DateTimeOffset.FromUnixTimeMilliseconds((id >> (NodeBits + SequenceBits)) + Epoch);

    /// <summary>Lets this node issue ids in [<paramref name="from"/>, <paramref name="until"/>).</summary>
    internal void Allow(int leasedNode, DateTimeOffset from, DateTimeOffset until)
    {
        lock (gate)
        {
            node = leasedNode;
            last = Math.Max(last, Ticks(from) - 1);
            ceiling = Ticks(until);
            Monitor.PulseAll(gate);
        }
    }

    private static long Ticks(DateTimeOffset at) => (at.ToUnixTimeMilliseconds() - Epoch) << SequenceBits;

    private static long Compose(long ticks, long node)
    {
        var (millis, sequence) = (ticks >> SequenceBits, ticks & ((1 << SequenceBits) - 1));
        return (millis << (NodeBits + SequenceBits)) | (node << SequenceBits) | sequence;
    }
}
