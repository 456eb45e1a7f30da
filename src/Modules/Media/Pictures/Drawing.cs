using System.Text;

namespace Sward.Media;

/// <summary>Renders SVG of our own hand, for which only drawing workers have a loader, and lays images on each other.</summary>
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

    /// <summary>One image on another, its left top corner at the point given.</summary>
    public static VipsImage Lay(VipsImage ground, VipsImage on, int x, int y)
    {
        using var join = new VipsOperation("composite2")
            .With("base", ground).With("overlay", on).With("mode", "over").With("x", x).With("y", y);
        return join.ToImage();
    }
}
