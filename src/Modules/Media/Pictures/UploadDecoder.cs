namespace Sward.Media;

/// <summary>Turns the bytes of a stranger into upright sRGB pixels, or refuses them before they cost anything.</summary>
internal static class UploadDecoder
{
    /// <summary>The pixels at full display width, in memory.</summary>
    public static VipsImage Decode(PinnedBytes upload, long maxPixels)
    {
        RefuseByHeader(upload, maxPixels);

        // A picture that ends in the middle is refused; only the loader's own option does that, the one of the operation does nothing.
        // The height only bounds ribbons (WebP ends at 16,383 pixels); a GIF gives its first frame.
        using var load = new VipsOperation("thumbnail_buffer")
            .With("buffer", upload)
            .With("width", PictureEncoder.Widths[^1])
            .With("height", PictureEncoder.MaxHeight)
            .With("size", "down")
            .With("export-profile", "srgb")
            .With("option-string", "[fail_on=truncated]");
        using var upright = load.ToImage();
        return DisplayPixels.Of(upright);
    }

    /// <summary>Reading a header costs nothing; decoding 900 megapixels that fit into 2.6 MB costs gigabytes.</summary>
    private static void RefuseByHeader(PinnedBytes upload, long maxPixels)
    {
        var loader = VipsRuntime.FindLoader(upload) ?? throw new UnusablePicture("media.unknown-kind");
        using var open = new VipsOperation(loader).With("buffer", upload);
        using var header = open.ToImage();
        if ((long)header.Width * header.Height > maxPixels)
        {
            throw new UnusablePicture("media.too-many-pixels");
        }
    }
}
