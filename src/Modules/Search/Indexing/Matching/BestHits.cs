namespace Sward.Search;

/// <summary>Keeps the best hits of those it is offered, counts them, and says what need not be offered any more.</summary>
/// <remarks>Several threads may offer at once. Bounds are read without waiting: they only rise, and an old one only lets more in.</remarks>
internal sealed class BestHits<TMarks>(Ranking<TMarks> ranking, int take, WeightedQuery query) where TMarks : unmanaged
{
    /// <summary>Hits are counted one by one as far as anybody can page; this number stands for itself and all above.</summary>
    public const int CountedTo = 1_000;

    /// <summary>Relevance is rounded to a float, which may lift it by a sixteen-millionth.</summary>
    private const double Rounding = 1 - 1e-6;

    private readonly Lock changing = new();
    private readonly PriorityQueue<Hit, Hit> best = new(Hit.BestLast);
    private int count;

    /// <summary>The least product of sum and weight held with which a document can still come in, whatever its marks.</summary>
    private double least;

    /// <summary>The last rank that is in, once there are enough: no document with a lower one comes in.</summary>
    private long lastRank = long.MinValue;

    /// <summary>The least product of sum and weight held with which a document can come in from where marks do the given share of what they can.</summary>
    public double LeastAt(double share) => least / share;

    public int Count => Math.Min(count, CountedTo);

    /// <summary>Whether a document might come in whose sum of weight times impact, and whose weight of held terms, are no more than these.</summary>
    /// <param name="share">What <see cref="ShareOf"/> says of where it stands.</param>
    public bool Admits(long sum, long held, double share = 1) => (double)sum * held * share >= least;

    /// <summary>How much of what marks can do at most those of a stretch do, 0 to 1; 1 as long as nothing is passed over.</summary>
    public double ShareOf(Segment<TMarks> segment, int stretch) => least > 0 && ranking is { Most: { } most, MostOf: { } mostOf } ? mostOf(segment.HighestIn(stretch)) / most : 1;

    public void Offer(Segment<TMarks> segment, int ordinal, long sum, long held)
    {
        if (segment.IsDead(ordinal) || ranking.Place(query.Relevance(sum, held), segment.MarksOf(ordinal)) is not { } rank)
        {
            return;
        }

        // The hit that completes the count raises the bar, whatever its rank.
        var counted = count < CountedTo ? Interlocked.Increment(ref count) : CountedTo + 1;
        if (rank >= lastRank || counted == CountedTo)
        {
            lock (changing)
            {
                Keep(new Hit(segment.IdOf(ordinal), rank));
            }
        }
    }

    /// <summary>Best first; empties it.</summary>
    public Found Take(bool isRelaxed)
    {
        var hits = new Hit[best.Count];
        for (var i = hits.Length - 1; i >= 0; i--)
        {
            hits[i] = best.Dequeue();
        }

        return new Found(hits, Count, isRelaxed);
    }

    private void Keep(Hit hit)
    {
        if (best.Count < take)
        {
            best.Enqueue(hit, hit);
        }
        else
        {
            best.EnqueueDequeue(hit, hit);
        }

        // Equal ranks are told apart by id, so only what stays below the last rank is out.
        lastRank = best.Count == take ? best.Peek().Rank : lastRank;
        if (count >= CountedTo && best.Count == take && ranking.Most is { } most)
        {
            least = query.ProductFor(lastRank / most) * Rounding;
        }
    }
}
