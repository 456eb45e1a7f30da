namespace Sward.Town;

/// <summary>Repeatable chance. Every purpose throws dice of its own (<see cref="For"/>), so that one more note does not change everybody's shoes.</summary>
internal sealed class Dice
{
    private readonly string _name;
    private ulong _state;

    public Dice(int seed)
        : this($"{seed}")
    {
    }

    private Dice(string name)
    {
        _name = name;
        _state = Fnv(name);
    }

    /// <summary>Dice for one purpose; the same name gives the same throws.</summary>
    public Dice For(string purpose) => new($"{_name}/{purpose}");

    /// <summary>A whole number from <paramref name="from"/> to <paramref name="to"/>, both included.</summary>
    public int Between(int from, int to) => from + (int)(Next() % (ulong)(to - from + 1));

    public double Between(double from, double to) => from + (Fraction() * (to - from));

    public bool Chance(double probability) => Fraction() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Between(0, items.Count - 1)];

    /// <summary>One item, the likelier the higher its weight.</summary>
    public T Pick<T>(IReadOnlyList<T> items, Func<T, double> weight)
    {
        var rest = Fraction() * items.Sum(weight);
        foreach (var item in items)
        {
            rest -= weight(item);
            if (rest < 0)
            {
                return item;
            }
        }

        return items[^1];
    }

    /// <summary>At most <paramref name="count"/> different items, likelier ones first (weighted sampling without replacement).</summary>
    public IReadOnlyList<T> Draw<T>(IEnumerable<T> items, int count, Func<T, double> weight) =>
        [.. items.Select(item => (Item: item, Key: Math.Pow(Fraction(), 1 / weight(item)))).OrderByDescending(pair => pair.Key).Take(count).Select(pair => pair.Item)];

    public IReadOnlyList<T> Shuffle<T>(IEnumerable<T> items) => [.. items.Select(item => (item, Key: Next())).OrderBy(pair => pair.Key).Select(pair => pair.item)];

    private double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>SplitMix64: short, good enough for a town, and the same on every machine and runtime.</summary>
    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private static ulong Fnv(string text)
    {
        var hash = 14695981039346656037;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 1099511628211;
        }

        return hash;
    }
}
