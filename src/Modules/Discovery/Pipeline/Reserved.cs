namespace Sward.Discovery.Pipeline;

/// <summary>Notes for places of their own, and which places those are.</summary>
internal sealed record Reserved(Places Places, IReadOnlyList<Pick> Picks);

/// <summary>Places on a page that are kept for notes out of the order: a share of the slots from one on.</summary>
/// <param name="Share">Between 0 and 1.</param>
/// <param name="From">The first slot that may be one, from 0.</param>
/// <param name="Phase">0 to 1, drawn anew for each page: 17 slots at 9 % are one place for some pages and two for others, in the mean 1.53.</param>
internal readonly record struct Places(double Share, int From, double Phase)
{
    /// <summary>How many of the first slots of a page are kept.</summary>
    public int Among(int slots) => slots <= From ? 0 : (int)((Share * (slots - From)) + Phase);
}
