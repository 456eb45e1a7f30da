using System.Globalization;
using System.Text;

namespace Sward.Mall.Settlements;

/// <summary>
/// Writes text and rules onto A4 pages as PDF 1.4 (ISO 32000-1). Latin is Helvetica and Chinese the predefined CID font STSong-Light (9.7.5.2), neither embedded: every reader has its
/// own shapes for them. Decision record 0009 says why this is no library.
/// </summary>
internal sealed class PdfDocument
{
    public const double Width = 595;
    public const double Height = 842;

    private const int FirstPage = 7;
    private readonly List<StringBuilder> pages = [];

    public void AddPage() => pages.Add(new StringBuilder());

    /// <summary>Writes a text on the last page; y counts from the top, in points.</summary>
    public void Text(double x, double y, double size, string text)
    {
        var page = pages[^1].Append(CultureInfo.InvariantCulture, $"BT {x:0.##} {Height - y:0.##} Td ");
        foreach (var run in Runs(text))
        {
            var (font, shown) = IsLatin(run[0]) ? ("F1", $"({Escaped(run)})") : ("F2", $"<{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(run))}>");
            page.Append(CultureInfo.InvariantCulture, $"/{font} {size:0.##} Tf {shown} Tj ");
        }

        page.Append("ET\n");
    }

    /// <summary>The same, ending at x.</summary>
    public void TextEndingAt(double x, double y, double size, string text) => Text(x - (text.Sum(WidthOf) * size / 1_000), y, size, text);

    public void Rule(double x, double y, double width) =>
        pages[^1].Append(CultureInfo.InvariantCulture, $"0.5 w {x:0.##} {Height - y:0.##} m {x + width:0.##} {Height - y:0.##} l S\n");

    public byte[] ToBytes()
    {
        var kids = string.Join(' ', pages.Select((_, i) => $"{FirstPage + (2 * i)} 0 R"));
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Kids [{kids}] /Count {pages.Count} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>",
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor 6 0 R >>",
            "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
        ];
        foreach (var (i, page) in pages.Index())
        {
            objects.Add(string.Create(CultureInfo.InvariantCulture,
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Width} {Height}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {FirstPage + (2 * i) + 1} 0 R >>"));
            objects.Add($"<< /Length {page.Length} >>\nstream\n{page}\nendstream");
        }

        return Encoding.Latin1.GetBytes(Assemble(objects));
    }

    /// <summary>Numbers the objects and lists where each begins.</summary>
    private static string Assemble(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var begins = new List<int>();
        foreach (var (i, content) in objects.Index())
        {
            begins.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{content}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var begin in begins)
        {
            file.Append(CultureInfo.InvariantCulture, $"{begin:0000000000} 00000 n \n");
        }

        return file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").ToString();
    }

    private static IEnumerable<string> Runs(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (end < text.Length && IsLatin(text[end]) == IsLatin(text[start]))
            {
                end++;
            }

            yield return text[start..end];
            start = end;
        }
    }

    // Latin 1 but its control characters is what both Helvetica's encoding and our file's have in common.
    private static bool IsLatin(char c) => c is (>= ' ' and <= '~') or (>= '\u00a0' and <= '\u00ff');

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);

    /// <summary>Thousandths of the size: exact for what amounts are written with (Adobe's metrics of Helvetica), about right for other Latin.</summary>
    private static int WidthOf(char c) => c switch
    {
        >= '0' and <= '9' => 556,
        '.' or ',' or ' ' => 278,
        '-' => 333,
        _ when IsLatin(c) => 530,
        _ => 1_000,
    };
}
