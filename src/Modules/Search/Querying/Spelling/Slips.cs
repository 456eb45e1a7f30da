namespace Sward.Search;

/// <summary>How far two words are apart: optimal string alignment, the edit distance in which two neighbours that changed places are one slip (Damerau 1964).</summary>
internal static class Slips
{
    /// <summary>The distance in slips; null when it is more than <paramref name="most"/>.</summary>
    public static int? Between(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
        {
            return null;
        }

        var (before, above, row) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray(), new int[b.Length + 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] ? before[j - 2] + 1 : int.MaxValue;
                row[j] = Math.Min(Math.Min(changed, swapped), Math.Min(above[j], row[j - 1]) + 1);
            }

            (before, above, row) = (above, row, before);
        }

        return above[b.Length] <= most ? above[b.Length] : null;
    }
}
