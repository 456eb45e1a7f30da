namespace Sward.Search;

/// <summary>Other spellings of a query that are more common here, the likeliest first. Whether one is better, only what it finds can tell.</summary>
internal sealed class Spellings(Lexicon lexicon, Holders holders, SuggestionBook book, SoundedOut soundedOut)
{
    /// <summary>How much more common another spelling must be.</summary>
    public const int TimesMore = 10;

    private const int MaxOfKind = 4;

    /// <summary>Longer queries are sentences: in them no single character decides, and each one costs some hundred look-ups.</summary>
    private const int LongestRun = 12;

    public IEnumerable<string> Of(Query query) => OfWords(query.Key).Concat(OfCharacters(query.Key)).Where(text => !string.Equals(text, query.Key, StringComparison.Ordinal));

    /// <summary>What sounds like the whole query: names, topics and queries, as 李小美 for "lixiaomei", and for typed sounds what is written here.</summary>
    public IEnumerable<string> BySound(Query query)
    {
        var typed = Pinyin.Typed(query.Key);
        var names = (typed ?? Pinyin.Of(query.Key)) is { } sound ? book.Sounding(sound).Take(MaxOfKind) : [];
        return typed is null ? names : names.Concat(soundedOut.Of(typed, MaxOfKind));
    }

    /// <summary>Each word that is rarer than its neighbours gives way to the best of them; then one of them to its second best, and so on.</summary>
    private IEnumerable<string> OfWords(string key)
    {
        var places = Tokens.Of(key)
            .Where(t => t.Use is TokenUse.Finds && Lexicon.IsWord(key.AsSpan(t.Start, t.Length)))
            .Select(t => (t.Start, t.Length, Words: Better(key.Substring(t.Start, t.Length), t.Term)))
            .Where(place => place.Words.Count > 0)
            .Reverse()
            .ToList();
        var choices = places.SelectMany((place, i) => Enumerable.Range(1, place.Words.Count - 1).Select(choice => (Place: i, Choice: choice))).Take(MaxOfKind - 1);
        foreach (var (other, choice) in places.Count > 0 ? [(-1, 0), .. choices] : Array.Empty<(int, int)>())
        {
            var text = key;
            foreach (var (i, (start, length, words)) in places.Index())
            {
                text = text.Remove(start, length).Insert(start, words[i == other ? choice : 0]);
            }

            yield return text;
        }
    }

    private List<string> Better(string word, Term term)
    {
        var known = holders.Of(term);
        return
        [
            .. from near in lexicon.Near(word)
               let count = holders.Of(Tokens.Of(near.Word).First(t => t.Use is TokenUse.Finds).Term)
               where count > 0 && count >= TimesMore * known
               orderby near.Slips, count descending
               select near.Word,
        ];
    }

    /// <summary>One Han character gives way to another that sounds or looks like it, when the pairs with its neighbours become more common.</summary>
    private IEnumerable<string> OfCharacters(string key)
    {
        var better = new List<(string Text, int Holders)>();
        foreach (var (at, written) in key.Index().Where(c => key.Length <= LongestRun && Pinyin.IsHan(c.Item)))
        {
            var pairs = PairsAround(key, at).Select(start => (Start: start, Holders: holders.Of(Term.Of(key.AsSpan(start, 2))))).ToList();
            foreach (var other in Pinyin.SoundAlikes(written).Concat(LookAlikes.Of(written)).Distinct().Where(c => c != written))
            {
                var text = $"{key[..at]}{other}{key[(at + 1)..]}";
                if (Gain(text, pairs) is { } gain)
                {
                    better.Add((text, gain));
                }
            }
        }

        return better.OrderByDescending(b => b.Holders).Take(MaxOfKind).Select(b => b.Text);
    }

    /// <summary>Where the pairs of Han characters begin that a character is part of.</summary>
    private static IEnumerable<int> PairsAround(string key, int at) =>
        from start in (int[])[at - 1, at] where start >= 0 && start + 1 < key.Length && Pinyin.IsHan(key[start]) && Pinyin.IsHan(key[start + 1]) select start;

    /// <summary>How many documents hold the changed pairs; null when a pair became rarer, or none much more common.</summary>
    private int? Gain(string text, List<(int Start, int Holders)> pairs)
    {
        var (sum, isMuchMore) = (0, false);
        foreach (var (start, before) in pairs)
        {
            var now = holders.Of(Term.Of(text.AsSpan(start, 2)));
            if (now < before)
            {
                return null;
            }

            sum += now;
            isMuchMore |= now > 0 && now >= TimesMore * before;
        }

        return isMuchMore ? sum : null;
    }
}
