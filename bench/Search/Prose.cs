namespace Sward.Bench;

/// <summary>A note as people write them: a short title, two topics and some sentences.</summary>
internal sealed record Prose(string Title, string Topics, string Body);

/// <summary>
/// Writes notes in Chinese, every fifth in English. Words come up by Zipf's law, and Chinese words are themselves made of characters that do, so that pairs of
/// characters are as uneven as in real texts. Note number n of a seed is always the same.
/// </summary>
internal sealed class ProseWriter
{
    private const int Characters = 3_000;
    private const int FirstCharacter = 0x4E00;
    private const int ChineseWords = 40_000;
    private const int EnglishWords = 20_000;
    private const string Consonants = "bcdfghklmnprstvw";
    private const string Vowels = "aeiou";

    private readonly Zipf ranks = new(ChineseWords);
    private readonly Zipf englishRanks = new(EnglishWords);
    private readonly string[] chinese;
    private readonly string[] english;

    public ProseWriter()
    {
        var random = new Random(1);
        var characters = new Zipf(Characters);
        chinese = [.. Enumerable.Range(0, ChineseWords).Select(_ => string.Create(random.Next(10) < 7 ? 2 : random.Next(1, 4), random, (word, dice) =>
        {
            foreach (ref var character in word)
            {
                character = (char)(FirstCharacter + characters.Next(dice));
            }
        }))];
        english = [.. Enumerable.Range(0, EnglishWords).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => $"{Consonants[random.Next(Consonants.Length)]}{Vowels[random.Next(Vowels.Length)]}{Consonants[random.Next(Consonants.Length)]}")))];
    }

    public Prose Write(int seed, int number)
    {
        var random = RandomOf(seed, number);
        var isChinese = IsChinese(number);
        return new(
            Sentence(random, isChinese, random.Next(3, 7)),
            $"{Sentence(random, isChinese, 1)} {Sentence(random, isChinese, 1)}",
            string.Join(isChinese ? "。" : ". ", Enumerable.Range(0, random.Next(2, 7)).Select(_ => Sentence(random, isChinese, random.Next(4, 11)))));
    }

    /// <summary>Words side by side that one might look for together.</summary>
    public string Words(int seed, int number, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(n => Sentence(RandomOf(seed + n, number), IsChinese(number), words: 1)));

    /// <summary>A sentence that nobody wrote: hardly any note holds all of it.</summary>
    public string Sentence(int seed, int number)
    {
        var random = RandomOf(seed, number);
        return Sentence(random, IsChinese(number), random.Next(4, 9));
    }

    public string Character(int seed, int number) => Words(seed, number * 5 + 1, count: 1)[..1];

    private static bool IsChinese(int number) => number % 5 > 0;

    /// <summary>Numbers that stand side by side give unlike dice.</summary>
    private static Random RandomOf(int seed, int number) => new((int)((((uint)seed * 0x9E3779B1) + (uint)number) * 0x85EBCA6B));

    private string Sentence(Random random, bool isChinese, int words) => isChinese
        ? string.Concat(Enumerable.Range(0, words).Select(_ => chinese[ranks.Next(random)]))
        : string.Join(' ', Enumerable.Range(0, words).Select(_ => english[englishRanks.Next(random)]));
}
