using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Sward.Search;

/// <summary>Packs postings for good.</summary>
/// <remarks>
/// The form: the count as a varint; one byte with the highest impact of all full blocks, if there is one; a <see cref="DirectoryEntry"/> for each full block; one byte with the highest impact of the rest, if there is a rest; the full
/// blocks; the rest. A full block has its 128 distances in as many bits as the widest needs, then its 128 impacts. The rest has a varint and an impact for each.
/// Distances are one less than the step from the ordinal before.
/// </remarks>
internal sealed class PostingsPacker
{
    private readonly List<byte> packed = [];
    private readonly List<byte> blocks = [];

    /// <summary>Good until the next call.</summary>
    public ReadOnlySpan<byte> Pack(ReadOnlySpan<int> ordinals, ReadOnlySpan<byte> impacts)
    {
        packed.Clear();
        blocks.Clear();
        Varint.Write(packed, (uint)ordinals.Length);
        if (ordinals.Length >= Postings.BlockSize)
        {
            packed.Add(MaxOf(impacts[..^(ordinals.Length % Postings.BlockSize)]));
        }

        var before = -1;
        while (ordinals.Length >= Postings.BlockSize)
        {
            AddFull(before, ordinals[..Postings.BlockSize], impacts[..Postings.BlockSize]);
            before = ordinals[Postings.BlockSize - 1];
            ordinals = ordinals[Postings.BlockSize..];
            impacts = impacts[Postings.BlockSize..];
        }

        AddTail(before, ordinals, impacts);
        packed.AddRange(CollectionsMarshal.AsSpan(blocks));
        return CollectionsMarshal.AsSpan(packed);
    }

    private void AddFull(int before, ReadOnlySpan<int> ordinals, ReadOnlySpan<byte> impacts)
    {
        var all = 0u;
        for (var i = 0; i < ordinals.Length; i++)
        {
            all |= DistanceAt(ordinals, i, before);
        }

        var entry = new DirectoryEntry(ordinals[^1], blocks.Count, MaxOf(impacts), (byte)(32 - BitOperations.LeadingZeroCount(all)));
        entry.Write(Grow(packed, DirectoryEntry.Size));
        var block = Grow(blocks, DirectoryEntry.BytesOf(entry.Bits));
        block.Clear();
        for (var (i, bit) = (0, 0); i < ordinals.Length; i++, bit += entry.Bits)
        {
            var place = block[(bit >> 3)..];
            BinaryPrimitives.WriteUInt64LittleEndian(place, BinaryPrimitives.ReadUInt64LittleEndian(place) | ((ulong)DistanceAt(ordinals, i, before) << (bit & 7)));
        }

        impacts.CopyTo(block[^Postings.BlockSize..]);
    }

    private void AddTail(int before, ReadOnlySpan<int> ordinals, ReadOnlySpan<byte> impacts)
    {
        if (ordinals.Length == 0)
        {
            return;
        }

        packed.Add(MaxOf(impacts));
        for (var i = 0; i < ordinals.Length; i++)
        {
            Varint.Write(blocks, DistanceAt(ordinals, i, before));
            blocks.Add(impacts[i]);
        }
    }

    private static uint DistanceAt(ReadOnlySpan<int> ordinals, int i, int before) => (uint)(ordinals[i] - (i > 0 ? ordinals[i - 1] : before) - 1);

    private static byte MaxOf(ReadOnlySpan<byte> impacts)
    {
        byte max = 0;
        foreach (var impact in impacts)
        {
            max = Math.Max(max, impact);
        }

        return max;
    }

    private static Span<byte> Grow(List<byte> bytes, int by)
    {
        CollectionsMarshal.SetCount(bytes, bytes.Count + by);
        return CollectionsMarshal.AsSpan(bytes)[^by..];
    }
}
