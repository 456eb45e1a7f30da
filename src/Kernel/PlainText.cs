using System.Globalization;
using System.Text;

namespace Sward.Kernel;

/// <summary>Makes what people typed or pasted fit to be kept: no control characters (PostgreSQL refuses NUL), no stray white space.</summary>
public static class PlainText
{
    /// <summary>One line: line breaks become spaces.</summary>
    public static string Line(string text) => string.Join(' ', Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Several lines, broken by <c>\n</c>.</summary>
    public static string Block(string text) => Clean(text.ReplaceLineEndings("\n")).Trim();

    /// <summary>One line, or null when nothing is written on it.</summary>
    public static string? LineOrNull(string? text) => text is not null && Line(text) is { Length: > 0 } line ? line : null;

    /// <summary>The beginning of a text on one line, with an ellipsis when there is more.</summary>
    public static string Excerpt(string text, int length) => Cut(Line(text), length, "…");

    /// <summary>The beginning of a text, at most so many code units, as columns count them; an emoji or an accented letter stays whole or goes.</summary>
    /// <param name="ending">Stands, within the length, for what was cut off.</param>
    public static string Cut(string text, int length, string ending = "")
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = 0;
        while (end + StringInfo.GetNextTextElementLength(text, end) is var next && next <= length - ending.Length)
        {
            end = next;
        }

        return string.Concat(text.AsSpan(0, end), ending);
    }

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
