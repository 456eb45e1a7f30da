using System.Runtime.InteropServices;

namespace Sward.Search;

/// <summary>
/// The words people write here, found by words that are nearly the same: two words that are a few letters apart become equal when each loses a few letters
/// (symmetric deletion; Garbe 2012). So a look-up costs a handful of probes however many words there are.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>Shorter words have too many neighbours, longer ones are rarely words.</summary>
    public const int ShortestWord = 4;
    private const int LongestWord = 24;

    /// <summary>Of this many words the neighbours are known, in some hundred megabytes; later ones are not learned.</summary>
    private const int MaxWords = 200_000;

    /// <summary>Letters are taken away from the first letters only: the ends of words cost memory and tell little.</summary>
    private const int Beginning = 7;

    private readonly Lock door = new();
    private readonly List<string> words = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>Last link for each beginning that lost letters.</summary>
    private readonly Dictionary<Term, int> last = [];

    /// <summary>Words with the same rest, as chains through this list; -1 ends one.</summary>
    private readonly List<(int Word, int Before)> links = [];

    public void Learn(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            var folded = Fold.Text(text);
            foreach (var token in Tokens.Of(folded).Where(t => IsWord(folded.AsSpan(t.Start, t.Length))))
            {
                Learn(folded.Substring(token.Start, token.Length));
            }
        }
    }

    /// <summary>Whether spelling can be looked at: letters of an alphabet, of a common length.</summary>
    public static bool IsWord(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (!char.IsLetter(character) || character >= '\u2E80')
            {
                return false;
            }
        }

        return word.Length is >= ShortestWord and <= LongestWord;
    }

    /// <summary>Known words that differ by one slip, or by two when the word is long. A slip is a letter too many, too few, another one, or two that changed places.</summary>
    public IReadOnlyList<(string Word, int Slips)> Near(string word)
    {
        var slips = SlipsIn(word.Length);
        var near = new List<(string, int)>();
        lock (door)
        {
            var seen = new HashSet<int>();
            foreach (var rest in Rests(word, slips))
            {
                for (var link = last.GetValueOrDefault(rest, -1); link >= 0; link = links[link].Before)
                {
                    var other = links[link].Word;
                    if (seen.Add(other) && Slips.Between(word, words[other], slips) is > 0 and var count)
                    {
                        near.Add((words[other], count));
                    }
                }
            }
        }

        return near;
    }

    private void Learn(string word)
    {
        lock (door)
        {
            if (words.Count == MaxWords || !known.Add(word))
            {
                return;
            }

            words.Add(word);
            foreach (var rest in Rests(word, SlipsIn(word.Length)))
            {
                ref var newest = ref CollectionsMarshal.GetValueRefOrAddDefault(last, rest, out var exists);
                links.Add((words.Count - 1, exists ? newest : -1));
                newest = links.Count - 1;
            }
        }
    }

    private static int SlipsIn(int length) => length < 8 ? 1 : 2;

    /// <summary>What is left of the beginning of a word when up to so many letters go.</summary>
    private static HashSet<Term> Rests(string word, int letters)
    {
        var rests = new HashSet<string>(StringComparer.Ordinal) { word[..Math.Min(word.Length, Beginning)] };
        for (var gone = 0; gone < letters; gone++)
        {
            rests.UnionWith([.. rests.SelectMany(rest => Enumerable.Range(0, rest.Length), (rest, at) => rest.Remove(at, 1))]);
        }

        return [.. rests.Select(rest => Term.Of(rest))];
    }
}
