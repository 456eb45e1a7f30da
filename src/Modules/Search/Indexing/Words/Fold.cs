using System.Globalization;
using System.Text;

namespace Sward.Search;

/// <summary>Brings a text into the form in which words are compared: compatibility forms, width, case, accents and traditional characters are evened out.</summary>
internal static class Fold
{
    public static string Text(string text)
    {
        var folded = new StringBuilder(text.Length);
        Append(text, folded, origins: null);
        return folded.ToString();
    }

    /// <summary>Also tells for every folded character, and for the end, where in the original it comes from.</summary>
    public static string Text(string text, out int[] origins)
    {
        var folded = new StringBuilder(text.Length);
        var from = new List<int>(text.Length + 1);
        Append(text, folded, from);
        from.Add(text.Length);
        origins = [.. from];
        return folded.ToString();
    }

    /// <summary>The form under which two queries are the same query: folded, spaces collapsed.</summary>
    public static string Key(string query) => string.Join(' ', Text(query).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    private static void Append(string text, StringBuilder folded, List<int>? origins)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = 1;
            if (Simple(text[at]) is { } simple)
            {
                folded.Append(simple);
            }
            else
            {
                length = StringInfo.GetNextTextElementLength(text, at);
                AppendElement(text.AsSpan(at, length), folded);
            }

            while (origins is not null && origins.Count < folded.Length)
            {
                origins.Add(at);
            }

            at += length;
        }
    }

    /// <summary>The folded form of the characters that make up nearly all text; null for those that need the slow way.</summary>
    private static char? Simple(char character) => character switch
    {
        < '\u0080' => char.ToLowerInvariant(character),
        >= '\u4E00' and <= '\u9FFF' => Traditional.Simplify(character),
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(character - 0xFEE0)),
        '\u3000' => ' ',
        '\u3001' or '\u3002' => character,
        _ => null,
    };

    private static void AppendElement(ReadOnlySpan<char> element, StringBuilder folded)
    {
        if (element.Length == 1 && char.IsSurrogate(element[0]))
        {
            folded.Append(' ');
            return;
        }

        // Latin, Greek and Cyrillic lose their accents; Japanese voicing marks make another letter and stay.
        var hasAccents = element[0] < '\u0530';
        var form = hasAccents ? NormalizationForm.FormKD : NormalizationForm.FormKC;
        foreach (var rune in element.ToString().Normalize(form).EnumerateRunes())
        {
            if (!(hasAccents && Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) && !IsEmojiStyle(rune))
            {
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }
    }

    /// <summary>Skin tones and the choice between a drawn and a printed symbol do not change what an emoji says.</summary>
    private static bool IsEmojiStyle(Rune rune) => rune.Value is 0xFE0F or 0xFE0E or (>= 0x1F3FB and <= 0x1F3FF);
}
