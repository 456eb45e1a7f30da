namespace Sward.Media;

/// <summary>The measures of a share card, pixels: a cover in its own ratio, as in the waterfall, and a foot under it.</summary>
internal static class ShareCardLayout
{
    public const int Width = 1080;
    public const int FootHeight = 388;

    /// <summary>Height to width of the tallest and the flattest cover; what goes beyond is cut.</summary>
    private const double Tallest = 4.0 / 3, Flattest = 3.0 / 4;

    public static int CoverHeight(int width, int height) => (int)Math.Round(Width * Math.Clamp((double)height / width, Flattest, Tallest));
}
