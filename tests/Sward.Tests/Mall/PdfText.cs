using System.Text;
using System.Text.RegularExpressions;

namespace Sward.Tests.Mall;

/// <summary>Reads what a person reads in one of our PDFs: each text that was placed on a page, in the order of writing.</summary>
internal static class PdfText
{
    public static List<string> Of(byte[] pdf)
    {
        var file = Encoding.Latin1.GetString(pdf);
        Assert.StartsWith("%PDF-1.4", file, StringComparison.Ordinal);
        return [.. Regex.Matches(file, "BT .*? ET\n", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(text => TextOf(text.Value))];
    }

    /// <summary>Latin runs stand in brackets, others as two bytes for a character in hexadecimal.</summary>
    private static string TextOf(string placed) => string.Concat(
        Regex.Matches(placed, @"\((?<latin>(?:\\.|[^\\)])*)\) Tj|<(?<wide>[0-9A-F]*)> Tj", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(run => run.Groups["wide"].Success
            ? Encoding.BigEndianUnicode.GetString(Convert.FromHexString(run.Groups["wide"].Value))
            : Regex.Replace(run.Groups["latin"].Value, @"\\(?<escaped>.)", "${escaped}", RegexOptions.None, TimeSpan.FromSeconds(1))));
}
