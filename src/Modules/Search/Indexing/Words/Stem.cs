using System.Buffers;

namespace Sward.Search;

/// <summary>A light English stem: the beginning of a word that its usual endings share. Only ever shortens, so a stem is a span of the word.</summary>
internal static class Stem
{
    private const int ShortestStem = 3;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>Longest first among those that end alike.</summary>
    private static readonly string[] Suffixes =
    [
        "ization", "ational", "fulness", "ousness", "iveness", "ation", "ative", "ators", "ator", "ement", "ment", "ness", "ality", "ivity", "ally", "ical", "able", "ible",
        "ance", "ence", "ancy", "ency", "ities", "ity", "ful", "ous", "ive", "ize", "ise", "ion", "ate", "ant", "ent", "ism", "ist", "ly", "al", "er", "ic",
    ];

    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word)
    {
        if (word.Length <= ShortestStem || word.ContainsAnyExceptInRange('a', 'z'))
        {
            return word;
        }

        var stem = WithoutPlural(word);
        stem = WithoutVerbEnding(stem);
        stem = WithoutSuffix(stem);
        return stem.Length > ShortestStem && stem[^1] is 'e' or 'y' or 'i' ? stem[..^1] : stem;
    }

    private static ReadOnlySpan<char> WithoutPlural(ReadOnlySpan<char> word) => word switch
    {
        [.., 's', 's', 'e', 's'] => word[..^2],
        [.., 'i', 'e', 's'] => word[..^2],
        [.., 'x' or 'h' or 'z', 'e', 's'] => word[..^2],
        [.., 's' or 'u' or 'i', 's'] => word,
        [.., 's'] => word[..^1],
        _ => word,
    };

    private static ReadOnlySpan<char> WithoutVerbEnding(ReadOnlySpan<char> word)
    {
        var ending = word.EndsWith("ing") ? 3 : word.EndsWith("ed") && !word.EndsWith("eed") ? 2 : 0;
        var stem = word[..^ending];
        if (ending == 0 || stem.Length < ShortestStem || !stem.ContainsAny(Vowels))
        {
            return word;
        }

        return stem is [.., var a, var b] && a == b && !"lsz".Contains(a) ? stem[..^1] : stem;
    }

    private static ReadOnlySpan<char> WithoutSuffix(ReadOnlySpan<char> word)
    {
        foreach (var suffix in Suffixes)
        {
            if (word.EndsWith(suffix) && word.Length - suffix.Length > ShortestStem)
            {
                return word[..^suffix.Length];
            }
        }

        return word;
    }
}
