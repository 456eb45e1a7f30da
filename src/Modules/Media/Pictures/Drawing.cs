using System.Text;

namespace Sward.Media;

/// <summary>Renders SVG of our own hand; only drawing workers have a loader for it.</summary>
internal static class Drawing
{
    public static VipsImage Render(string svg, int width)
    {
        using var bytes = new PinnedBytes(Encoding.UTF8.GetBytes(svg));
        using var load = new VipsOperation("thumbnail_buffer")
            .With("buffer", bytes)
            .With("width", width)
            .With("height", PictureEncoder.MaxHeight);
        using var drawn = load.ToImage();
        return DisplayPixels.Of(drawn);
    }
}
