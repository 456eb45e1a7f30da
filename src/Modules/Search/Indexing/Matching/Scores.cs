using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sward.Search;

/// <summary>
/// What each document of a window has of a query so far: the weight of the terms it holds in the upper half of a number, the sum of weight times impact in the lower,
/// so that one addition does for both. With 128 terms neither half can run over.
/// </summary>
internal sealed class Scores
{
    /// <summary>Ordinals of a window: few enough that their scores stay in the fastest cache.</summary>
    public const int Size = 2_048;

    /// <summary>Slots side by side, as a power of two, that are looked at only when one of them got something.</summary>
    private const int GroupBits = 4;

    private readonly ulong[] scores = new ulong[Size];
    private readonly bool[] touched = new bool[Size >> GroupBits];
    private readonly int[] slots = new int[Size];
    private int count;

    [ThreadStatic]
    private static Scores? ofThread;

    /// <summary>One for each thread; to be cleared before each window.</summary>
    public static Scores OfThread => ofThread ??= new();

    /// <summary>The slots that were gathered, ascending.</summary>
    public ReadOnlySpan<int> Candidates => slots.AsSpan(0, count);

    public (long Sum, long Held) this[int slot] => ((uint)scores[slot], (long)(scores[slot] >> 32));

    /// <summary>Adds what some documents have of a term.</summary>
    /// <param name="first">The ordinal with which the window begins.</param>
    public void Add(ReadOnlySpan<int> ordinals, ReadOnlySpan<byte> impacts, int first, int weight)
    {
        var holds = (ulong)weight << 32;
        for (var i = 0; i < ordinals.Length; i++)
        {
            var slot = ordinals[i] - first;
            scores[slot] += holds + ((ulong)(uint)weight * impacts[i]);
            touched[slot >> GroupBits] = true;
        }
    }

    /// <summary>Makes candidates of the slots that have at least so much of both.</summary>
    public void Gather(uint leastHeld, uint leastSum)
    {
        var least = Vector256.Create(((ulong)leastHeld << 32) + leastSum).AsUInt32();
        ref var start = ref MemoryMarshal.GetArrayDataReference(scores);
        count = 0;
        for (var group = NextTouched(0); group < touched.Length; group = NextTouched(group + 1))
        {
            for (var at = group << GroupBits; at < (group + 1) << GroupBits; at += Vector256<ulong>.Count)
            {
                var reached = Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref start, (nuint)at).AsUInt32(), least).ExtractMostSignificantBits();
                for (var both = reached & (reached >> 1) & 0x55; both != 0; both &= both - 1)
                {
                    slots[count++] = at + (int)(uint.TrailingZeroCount(both) >> 1);
                }
            }
        }
    }

    public void Clear()
    {
        for (var group = NextTouched(0); group < touched.Length; group = NextTouched(group + 1))
        {
            scores.AsSpan(group << GroupBits, 1 << GroupBits).Clear();
        }

        touched.AsSpan().Clear();
    }

    private int NextTouched(int from)
    {
        // Where many documents hold a term, the next group is nearly always touched.
        if (from >= touched.Length || touched[from])
        {
            return from;
        }

        var way = touched.AsSpan(from).IndexOf(true);
        return way < 0 ? touched.Length : from + way;
    }
}
