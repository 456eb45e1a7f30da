using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Sward.Media;

/// <summary>The words of a cover as they are drawn: no control characters, no empty lines, single spaces.</summary>
internal static partial class CoverText
{
    public static string Clean(string text)
    {
        var lines = text.Normalize(NormalizationForm.FormC).ReplaceLineEndings("\n").Split('\n')
            .Select(line => string.Join(' ', new string([.. line.Where(IsDrawn)]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Where(line => line.Length > 0);
        return Apostrophe().Replace(string.Join('\n', lines), "'");
    }

    /// <summary>Length in characters as people count them.</summary>
    public static int Length(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>The words as one line of alternative text.</summary>
    public static string ToAlt(string text) => PlainText.Cut(PlainText.Line(text), Medium.AltLength);

    private static bool IsDrawn(char letter) => !char.IsControl(letter) || letter is '\t';

    /// <summary>Chinese fonts draw the curly apostrophe full-width, which tears "doesn’t" apart.</summary>
    [GeneratedRegex(@"(?<=\p{L})’(?=\p{L})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Apostrophe();
}
