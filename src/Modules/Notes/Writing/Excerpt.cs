using System.Globalization;

namespace Sward.Notes;

/// <summary>The beginning of a text on one line.</summary>
internal static class Excerpt
{
    public static string Of(string text, int characters)
    {
        var line = new StringInfo(PlainText.Line(text));
        return line.LengthInTextElements <= characters ? line.String : string.Concat(line.SubstringByTextElements(0, characters - 1), "…");
    }
}
