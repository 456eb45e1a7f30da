using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sward.Search;

/// <summary>Postings as <see cref="PostingsPacker"/> has written them; see there for the form.</summary>
internal sealed class PackedPostings : Postings
{
    private readonly ReadOnlyMemory<byte> directory;
    private readonly ReadOnlyMemory<byte> blocks;
    private readonly byte tailMax;

    /// <summary>Reads postings where they are.</summary>
    /// <param name="bytes">Begins with the postings; more may follow.</param>
    public PackedPostings(ReadOnlyMemory<byte> bytes)
    {
        var at = 0;
        var span = bytes.Span;
        Count = (int)Varint.Read(span, ref at);
        var max = Count >= BlockSize ? span[at++] : (byte)0;
        var directoryEnd = at + (Count / BlockSize * DirectoryEntry.Size);
        directory = bytes[at..directoryEnd];
        tailMax = Count % BlockSize > 0 ? span[directoryEnd++] : (byte)0;
        Max = Math.Max(max, tailMax);
        blocks = bytes[directoryEnd..];
    }

    public override int Count { get; }

    public override byte Max { get; }

    public override int LastOf(int block) => IsTail(block) ? int.MaxValue : BinaryPrimitives.ReadInt32LittleEndian(directory.Span[(block * DirectoryEntry.Size)..]);

    public override byte MaxOf(int block) => IsTail(block) ? tailMax : EntryOf(block).Max;

    public override int Read(int block, Span<int> ordinals, Span<byte> impacts)
    {
        var before = block > 0 ? EntryOf(block - 1).Last : -1;
        return IsTail(block) ? ReadTail(block, before, ordinals, impacts) : ReadFull(EntryOf(block), before, ordinals, impacts);
    }

    private int ReadFull(in DirectoryEntry entry, int ordinal, Span<int> ordinals, Span<byte> impacts)
    {
        var packed = blocks.Span.Slice(entry.Offset, DirectoryEntry.BytesOf(entry.Bits));
        var (mask, bits) = ((1UL << entry.Bits) - 1, (int)entry.Bits);
        ref var start = ref MemoryMarshal.GetReference(packed);
        for (var (i, bit) = (0, 0); i < BlockSize; i++, bit += bits)
        {
            // No check for each read: the impacts that follow give room to read eight bytes anywhere, and the slice has them.
            var distance = (Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, bit >> 3)) >> (bit & 7)) & mask;
            ordinals[i] = ordinal += (int)distance + 1;
        }

        packed[^BlockSize..].CopyTo(impacts);
        return BlockSize;
    }

    private int ReadTail(int block, int ordinal, Span<int> ordinals, Span<byte> impacts)
    {
        var bytes = blocks.Span;
        var at = block > 0 ? EntryOf(block - 1).End : 0;
        var count = Count % BlockSize;
        for (var i = 0; i < count; i++)
        {
            ordinals[i] = ordinal += (int)Varint.Read(bytes, ref at) + 1;
            impacts[i] = bytes[at++];
        }

        return count;
    }

    private bool IsTail(int block) => block == (int)((uint)Count / BlockSize);

    private DirectoryEntry EntryOf(int block) => DirectoryEntry.Read(directory.Span[(block * DirectoryEntry.Size)..]);
}

/// <summary>What can be known of a full block without unpacking it.</summary>
/// <param name="Last">Its last ordinal.</param>
/// <param name="Offset">Where it begins, from the first block.</param>
/// <param name="Max">Its highest impact.</param>
/// <param name="Bits">How many bits each distance takes.</param>
internal readonly record struct DirectoryEntry(int Last, int Offset, byte Max, byte Bits)
{
    public const int Size = 10;

    public int End => Offset + BytesOf(Bits);

    /// <summary>Length of a full block: its distances, packed, and its impacts.</summary>
    public static int BytesOf(int bits) => (Postings.BlockSize * bits / 8) + Postings.BlockSize;

    public static DirectoryEntry Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadInt32LittleEndian(bytes), BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]), bytes[8], bytes[9]);

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Last);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], Offset);
        (bytes[8], bytes[9]) = (Max, Bits);
    }
}
