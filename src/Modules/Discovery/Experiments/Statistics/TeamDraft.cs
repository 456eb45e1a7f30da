namespace Sward.Discovery.Experiments.Statistics;

/// <summary>Two orders of the same notes in one list, so that one reader compares them: in each round both pick their best note that is not there yet, the first by lot.</summary>
/// <remarks>Radlinski, Kurup and Joachims, "How does clickthrough data reflect retrieval quality?", CIKM 2008.</remarks>
internal static class TeamDraft
{
    /// <summary>The list, and of each note whether the second order picked it. Draws the lot from <paramref name="dice"/>.</summary>
    public static IReadOnlyList<(T Item, bool OfSecond)> Interleave<T>(IReadOnlyList<T> first, IReadOnlyList<T> second, int count, Random dice)
        where T : notnull
    {
        var (list, taken) = (new List<(T, bool)>(count), new HashSet<T>());
        var queues = (Queue<T>[])[new(first), new(second)];
        while (list.Count < count && (Skip(0) | Skip(1)))
        {
            var begins = dice.Next(2);
            Pick(begins);
            Pick(1 - begins);
        }

        return list;

        // Leaves out what the other team picked already; says whether anything is left.
        bool Skip(int team)
        {
            while (queues[team].TryPeek(out var best) && taken.Contains(best))
            {
                queues[team].Dequeue();
            }

            return queues[team].Count > 0;
        }

        void Pick(int team)
        {
            if (list.Count < count && Skip(team))
            {
                var best = queues[team].Dequeue();
                taken.Add(best);
                list.Add((best, team == 1));
            }
        }
    }

    /// <summary>Which order people preferred over many lists, by an exact sign test; ties say nothing.</summary>
    /// <returns>How likely a preference this strong is when there is none.</returns>
    public static double Chance(int preferredFirst, int preferredSecond)
    {
        var (lists, fewer) = (preferredFirst + preferredSecond, Math.Min(preferredFirst, preferredSecond));
        var (term, tail) = (Math.Exp(-lists * Math.Log(2)), 0.0);
        for (var k = 0; k <= fewer; k++)
        {
            tail += term;
            term *= (lists - k) / (k + 1.0);
        }

        return Math.Min(1, 2 * tail);
    }
}
