namespace Sward.Search;

/// <summary>A term somebody asks for.</summary>
/// <param name="Use">Documents must hold the finding terms, or a share of them; the others only add to the score.</param>
internal readonly record struct QueryTerm(Term Term, TokenUse Use);

/// <summary>What somebody asks for, in the form of the index.</summary>
internal sealed class Query
{
    /// <summary>Longest query in characters.</summary>
    public const int MaxLength = 100;

    /// <summary>Every term costs; nobody searches for more.</summary>
    private const int MaxTerms = 128;

    private Query(string text, string key, IReadOnlyList<QueryTerm> terms, IReadOnlyList<string> neighbours)
    {
        Text = text;
        Key = key;
        Terms = terms;
        Neighbours = neighbours;
    }

    /// <summary>As the person wrote it, on one line.</summary>
    public string Text { get; }

    /// <summary>Equal for queries that are the same but for case, width, accents, spaces and traditional characters.</summary>
    public string Key { get; }

    public IReadOnlyList<QueryTerm> Terms { get; }

    /// <summary>What two finding tokens in a row look like in a folded text: "blue bottle", 手冲咖. Texts that hold them mean the phrase.</summary>
    public IReadOnlyList<string> Neighbours { get; }

    /// <summary>The same asked in other words: what holds one of them is found as well.</summary>
    public IReadOnlyList<Query> Alternatives { get; private init; } = [];

    /// <summary>True when there is nothing to look for, as in "?!".</summary>
    public bool IsEmpty => Terms.Count == 0;

    public static Query Nothing { get; } = Parse("");

    public Query Or(IReadOnlyList<Query> alternatives) => new(Text, Key, Terms, Neighbours) { Alternatives = alternatives };

    public static Query Parse(string? text)
    {
        var trimmed = PlainText.Line(text ?? "");
        var key = Fold.Key(trimmed);
        var tokens = Tokens.Of(key);
        var terms = tokens.OrderBy(t => t.Use).DistinctBy(t => t.Term).Take(MaxTerms).Select(t => new QueryTerm(t.Term, t.Use));
        var finding = tokens.Where(t => t.Use == TokenUse.Finds).ToList();
        var neighbours = finding.Zip(finding.Skip(1), (a, b) => key[a.Start..(b.Start + b.Length)]).Distinct(StringComparer.Ordinal).Take(MaxTerms);
        return new Query(trimmed, key, [.. terms], [.. neighbours]);
    }
}
