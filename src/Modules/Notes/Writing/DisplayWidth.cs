using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;

namespace Sward.Notes;

/// <summary>Limits a line by the room it takes: a full-width character (Han, kana, emoji) counts two, any other one.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DisplayWidthAttribute(int max) : ValidationAttribute("{0} is too long.")
{
    public override bool IsValid(object? value) => value is not string text || DisplayWidth.Of(text) <= max;
}

/// <summary>Limits a text by characters as people count them: an emoji of several code points is one.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CharacterCountAttribute(int max) : ValidationAttribute("{0} is too long.")
{
    public override bool IsValid(object? value) => value is not string text || new StringInfo(text).LengthInTextElements <= max;
}

/// <summary>How much room text takes on a line, in half-width characters.</summary>
internal static class DisplayWidth
{
    // Blocks whose characters are wide or full-width in Unicode's East Asian Width, and emoji; sorted.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x231A, 0x231B), (0x2E80, 0x303E), (0x3041, 0x4DBF), (0x4E00, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x1F000, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    public static int Of(string text)
    {
        var width = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            // Accents and emoji modifiers join their base and take no room of their own.
            width += Rune.TryGetRuneAt(elements.GetTextElement(), 0, out var first) && IsWide(first.Value) ? 2 : 1;
        }

        return width;
    }

    private static bool IsWide(int character) => Array.Exists(Wide, range => character >= range.First && character <= range.Last);
}
