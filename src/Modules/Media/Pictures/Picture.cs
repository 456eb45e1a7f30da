namespace Sward.Media;

/// <summary>A finished picture: upright, sRGB, without a trace of where and with what it was taken.</summary>
/// <param name="Width">Width of the largest rendition, pixels.</param>
/// <param name="Preview">A 16-pixel WebP as a data URI.</param>
internal sealed record Picture(int Width, int Height, string Blurhash, string Preview, IReadOnlyList<Rendition> Renditions);

/// <summary>One encoding of a picture at one width.</summary>
internal sealed record Rendition(int Width, PictureFormat Format, byte[] Bytes)
{
    public string FileName => Format.FileName(Width);
}

/// <summary>The formats that are stored and served.</summary>
internal enum PictureFormat
{
    Avif,
    Webp,
}

/// <summary>How a format is called in URLs and headers.</summary>
internal static class PictureFormats
{
    public static string FileName(this PictureFormat format, int width) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{width}.{(format is PictureFormat.Avif ? "avif" : "webp")}");

    public static string ContentType(this PictureFormat format) => format is PictureFormat.Avif ? "image/avif" : "image/webp";
}
