using System.Buffers.Binary;

namespace Sward.Media;

/// <summary>A WebP file is a RIFF list of chunks: four letters, a length, content padded to an even length.</summary>
internal static class WebpContainer
{
    private const int FileHeader = 12;
    private const int ChunkHeader = 8;

    /// <summary>
    /// The same picture in a file with no other chunk. The saver of Debian's libvips makes up an EXIF block whatever it is told; here nothing but pixels can
    /// pass. Only for pictures without transparency and motion, as ours are.
    /// </summary>
    public static byte[] KeepPixelsOnly(ReadOnlySpan<byte> file)
    {
        for (var at = FileHeader; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(file[(at + 4)..]);
            var padded = ChunkHeader + length + (length & 1);
            if (file.Slice(at, 4).SequenceEqual("VP8 "u8))
            {
                return Wrap(file.Slice(at, padded));
            }

            at += padded;
        }

        throw new InvalidDataException("The file has no lossy picture.");
    }

    private static byte[] Wrap(ReadOnlySpan<byte> chunk)
    {
        var file = new byte[FileHeader + chunk.Length];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        "WEBP"u8.CopyTo(file.AsSpan(8));
        chunk.CopyTo(file.AsSpan(FileHeader));
        return file;
    }
}
