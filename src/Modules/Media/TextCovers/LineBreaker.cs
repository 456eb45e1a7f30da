namespace Sward.Media;

/// <summary>Lines, and how much they hurt the eye: 0 is perfect.</summary>
internal sealed record BrokenLines(IReadOnlyList<string> Lines, double Badness);

/// <summary>Breaks a paragraph of Chinese, English or both into lines.</summary>
internal static class LineBreaker
{
    /// <summary>Punctuation that may not begin a line.</summary>
    private const string Closing = "，。、！？；：）》」』】〉〕…—·”’％~～,.!?;:)]}%";

    /// <summary>Punctuation that may not end a line.</summary>
    private const string Opening = "（《「『【〈〔“‘([{";

    private const string EndsPhrase = "，。！？；：…—”」』》）,.!?;:)";
    private const string Ellipsis = "…";
    private const string EndsWord = "、 -";

    private const double WordBreak = 0.05;
    private const double ChineseBreak = 0.3;
    private const double Slack = 0.5;

    /// <summary>Fills lines one after the other, for text that is read. A word wider than a line (in em) is cut.</summary>
    public static IReadOnlyList<string> Fill(string paragraph, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var piece in PiecesWithin(paragraph, width))
        {
            if (line.Length > 0 && TextMeasure.Width((line + piece).TrimEnd()) > width)
            {
                lines.Add(line.TrimEnd());
                line = "";
            }

            line += piece;
        }

        lines.Add(line.TrimEnd());
        return lines;
    }

    /// <summary>A headline on at most so many lines; one that needs more ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Clip(string paragraph, double width, int most)
    {
        if (Compose(paragraph, width).Lines is var composed && composed.Count <= most)
        {
            return composed;
        }

        var lines = Fill(paragraph, width);
        return lines.Count <= most ? lines : [.. lines.Take(most - 1), Shorten(lines[most - 1], width)];
    }

    /// <summary>Chooses all breaks of a headline together: after phrases rather than inside them, lines of like length, no last line of one character.</summary>
    public static BrokenLines Compose(string paragraph, double width)
    {
        var pieces = PiecesWithin(paragraph, width);
        var best = new (double Badness, int Start)[pieces.Count + 1];
        for (var end = 1; end <= pieces.Count; end++)
        {
            var breakCost = end == pieces.Count ? 0 : CostOfBreakAfter(pieces[end - 1]);
            best[end] = (double.PositiveInfinity, end - 1);
            var line = "";
            for (var start = end - 1; start >= 0; start--)
            {
                line = pieces[start] + line;
                var slack = 1 - (TextMeasure.Width(line.TrimEnd()) / width);
                if (slack < 0 && start < end - 1)
                {
                    break;
                }

                var badness = best[start].Badness + breakCost + (Slack * slack * slack);
                best[end] = badness < best[end].Badness ? (badness, start) : best[end];
            }
        }

        var lines = new List<string>();
        for (var end = pieces.Count; end > 0; end = best[end].Start)
        {
            lines.Insert(0, string.Concat(pieces[best[end].Start..end]).TrimEnd());
        }

        return new BrokenLines(lines, best[^1].Badness);
    }

    private static string Shorten(string line, double width)
    {
        var kept = TextMeasure.Elements(line).ToList();
        while (TextMeasure.Width(string.Concat(kept) + Ellipsis) > width)
        {
            kept.RemoveAt(kept.Count - 1);
        }

        return string.Concat(kept).TrimEnd() + Ellipsis;
    }

    /// <summary>Whether a line of this width is too short for some word.</summary>
    public static bool CutsWord(string paragraph, double width) => Pieces(paragraph).Any(piece => TextMeasure.Width(piece.TrimEnd()) > width);

    private static double CostOfBreakAfter(string piece) => piece[^1] switch
    {
        ' ' when piece.Length > 1 && EndsPhrase.Contains(piece[^2], StringComparison.Ordinal) => 0,
        var last when EndsPhrase.Contains(last, StringComparison.Ordinal) => 0,
        var last when EndsWord.Contains(last, StringComparison.Ordinal) => WordBreak,
        _ => ChineseBreak,
    };

    private static List<string> PiecesWithin(string paragraph, double width) => [.. Pieces(paragraph).SelectMany(piece => Cut(piece, width))];

    /// <summary>The parts between which a line may end; spaces stay with the part before them.</summary>
    private static IEnumerable<string> Pieces(string paragraph)
    {
        var piece = "";
        var last = "";
        foreach (var element in TextMeasure.Elements(paragraph))
        {
            if (last.Length > 0 && MayBreak(last, element))
            {
                yield return piece;
                piece = "";
            }

            piece += element;
            last = element;
        }

        if (piece.Length > 0)
        {
            yield return piece;
        }
    }

    private static bool MayBreak(string before, string after)
    {
        if (after is " " || Closing.Contains(after, StringComparison.Ordinal) || Opening.Contains(before, StringComparison.Ordinal))
        {
            return false;
        }

        return before is " " or "-" || TextMeasure.IsFullWidth(before) || TextMeasure.IsFullWidth(after);
    }

    private static IEnumerable<string> Cut(string piece, double width)
    {
        var part = "";
        foreach (var element in TextMeasure.Elements(piece))
        {
            if (part.Length > 0 && element is not " " && TextMeasure.Width(part + element) > width)
            {
                yield return part;
                part = "";
            }

            part += element;
        }

        yield return part;
    }
}
