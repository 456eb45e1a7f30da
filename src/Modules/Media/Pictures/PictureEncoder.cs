namespace Sward.Media;

/// <summary>Makes everything we store of a picture from its pixels at full display width.</summary>
internal static class PictureEncoder
{
    /// <summary>Pixels; the largest is what a note shows on a wide screen.</summary>
    public static readonly int[] Widths = [320, 640, 1080];

    public const int MaxHeight = 12_000;

    private const int PreviewWidth = 16;
    private const int PlaceholderWidth = 32;

    /// <summary>Marks of the camera, the place and the owner.</summary>
    private static readonly string[] PrivateFields = ["exif", "xmp", "iptc", "icc", "orientation", "jpeg-", "png-comment", "gif-comment", "heif-", "photoshop"];

    public static Picture Encode(VipsImage pixels)
    {
        RemovePrivateFields(pixels);
        var renditions = WidthsFor(pixels.Width).SelectMany(width => EncodeAt(pixels, width)).ToList();
        return new Picture(pixels.Width, pixels.Height, Placeholder(pixels), Preview(pixels), renditions);
    }

    /// <summary>A small WebP for pages that show a cover before it exists.</summary>
    public static byte[] EncodeWebp(VipsImage pixels, int quality)
    {
        using var save = new VipsOperation("webpsave_buffer").With("in", pixels).With("Q", quality).With("effort", 2);
        return WebpContainer.KeepPixelsOnly(save.ToBytes());
    }

    /// <summary>Never larger than the upload: its own width stands in for what it cannot fill.</summary>
    internal static IEnumerable<int> WidthsFor(int width) => Widths.Where(w => w < width).Append(Math.Min(width, Widths[^1]));

    private static IEnumerable<Rendition> EncodeAt(VipsImage pixels, int width)
    {
        using var scaled = Scale(pixels, width);
        yield return new Rendition(width, PictureFormat.Avif, EncodeAvif(scaled));
        yield return new Rendition(width, PictureFormat.Webp, EncodeWebp(scaled, quality: 78));
    }

    /// <summary>Effort 0: a quarter smaller than WebP at the same cost, while effort 4 costs fifteen times. Without "strip" the saver would make up an EXIF block.</summary>
    private static byte[] EncodeAvif(VipsImage pixels)
    {
        using var save = new VipsOperation("heifsave_buffer")
            .With("in", pixels).With("compression", "av1").With("Q", 55).With("effort", 0).With("bitdepth", 8).With("strip", "true");
        return save.ToBytes();
    }

    private static string Placeholder(VipsImage pixels)
    {
        using var small = Scale(pixels, PlaceholderWidth);
        return Blurhash.Encode(small.ToPixels(), small.Width, small.Height);
    }

    private static string Preview(VipsImage pixels)
    {
        using var tiny = Scale(pixels, PreviewWidth);
        return "data:image/webp;base64," + Convert.ToBase64String(EncodeWebp(tiny, quality: 40));
    }

    /// <summary>Without a height libvips would fit the picture into a square.</summary>
    private static VipsImage Scale(VipsImage pixels, int width)
    {
        using var shrink = new VipsOperation("thumbnail_image")
            .With("in", pixels).With("width", width).With("height", MaxHeight).With("size", "down");
        using var lazy = shrink.ToImage();
        return lazy.ToMemory();
    }

    private static void RemovePrivateFields(VipsImage pixels)
    {
        foreach (var field in pixels.Fields.Where(f => PrivateFields.Any(p => f.StartsWith(p, StringComparison.Ordinal))))
        {
            pixels.RemoveField(field);
        }
    }
}
