namespace Sward.Discovery.Experiments.Drafting;

/// <summary>Two orders of the same notes in one list, so that one reader compares them: in each round both pick their best note that is not there yet, the first by lot.</summary>
/// <remarks>Radlinski, Kurup and Joachims, "How does clickthrough data reflect retrieval quality?", CIKM 2008.</remarks>
internal static class TeamDraft
{
    /// <summary>The list, and which order picked each of it. Draws the lot from <paramref name="dice"/>.</summary>
    public static IReadOnlyList<(T Item, DraftTeam Team)> Interleave<T>(IReadOnlyList<T> first, IReadOnlyList<T> second, int count, Random dice)
        where T : notnull
    {
        var (list, taken) = (new List<(T, DraftTeam)>(count), new HashSet<T>());
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
                list.Add((best, (DraftTeam)team));
            }
        }
    }
}

/// <summary>One of two orders that draft.</summary>
internal enum DraftTeam
{
    /// <summary>The order that serves everybody.</summary>
    First,

    Second,
}
