using Sward.Discovery.Learning.Matrices;

namespace Sward.Discovery.Learning.Methods;

/// <summary>How the next-item graph weighs what came after what.</summary>
internal sealed record NextGraphSettings
{
    /// <summary>How many steps ahead still count as next.</summary>
    public int Window { get; init; } = 8;

    /// <summary>What a pair keeps of its weight per step between the two.</summary>
    public float PairDecay { get; init; } = .85f;

    /// <summary>An item that was left n times says n^−this about each that followed.</summary>
    public float SeedExponent { get; init; } = .3f;

    /// <summary>What a popular item loses when it is proposed.</summary>
    public float ItemExponent { get; init; }

    /// <summary>What the way back counts.</summary>
    public float Backward { get; init; } = .3f;

    /// <summary>How many neighbours of an item are kept.</summary>
    public int Neighbours { get; init; } = 1_000;

    /// <summary>How many of somebody's last items are asked.</summary>
    public int History { get; init; } = 10;

    /// <summary>What an item of the history keeps of its weight per step back.</summary>
    public float HistoryDecay { get; init; } = .6f;
}

/// <summary>
/// What people turn to after an item: w(a → b) = Σ δ^(t_b − t_a − 1) / (n_a^γ n_b^β) over all places where b came at most a window after a, and a fraction of it for b → a.
/// </summary>
/// <remarks>Sequential rules with decay (Ludewig and Jannach 2018), made to walk both ways. A row of the result is a seed with what follows it, likeliest first.</remarks>
internal static class NextGraph
{
    /// <summary>The graph of people by items in order of time.</summary>
    public static SparseMatrix Build(SparseMatrix sequences, NextGraphSettings settings, ParallelOptions cores)
    {
        var places = PlacesOf(sequences);
        var decay = Enumerable.Range(0, settings.Window).Select(step => MathF.Pow(settings.PairDecay, step)).ToArray();
        var rows = new SparseRow[places.Rows];
        Parallel.For(0, places.Rows, cores, () => new NeighbourCount(places.Rows, settings.Neighbours), (seed, _, near) =>
        {
            var people = places.IndicesOf(seed);
            var steps = places.WeightsOf(seed);
            for (var p = 0; p < people.Length; p++)
            {
                var items = sequences.IndicesOf(people[p]);
                var at = (int)steps[p];
                for (var step = 1; step <= settings.Window; step++)
                {
                    if (at + step < items.Length)
                    {
                        near.Add(items[at + step], decay[step - 1]);
                    }

                    if (at - step >= 0)
                    {
                        near.Add(items[at - step], decay[step - 1] * settings.Backward);
                    }
                }
            }

            var asSeed = MathF.Pow(Math.Max(1, people.Length), -settings.SeedExponent);
            rows[seed] = near.Take(except: seed, item => asSeed * MathF.Pow(places.LengthOf(item), -settings.ItemExponent));
            return near;
        }, _ => { });
        return SparseMatrix.Of(places.Rows, rows);
    }

    /// <summary>Each item of a history and what it still counts, the last one first.</summary>
    public static IEnumerable<(int Item, float Weight)> SeedsOf(IReadOnlyList<int> history, NextGraphSettings settings)
    {
        var weight = 1f;
        for (var place = history.Count - 1; place >= Math.Max(0, history.Count - settings.History); place--)
        {
            yield return (history[place], weight);
            weight *= settings.HistoryDecay;
        }
    }

    /// <summary>For each item the people who came by and, as weights, at which step.</summary>
    private static SparseMatrix PlacesOf(SparseMatrix sequences)
    {
        var steps = new float[sequences.Count];
        for (var person = 0; person < sequences.Rows; person++)
        {
            for (var k = sequences.Starts[person]; k < sequences.Starts[person + 1]; k++)
            {
                steps[k] = k - sequences.Starts[person];
            }
        }

        return (sequences with { Weights = steps }).Transposed();
    }
}
