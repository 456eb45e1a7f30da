namespace Sward.Search;

/// <summary>When a query is walked by several threads, and in what pieces.</summary>
/// <param name="FromPostings">From how many postings on: below, starting threads takes longer than they save.</param>
/// <param name="Ordinals">How many ordinals of a segment one thread walks at a time.</param>
internal sealed record Sharing(int FromPostings, int Ordinals)
{
    public static Sharing Usual { get; } = new(50_000, 1 << 17);
}
