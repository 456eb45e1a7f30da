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
