using System.Collections.Concurrent;

namespace Sward.Search;

/// <summary>Sums per document while postings are added up. The arrays are as long as the index, so they are kept for the next query and only the touched places are cleared.</summary>
internal sealed class Sums : IDisposable
{
    private static readonly ConcurrentBag<Sums> Spare = [];

    private readonly List<int> touched = [];
    private float[] relevance = [];
    private float[] share = [];

    private Sums()
    {
    }

    public static Sums Rent(int ordinals)
    {
        var sums = Spare.TryTake(out var spare) ? spare : new Sums();
        if (sums.relevance.Length < ordinals)
        {
            sums.relevance = new float[ordinals + (ordinals / 4)];
            sums.share = new float[ordinals + (ordinals / 4)];
        }

        return sums;
    }

    public void Add(int ordinal, float relevance, float share)
    {
        if (this.share[ordinal] == 0)
        {
            touched.Add(ordinal);
        }

        this.relevance[ordinal] += relevance;
        this.share[ordinal] += share;
    }

    /// <summary>The sums, by ordinal.</summary>
    public List<Match> ToMatches()
    {
        touched.Sort();
        return touched.ConvertAll(ordinal => new Match(ordinal, relevance[ordinal], share[ordinal]));
    }

    public void Dispose()
    {
        foreach (var ordinal in touched)
        {
            relevance[ordinal] = share[ordinal] = 0;
        }

        touched.Clear();
        Spare.Add(this);
    }
}
