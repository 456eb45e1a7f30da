using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Sward.Search;

/// <summary>
/// Where things are in the bytes of a sealed segment: postings, then, each beginning at a multiple of eight, the keys of terms (ascending), the ids of documents
/// (ascending), where each term's postings begin, the text versions of documents, and in the last sixteen bytes how many of both there are. Numbers are little-endian.
/// </summary>
internal sealed class SegmentLayout
{
    private const int FooterSize = 16;

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly int keysAt;
    private readonly int idsAt;
    private readonly int offsetsAt;
    private readonly int versionsAt;

    public SegmentLayout(ReadOnlyMemory<byte> bytes)
    {
        var footer = bytes.Span[^FooterSize..];
        this.bytes = bytes;
        keysAt = (int)BinaryPrimitives.ReadInt64LittleEndian(footer);
        Terms = BinaryPrimitives.ReadInt32LittleEndian(footer[8..]);
        Documents = BinaryPrimitives.ReadInt32LittleEndian(footer[12..]);
        idsAt = keysAt + (Terms * sizeof(ulong));
        offsetsAt = idsAt + (Documents * sizeof(long));
        versionsAt = offsetsAt + (Terms * sizeof(uint));
    }

    public int Terms { get; }

    public int Documents { get; }

    public ReadOnlySpan<ulong> Keys => Section<ulong>(keysAt, Terms);

    public ReadOnlySpan<long> Ids => Section<long>(idsAt, Documents);

    public ReadOnlySpan<int> TextVersions => Section<int>(versionsAt, Documents);

    public PackedPostings PostingsOf(int term) => new(bytes[(int)Section<uint>(offsetsAt, Terms)[term]..keysAt]);

    /// <summary>Writes what follows the postings, of which there are <paramref name="length"/> bytes.</summary>
    public static void Finish(Stream to, long length, ReadOnlySpan<ulong> keys, ReadOnlySpan<long> ids, ReadOnlySpan<uint> offsets, ReadOnlySpan<int> textVersions)
    {
        var padding = (int)(-length & 7);
        to.Write(stackalloc byte[padding]);
        to.Write(MemoryMarshal.AsBytes(keys));
        to.Write(MemoryMarshal.AsBytes(ids));
        to.Write(MemoryMarshal.AsBytes(offsets));
        to.Write(MemoryMarshal.AsBytes(textVersions));
        Span<byte> footer = stackalloc byte[FooterSize];
        BinaryPrimitives.WriteInt64LittleEndian(footer, length + padding);
        BinaryPrimitives.WriteInt32LittleEndian(footer[8..], keys.Length);
        BinaryPrimitives.WriteInt32LittleEndian(footer[12..], ids.Length);
        to.Write(footer);
    }

    private ReadOnlySpan<T> Section<T>(int at, int count) where T : unmanaged => MemoryMarshal.Cast<byte, T>(bytes.Span[at..])[..count];
}
