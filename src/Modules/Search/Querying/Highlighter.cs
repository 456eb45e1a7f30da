using Sward.Ui;

namespace Sward.Search;

/// <summary>Finds the words of a query in a text as its author wrote it.</summary>
internal sealed class Highlighter(Query query)
{
    private const int ExcerptLength = 72;
    private const int LeadIn = 12;

    private readonly HashSet<Term> terms = [.. query.Alternatives.Prepend(query).SelectMany(q => q.Terms).Where(t => t.Use == TokenUse.Finds).Select(t => t.Term)];

    /// <summary>The hits in the original text, joined where they touch.</summary>
    public IReadOnlyList<TextRange> Hits(string text)
    {
        var folded = Fold.Text(text, out var origins);
        var hits = new List<TextRange>();
        foreach (var token in Tokens.Of(folded).Where(t => terms.Contains(t.Term)).OrderBy(t => t.Start))
        {
            var (start, end) = (origins[token.Start], origins[token.Start + token.Length]);
            if (hits is [.., var last] && start <= last.End)
            {
                hits[^1] = new TextRange(last.Start, Math.Max(last.End, end) - last.Start);
            }
            else
            {
                hits.Add(new TextRange(start, end - start));
            }
        }

        return hits;
    }

    /// <summary>The part of a text with the most hits, cut to a line or two; null when there is none.</summary>
    public Excerpt? Excerpt(string text)
    {
        var hits = Hits(text);
        if (hits.Count == 0)
        {
            return null;
        }

        var densest = hits.MaxBy(first => hits.Where(hit => hit.Start >= first.Start && hit.End <= first.Start + ExcerptLength - LeadIn).Sum(hit => hit.Length))!;
        var start = OffSurrogate(text, Math.Max(0, densest.Start - LeadIn));
        var end = OffSurrogate(text, Math.Min(text.Length, Math.Max(start + ExcerptLength, densest.End)));
        var before = start > 0 ? "…" : "";
        var inside = hits.Where(hit => hit.Start >= start && hit.End <= end).Select(hit => new TextRange(hit.Start - start + before.Length, hit.Length));
        var piece = text[start..end].Replace('\r', ' ').Replace('\n', ' ');
        return new Excerpt(before + piece + (end < text.Length ? "…" : ""), [.. inside]);
    }

    private static int OffSurrogate(string text, int at) => at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
