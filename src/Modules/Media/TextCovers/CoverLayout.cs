namespace Sward.Media;

/// <summary>A place on a cover of 1080 x 1440.</summary>
internal sealed record CoverBox(int X, int Y, int Width, int Height);

/// <summary>The words of a cover in lines, as large as their box allows.</summary>
/// <param name="Size">Height of the type, pixels of the full cover.</param>
/// <param name="IsList">Many short paragraphs: they begin at one edge also where other words are centred.</param>
internal sealed record CoverLayout(IReadOnlyList<string> Lines, int Size, bool IsList)
{
    private const int ParagraphsOfList = 4;

    private const int SmallestSize = 34;
    private const int Step = 4;

    /// <summary>How far below the largest possible size a better line break may be bought, and its price.</summary>
    private const double SmallestShare = 0.6;
    private const double PriceOfSize = 1.6;

    /// <summary>More lines are read, not looked at: they are filled, not composed.</summary>
    private const int MaxComposedLines = 7;

    public static CoverLayout Fit(string text, CoverBox box, int largestSize, double linePitch)
    {
        var paragraphs = text.Split('\n');
        var isList = paragraphs.Length >= ParagraphsOfList;
        CoverLayout? best = null;
        var (bestBadness, largestFitting) = (double.PositiveInfinity, 0);
        for (var size = largestSize; size >= Math.Max(SmallestSize, largestFitting * SmallestShare); size -= Step)
        {
            if (TryFit(paragraphs, box, size, linePitch) is not { } fitting)
            {
                continue;
            }

            largestFitting = Math.Max(largestFitting, size);
            var badness = fitting.Badness + (PriceOfSize * (1 - ((double)size / largestFitting)));
            if (badness < bestBadness)
            {
                (best, bestBadness) = (new CoverLayout(fitting.Lines, size, isList), badness);
            }
        }

        return best ?? new CoverLayout(Cut(paragraphs, box, linePitch), SmallestSize, isList);
    }

    private static BrokenLines? TryFit(string[] paragraphs, CoverBox box, int size, double linePitch)
    {
        var width = (double)box.Width / size;
        if (paragraphs.Any(p => LineBreaker.CutsWord(p, width)))
        {
            return null;
        }

        var composed = paragraphs.Select(p => LineBreaker.Compose(p, width)).ToList();
        var lines = composed.SelectMany(c => c.Lines).ToList();
        if (lines.Count <= Math.Min(MaxComposedLines, RowsIn(box, size, linePitch)))
        {
            return new BrokenLines(lines, composed.Sum(c => c.Badness));
        }

        lines = [.. paragraphs.SelectMany(p => LineBreaker.Fill(p, width))];
        return lines.Count > MaxComposedLines && lines.Count <= RowsIn(box, size, linePitch) ? new BrokenLines(lines, Badness: 0) : null;
    }

    /// <summary>What does not fit at the smallest size ends in an ellipsis.</summary>
    private static List<string> Cut(string[] paragraphs, CoverBox box, double linePitch)
    {
        var width = (double)box.Width / SmallestSize;
        var lines = paragraphs.SelectMany(p => LineBreaker.Fill(p, width)).ToList();
        var rows = RowsIn(box, SmallestSize, linePitch);
        return lines.Count <= rows
            ? lines
            : [.. lines.Take(rows - 1), WithEllipsis(lines[rows - 1], width)];
    }

    private static string WithEllipsis(string line, double width)
    {
        var elements = TextMeasure.Elements(line).ToList();
        while (elements.Count > 0 && TextMeasure.Width(string.Concat(elements)) > width - 1)
        {
            elements.RemoveAt(elements.Count - 1);
        }

        return string.Concat(elements) + "…";
    }

    private static int RowsIn(CoverBox box, int size, double linePitch) => (int)(box.Height / (size * linePitch));
}
