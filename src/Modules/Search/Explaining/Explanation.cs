namespace Sward.Search;

/// <summary>What is searched.</summary>
internal enum ExplainedKind
{
    Notes,
    Mall,
    People,
}

/// <summary>A term of a query: how it stands there, what it is for, how much it weighs (the "idf" of BM25) and how many documents hold it.</summary>
internal sealed record ExplainedTerm(string Text, TokenUse Use, double Weight, int Holders);

/// <summary>A term in a document: its fields, its impact there (0 to 1), and what it adds to the sum.</summary>
internal sealed record TermInDocument(string Text, IReadOnlyList<Field> Fields, double Impact, double Adds);

/// <summary>What moves a document besides its words, and what it is called.</summary>
/// <param name="Marks">The facts that the moves come from, in the reader's language.</param>
/// <param name="Phrase">What the rank is multiplied with because words stand together; 1 for none.</param>
internal sealed record Moves(string Title, string Url, string Marks, double Liking, double Freshness, bool IsFollowed, double Phrase);

/// <summary>Why a document stands where it does: rank is relevance × (1 + .5 liking + .3 freshness + .2 if followed) × phrase.</summary>
internal sealed record ExplainedHit(long Id, IReadOnlyList<TermInDocument> Terms, float Relevance, Moves Moves, double Rank);

/// <summary>What became of a query.</summary>
/// <param name="Count">Documents found in all.</param>
internal sealed record Explanation(
    Understood Understood, IReadOnlyList<ExplainedTerm> Terms, IReadOnlyList<string> Alternatives, IReadOnlyList<long> Pinned, int Count, bool IsRelaxed, IReadOnlyList<ExplainedHit> Hits);
