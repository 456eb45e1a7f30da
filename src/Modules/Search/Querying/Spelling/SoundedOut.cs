namespace Sward.Search;

/// <summary>Reads typed sounds as Chinese: of all characters that sound so, the row whose pairs of neighbours most documents hold. 咖啡 for "kafei", though it is no name.</summary>
internal sealed class SoundedOut(Holders holders)
{
    private const int MostSyllables = 6;

    /// <summary>"xian" can be one syllable or two; longer queries have more ways, of which the first are enough.</summary>
    private const int MostWays = 4;

    /// <summary>Rows that are followed at a time.</summary>
    private const int Width = 12;

    /// <summary>The likeliest texts for letters without spaces.</summary>
    public IEnumerable<string> Of(string letters, int take) =>
        Ways(letters, MostSyllables).Where(way => way.Count >= 2).Take(MostWays).SelectMany(Rows).OrderByDescending(row => row.Rarest).Select(row => row.Text).Distinct(StringComparer.Ordinal).Take(take);

    /// <summary>The ways to cut letters into so many syllables at most, those with long syllables first.</summary>
    private static IEnumerable<IReadOnlyList<string>> Ways(string letters, int most)
    {
        if (letters.Length == 0)
        {
            return [[]];
        }

        if (letters.Length > most * Pinyin.LongestSyllable)
        {
            return [];
        }

        return from length in Enumerable.Range(1, Math.Min(Pinyin.LongestSyllable, letters.Length)).Reverse()
               let syllable = letters[..length]
               where Pinyin.IsSyllable(syllable)
               from rest in Ways(letters[length..], most - 1)
               select (IReadOnlyList<string>)[syllable, .. rest];
    }

    private IEnumerable<(string Text, int Rarest)> Rows(IReadOnlyList<string> syllables)
    {
        IEnumerable<(string Text, int Rarest)> rows = Pinyin.Characters(syllables[0]).Select(first => (first.ToString(), int.MaxValue));
        foreach (var syllable in syllables.Skip(1))
        {
            rows =
            [
                .. (from row in rows
                    from next in Pinyin.Characters(syllable)
                    let held = holders.Of(Term.Of([row.Text[^1], next]))
                    where held > 0
                    select (row.Text + next, Rarest: Math.Min(row.Rarest, held)))
                    .OrderByDescending(row => row.Rarest).Take(Width),
            ];
        }

        return rows;
    }
}
