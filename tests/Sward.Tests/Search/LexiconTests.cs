using Sward.Search;

namespace Sward.Tests.Search;

public sealed class LexiconTests
{
    [Theory]
    [InlineData("ca", "abc", 3)]
    [InlineData("coffee", "coffee", 0)]
    [InlineData("cofee", "coffee", 1)]
    [InlineData("coffe", "coffee", 1)]
    [InlineData("cofefe", "coffee", 1)]
    [InlineData("toffee", "coffee", 1)]
    [InlineData("grindre", "grinders", 2)]
    public void A_slip_is_a_letter_more_less_or_other_or_two_that_changed_places(string a, string b, int slips)
    {
        Assert.Equal(slips, Slips.Between(a, b, most: 3));
        Assert.Equal(slips, Slips.Between(b, a, most: 3));
        Assert.Null(Slips.Between(a, b, slips - 1));
    }

    /// <summary>Comparing with every word is the oracle.</summary>
    [Fact]
    public void All_words_within_reach_are_found_and_no_others()
    {
        var random = new Random(7);
        string[] words = [.. Enumerable.Range(0, 3_000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(4, 11)).Select(_ => "abcd"[random.Next(4)]))).Distinct()];
        var lexicon = new Lexicon();
        lexicon.Learn(words);

        foreach (var word in words.Take(60))
        {
            var misspelt = word.Remove(random.Next(word.Length), 1) + (random.Next(2) == 0 ? "" : "a");
            var reach = misspelt.Length < 8 ? 1 : 2;
            // Words that lost letters at the start of a longer word can lie beyond the beginning that is compared; of equal lengths none may be missed.
            var expected = words.Where(w => w.Length <= 7 && misspelt.Length <= 7 && Slips.Between(misspelt, w, reach) is > 0).Order(StringComparer.Ordinal);
            var found = lexicon.Near(misspelt);
            Assert.Equal(expected, found.Select(n => n.Word).Where(w => w.Length <= 7 && misspelt.Length <= 7).Order(StringComparer.Ordinal));
            Assert.All(found, n => Assert.Equal(n.Slips, Slips.Between(misspelt, n.Word, reach)));
        }
    }

    [Fact]
    public void Only_words_of_letters_are_learned()
    {
        var lexicon = new Lexicon();
        lexicon.Learn(["An espresso for 咖啡馆 at iphone15, model x1000 now"]);

        Assert.Equal(["espresso"], lexicon.Near("esspreso").Select(n => n.Word));
        Assert.Empty(lexicon.Near("x1001"));
        Assert.Empty(lexicon.Near("nox"));
    }
}
