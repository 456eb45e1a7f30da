namespace Sward.Discovery.Learning.Matrices;

/// <summary>The best of many, at most a fixed number of them. Ties go to the smaller index, so that the answer is always the same.</summary>
internal sealed class TopList(int capacity)
{
    private static readonly Comparer<(float Score, int Index)> WorstFirst =
        Comparer<(float Score, int Index)>.Create((a, b) => a.Score != b.Score ? a.Score.CompareTo(b.Score) : b.Index.CompareTo(a.Index));

    private readonly PriorityQueue<int, (float Score, int Index)> kept = new(capacity, WorstFirst);

    /// <summary>What a score must exceed to matter; anything matters as long as there is room.</summary>
    public float Floor { get; private set; } = float.NegativeInfinity;

    public void Offer(int index, float score)
    {
        if (kept.Count < capacity)
        {
            kept.Enqueue(index, (score, index));
        }
        else if (score >= Floor)
        {
            kept.EnqueueDequeue(index, (score, index));
        }

        if (kept.Count == capacity && kept.TryPeek(out _, out var worst))
        {
            Floor = worst.Score;
        }
    }

    /// <summary>Offers a whole row: the score of each index.</summary>
    public void OfferAll(ReadOnlySpan<float> scores)
    {
        for (var index = 0; index < scores.Length; index++)
        {
            if (scores[index] >= Floor)
            {
                Offer(index, scores[index]);
            }
        }
    }

    /// <summary>Empties the list, best first.</summary>
    public (int Index, float Score)[] Take()
    {
        var taken = new (int Index, float Score)[kept.Count];
        for (var place = taken.Length - 1; place >= 0; place--)
        {
            kept.TryDequeue(out var index, out var key);
            taken[place] = (index, key.Score);
        }

        Floor = float.NegativeInfinity;
        return taken;
    }
}
