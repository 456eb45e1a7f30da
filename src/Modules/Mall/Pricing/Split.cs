namespace Sward.Mall.Pricing;

/// <summary>Splits amounts by largest remainder: every part is less than one minor unit from its exact share, and the parts sum to the total.</summary>
internal static class Split
{
    /// <summary>Splits a total (of either sign) over weights; a tie goes to the earlier part. Weights that are all zero count as equal.</summary>
    public static long[] Exactly(long total, IReadOnlyList<long> weights)
    {
        if (weights.Count == 0)
        {
            throw new ArgumentException("Nothing to split over.", nameof(weights));
        }

        if (total < 0)
        {
            return [.. Exactly(-total, weights).Select(part => -part)];
        }

        var sum = weights.Sum();
        if (sum == 0)
        {
            return Exactly(total, [.. weights.Select(_ => 1L)]);
        }

        var parts = new long[weights.Count];
        var remainders = new Int128[weights.Count];
        var left = total;
        for (var i = 0; i < parts.Length; i++)
        {
            (var share, remainders[i]) = Int128.DivRem((Int128)total * weights[i], sum);
            parts[i] = (long)share;
            left -= parts[i];
        }

        // OrderBy is stable, so of equal remainders the earlier part comes first.
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => remainders[i]).Take((int)left))
        {
            parts[i]++;
        }

        return parts;
    }

    /// <summary>Splits a total that is not negative, with no part above its cap: what a cap holds back flows to the others. Sums to the total, or to all caps if they are less.</summary>
    public static long[] Capped(long total, IReadOnlyList<long> weights, IReadOnlyList<long> caps)
    {
        var parts = new long[weights.Count];
        var open = Enumerable.Range(0, weights.Count).ToList();
        var left = Math.Min(total, caps.Sum());
        while (open.Count > 0)
        {
            var weightLeft = open.Sum(i => weights[i]);
            var isEqual = weightLeft == 0;
            var divisor = isEqual ? open.Count : weightLeft;
            var full = open.FindAll(i => (Int128)left * (isEqual ? 1 : weights[i]) > (Int128)caps[i] * divisor);
            if (full.Count == 0)
            {
                break;
            }

            foreach (var i in full)
            {
                parts[i] = caps[i];
            }

            left -= full.Sum(i => caps[i]);
            open.RemoveAll(full.Contains);
        }

        if (open.Count > 0)
        {
            var rest = Exactly(left, [.. open.Select(i => weights[i])]);
            for (var i = 0; i < rest.Length; i++)
            {
                parts[open[i]] = rest[i];
            }
        }

        return parts;
    }
}
