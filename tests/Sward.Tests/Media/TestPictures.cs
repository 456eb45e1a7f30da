using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Sward.Tests.Media;

/// <summary>Pictures that tests make themselves, and a look into the ones that came out.</summary>
internal static class TestPictures
{
    public const string Serial = "SERIAL-4711";

    /// <summary>Two frames of one pixel: the first red, the second blue.</summary>
    public static readonly byte[] Gif = Convert.FromHexString(
        "474946383961010001008000" + "00FF00000000FF" + "2C00000000010001000002024401" + "00" + "2C000000000100010000020" + "24C0100" + "3B");

    /// <summary>Real photographs beside the repository; some installations do not have them.</summary>
    public static string? PhotoFolder { get; } = FindPhotos();

    /// <summary>A picture whose left half is red and whose right half is blue, with the marks of a camera that was held upright: shown right, red is on top.</summary>
    public static byte[] TurnedPng(int width, int height) => Png(width, height, x => x < width / 2 ? Red : Blue, TurnedExif());

    public static byte[] PlainPng(int width, int height) => Png(width, height, x => x % 2 == 0 ? Red : Blue);

    /// <summary>All black; its rows are packed as they are made, so that it may be huge.</summary>
    public static byte[] HugePng(int side) => Png(side, side, _ => [0, 0, 0]);

    /// <summary>A picture of one pixel with a comment that unpacks to a gigabyte.</summary>
    public static byte[] BombPng()
    {
        var comment = new MemoryStream();
        comment.Write("Comment\0\0"u8);
        using (var packed = new ZLibStream(comment, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 1024; megabyte++)
            {
                packed.Write(zeros);
            }
        }

        return Png(1, 1, _ => Red, ("zTXt", comment.ToArray()));
    }

    /// <summary>What a browser would see: size, and the colour of one point given in parts of width and height.</summary>
    /// <remarks>
    /// FFmpeg decodes in a process of its own: it did not write the file, and libvips must never be loaded beside SQLite. It brings the system's SQLite along, whose
    /// functions then stand in for those of the bundled one.
    /// </remarks>
    public static async Task<(int Width, int Height, string Colour)> LookAsync(byte[] file, double x, double y)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, file, AppFixture.Ct);
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-i", path, "-frames:v", "1", "-f", "image2pipe", "-c:v", "ppm", "-"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        using var ppm = new MemoryStream();
        await ffmpeg.StandardOutput.BaseStream.CopyToAsync(ppm, AppFixture.Ct);
        await ffmpeg.WaitForExitAsync(AppFixture.Ct);
        File.Delete(path);
        return LookAt(ppm.ToArray(), x, y);
    }

    /// <summary>Three lines of header (P6, width and height, 255), then three bytes for each pixel.</summary>
    private static (int Width, int Height, string Colour) LookAt(ReadOnlySpan<byte> ppm, double x, double y)
    {
        var size = ppm[3..(3 + ppm[3..].IndexOf((byte)'\n'))];
        var space = size.IndexOf((byte)' ');
        var (width, height) = (int.Parse(size[..space], CultureInfo.InvariantCulture), int.Parse(size[(space + 1)..], CultureInfo.InvariantCulture));
        var pixel = ppm[^(width * height * 3)..][((((int)(y * height) * width) + (int)(x * width)) * 3)..];
        return (width, height, pixel[0] > pixel[2] ? "red" : "blue");
    }

    private static byte[] Red => [220, 20, 20];

    private static byte[] Blue => [20, 20, 220];

    private static byte[] Png(int width, int height, Func<int, byte[]> colourAt, params (string Type, byte[] Content)[] chunks)
    {
        var row = new byte[1 + (width * 3)];
        for (var x = 0; x < width; x++)
        {
            colourAt(x).CopyTo(row, 1 + (x * 3));
        }

        var rows = new MemoryStream();
        using (var packed = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                packed.Write(row);
            }
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);

        var png = new MemoryStream();
        png.Write([0x89, .. "PNG\r\n\u001a\n"u8]);
        foreach (var (type, content) in (IEnumerable<(string, byte[])>)[("IHDR", header), .. chunks, ("IDAT", rows.ToArray()), ("IEND", [])])
        {
            WriteChunk(png, type, content);
        }

        return png.ToArray();
    }

    /// <summary>EXIF, big-endian: Orientation 6, BodySerialNumber in an EXIF part, a GPS part.</summary>
    private static (string, byte[]) TurnedExif()
    {
        var exif = new MemoryStream();
        exif.Write("MM\0*\0\0\0\u0008"u8);
        WriteEntries(exif, (0x0112, 3, 1, 6 << 16), (0x8769, 4, 1, 50), (0x8825, 4, 1, 80));
        WriteEntries(exif, (0xA431, 2, Serial.Length + 1, 68));
        exif.Write(Encoding.ASCII.GetBytes(Serial.PadRight(12, '\0')));
        WriteEntries(exif, (0x0001, 2, 2, 'N' << 24));
        return ("eXIf", exif.ToArray());
    }

    private static void WriteEntries(MemoryStream exif, params (int Tag, int Type, int Count, int Value)[] entries)
    {
        Span<byte> entry = stackalloc byte[12];
        exif.Write([0, (byte)entries.Length]);
        foreach (var (tag, type, count, value) in entries)
        {
            BinaryPrimitives.WriteUInt16BigEndian(entry, (ushort)tag);
            BinaryPrimitives.WriteUInt16BigEndian(entry[2..], (ushort)type);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], count);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], value);
            exif.Write(entry);
        }

        exif.Write([0, 0, 0, 0]);
    }

    private static void WriteChunk(MemoryStream png, string type, byte[] content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        byte[] checkedPart = [.. Encoding.ASCII.GetBytes(type), .. content];
        png.Write(checkedPart);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(checkedPart));
        png.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }

    private static string? FindPhotos()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var photos = Path.Combine(folder.FullName, "shared", "data", "photos");
            if (Directory.Exists(photos))
            {
                return photos;
            }
        }

        return null;
    }
}
