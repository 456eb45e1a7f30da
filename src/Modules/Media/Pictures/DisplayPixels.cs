namespace Sward.Media;

/// <summary>Eight-bit sRGB in three bands: what the encoders and the placeholder understand.</summary>
internal static class DisplayPixels
{
    /// <summary>Transparent pictures lie on white, as on paper.</summary>
    public static VipsImage Of(VipsImage image)
    {
        using var toSrgb = new VipsOperation("colourspace").With("in", image).With("space", "srgb");
        using var srgb = toSrgb.ToImage();
        if (!srgb.HasAlpha)
        {
            return srgb.ToMemory();
        }

        using var toOpaque = new VipsOperation("flatten").With("in", srgb).With("background", "255 255 255");
        using var opaque = toOpaque.ToImage();
        using var toBytes = new VipsOperation("cast").With("in", opaque).With("format", "uchar");
        using var bytes = toBytes.ToImage();
        return bytes.ToMemory();
    }
}
