using System.Text;

namespace Sward.Notes;

/// <summary>Makes what people typed or pasted fit to be kept: no control characters (PostgreSQL refuses NUL), no stray white space.</summary>
internal static class PlainText
{
    /// <summary>One line: line breaks become spaces.</summary>
    public static string Line(string text) => string.Join(' ', Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Several lines, broken by <c>\n</c>.</summary>
    public static string Block(string text) => Clean(text.ReplaceLineEndings("\n")).Trim();

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsControl(rune) || rune.Value is '\n' or '\t')
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }
}
