using System.Buffers.Binary;

namespace Sward.Media;

/// <summary>Length-prefixed frames on a pipe: four bytes, little endian, then the content.</summary>
internal static class Frames
{
    private const int PrefixLength = 4;

    public static async Task WriteAsync(Stream pipe, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        await pipe.WriteAsync(Prefix(content.Length), ct);
        await pipe.WriteAsync(content, ct);
    }

    /// <summary>Sends a stream whose length is known without holding it in memory.</summary>
    public static async Task WriteAsync(Stream pipe, Stream content, CancellationToken ct)
    {
        await pipe.WriteAsync(Prefix(checked((int)(content.Length - content.Position))), ct);
        await content.CopyToAsync(pipe, ct);
    }

    /// <summary>The next frame; throws <see cref="EndOfStreamException"/> when the other side is gone and <see cref="InvalidDataException"/> when it asks for too much.</summary>
    public static async Task<byte[]> ReadAsync(Stream pipe, int maxLength, CancellationToken ct)
    {
        var prefix = new byte[PrefixLength];
        await pipe.ReadExactlyAsync(prefix, ct);
        var length = BinaryPrimitives.ReadInt32LittleEndian(prefix);
        if (length < 0 || length > maxLength)
        {
            throw new InvalidDataException($"A frame of {length} bytes is not acceptable.");
        }

        var content = GC.AllocateUninitializedArray<byte>(length);
        await pipe.ReadExactlyAsync(content, ct);
        return content;
    }

    private static byte[] Prefix(int length)
    {
        var prefix = new byte[PrefixLength];
        BinaryPrimitives.WriteInt32LittleEndian(prefix, length);
        return prefix;
    }
}
