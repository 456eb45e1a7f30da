namespace Sward.Discovery.Experiments.Statistics;

/// <summary>The exact sign test: whether those who preferred one of two are too many for a coin. Ties say nothing.</summary>
internal static class SignTest
{
    /// <summary>How likely a preference this strong is when there is none.</summary>
    public static double Chance(int preferredFirst, int preferredSecond)
    {
        var (count, fewer) = (preferredFirst + preferredSecond, Math.Min(preferredFirst, preferredSecond));
        var tail = 0.0;
        // By logarithms: a half to the power of some thousands is nothing that a number can hold.
        var term = -count * Math.Log(2);
        for (var k = 0; k <= fewer; k++)
        {
            tail += Math.Exp(term);
            term += Math.Log(count - k) - Math.Log(k + 1);
        }

        return Math.Min(1, 2 * tail);
    }
}
