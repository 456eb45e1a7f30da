using System.Globalization;

namespace Sward.Media;

/// <summary>How wide text is in the cover fonts, in em, without asking a renderer.</summary>
internal static class TextMeasure
{
    /// <summary>Emoji come from a font of their own that draws wider than a Chinese character.</summary>
    private const double Emoji = 1.25;

    /// <summary>Letters outside ASCII that are not full-width: Cyrillic, Greek, accents.</summary>
    private const double OtherLetter = 0.7;

    /// <summary>Thousandths of an em from space to tilde: the wider of Noto Sans CJK Bold and Noto Serif CJK Bold.</summary>
    private static readonly short[] Ascii =
    [
        250, 370, 574, 615, 590, 966, 803, 325, 400, 400, 507, 603, 335, 370, 335, 400, 593, 590, 594, 593, 593, 594, 594, 590, 594, 596, 335, 335,
        603, 603, 603, 514, 1007, 746, 708, 702, 789, 666, 648, 757, 864, 426, 568, 767, 642, 1001, 815, 785, 673, 785, 751, 624, 695, 818, 734,
        1091, 726, 701, 627, 378, 400, 378, 603, 593, 626, 591, 672, 565, 658, 581, 402, 597, 687, 349, 335, 651, 355, 1008, 685, 626, 671, 644, 500,
        499, 421, 678, 578, 874, 599, 582, 517, 380, 338, 380, 603,
    ];

    public static double Width(string text) => Elements(text).Sum(ElementWidth);

    /// <summary>One character as people count them: a letter with its accents, an emoji with its skin tone.</summary>
    public static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }

    public static double ElementWidth(string element)
    {
        var rune = System.Text.Rune.GetRuneAt(element, 0);
        return rune.Value switch
        {
            >= ' ' and <= '~' => Ascii[rune.Value - ' '] / 1000.0,
            >= 0x1F000 => IsIdeograph(rune.Value) ? 1 : Emoji,
            _ => IsFullWidth(element) ? 1 : OtherLetter,
        };
    }

    /// <summary>Chinese, Japanese, Korean and their punctuation: as wide as high, and a line may break beside them.</summary>
    public static bool IsFullWidth(string element) => System.Text.Rune.GetRuneAt(element, 0).Value switch
    {
        0x2014 or 0x2026 or (>= 0x2018 and <= 0x201F) => true,
        (>= 0x2600 and <= 0x27BF) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) => true,
        (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE4F) or (>= 0xFF00 and <= 0xFF60) or >= 0x1F000 => true,
        _ => false,
    };

    private static bool IsIdeograph(int rune) => rune is >= 0x20000 and <= 0x323AF;
}
