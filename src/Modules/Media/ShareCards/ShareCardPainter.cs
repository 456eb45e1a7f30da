using System.Globalization;

namespace Sward.Media;

/// <summary>Paints a share card: the cover, and a foot with title, byline and our mark at the left, the QR code at the right.</summary>
internal static class ShareCardPainter
{
    private const int Margin = 64, VerticalMargin = 56;
    private const int CodeSize = 232;
    private const int CodeLeft = ShareCardLayout.Width - Margin - CodeSize;
    private const int TextWidth = CodeLeft - (2 * Margin);
    private const int TitleSize = 46, TitlePitch = 62, TitleLines = 2;
    private const int BylineSize = 30, BylinePitch = 44;
    private const int HintSize = 24, HintPitch = 36;
    private const int MarkSize = 48;
    private const int Quality = 86;

    private const string Paper = "#ffffff", Ink = "#2b2722", SoftInk = "#6b665f";

    public static byte[] Paint(ShareCardJob card, byte[] cover)
    {
        using var coverBytes = new PinnedBytes(cover);
        using var fill = new VipsOperation("thumbnail_buffer")
            .With("buffer", coverBytes).With("width", ShareCardLayout.Width).With("height", card.CoverHeight).With("crop", "centre");
        using var picture = fill.ToImage();
        using var ground = Drawing.Render(Ground(card), ShareCardLayout.Width);
        using var withCover = Drawing.Lay(ground, picture, 0, 0);
        using var withWords = WriteWords(withCover, card);
        using var painted = WriteHint(withWords, card);
        using var pixels = DisplayPixels.Of(painted);
        using var save = new VipsOperation("jpegsave_buffer").With("in", pixels).With("Q", Quality).With("strip", "true");
        return save.ToBytes();
    }

    private static VipsImage WriteWords(VipsImage ground, ShareCardJob card)
    {
        var lines = LineBreaker.Clip(card.Title, (double)TextWidth / TitleSize, TitleLines);
        var top = card.CoverHeight + VerticalMargin;
        using var title = Lettering.Draw(lines, CoverFont.SansBold, TitleSize, Ink, TitlePitch);
        using var titled = Drawing.Lay(ground, title, Margin + title.Offset.X, top + title.Offset.Y);
        using var byline = Lettering.Draw(
            LineBreaker.Clip(card.Byline, (double)TextWidth / BylineSize, most: 1), CoverFont.Sans, BylineSize, SoftInk, BylinePitch);
        return Drawing.Lay(titled, byline, Margin + byline.Offset.X, top + (lines.Count * TitlePitch) + (BylinePitch / 4) + byline.Offset.Y);
    }

    private static VipsImage WriteHint(VipsImage ground, ShareCardJob card)
    {
        using var hint = Lettering.Draw(
            LineBreaker.Clip(card.Hint, (double)CodeSize / HintSize, most: 1), CoverFont.Sans, HintSize, SoftInk, HintPitch);
        return Drawing.Lay(ground, hint, CodeLeft + ((CodeSize - hint.Width) / 2), BottomOf(card) - HintPitch + hint.Offset.Y);
    }

    private static int BottomOf(ShareCardJob card) => card.CoverHeight + ShareCardLayout.FootHeight - VerticalMargin;

    /// <summary>Paper with what is ours: the mark, and the QR code, whose quiet zone reaches into the margin.</summary>
    private static string Ground(ShareCardJob card) => string.Create(CultureInfo.InvariantCulture, $"""
        <svg xmlns="http://www.w3.org/2000/svg" width="{ShareCardLayout.Width}" height="{card.CoverHeight + ShareCardLayout.FootHeight}">
          <rect width="100%" height="100%" fill="{Paper}"/>
          <svg x="{CodeLeft}" y="{BottomOf(card) - HintPitch - CodeSize}" width="{CodeSize}" height="{CodeSize}" viewBox="0 0 {card.CodeModules} {card.CodeModules}" shape-rendering="crispEdges">
            <path d="{card.CodePath}" fill="{Ink}"/>
          </svg>
          <svg x="{Margin}" y="{BottomOf(card) - MarkSize}" width="400" height="{MarkSize}" viewBox="0 0 533 64">
            <rect width="64" height="64" rx="17" fill="#a7e06a"/>
            <path fill="#123a1d" d="M31.2 53C30 37.5 31.4 22.5 38.8 10.5 40.6 24 39.4 39.5 34.6 53zM27.6 53C26.4 42 21.8 32.5 13.5 26 13.2 37 16.4 46.5 22.8 53zM38.2 53c1.2-8.5 5-15.7 12.3-20.7.6 8.5-1.8 15.5-7.2 20.7z"/>
            <text x="82" y="45" font-family="Noto Sans CJK SC" font-weight="700" font-size="38" fill="#123a1d">Sward</text>
          </svg>
        </svg>
        """);
}
