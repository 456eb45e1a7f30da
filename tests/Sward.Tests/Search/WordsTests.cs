using Sward.Search;

namespace Sward.Tests.Search;

public sealed class WordsTests
{
    [Theory]
    [InlineData("ＦＵＬＬ　ｗｉｄｔｈ", "full width")]
    [InlineData("Café Émile", "cafe emile")]
    [InlineData("臺灣早餐店", "台湾早餐店")]
    [InlineData("ｶﾞｰﾃﾞﾝ", "ガーデン")]
    [InlineData("が", "が")]
    [InlineData("㎏", "kg")]
    [InlineData("👋🏽 ❤️", "👋 ❤")]
    public void Texts_that_mean_the_same_fold_to_the_same(string text, string folded) => Assert.Equal(folded, Fold.Text(text));

    [Fact]
    public void Half_a_character_becomes_a_space() => Assert.Equal("half  ", Fold.Text("half " + '\ud83d'));

    [Fact]
    public void Folding_remembers_where_each_character_comes_from()
    {
        var folded = Fold.Text("a㎏é早", out var origins);

        Assert.Equal("akge早", folded);
        Assert.Equal([0, 1, 1, 2, 3, 4], origins);
    }

    [Fact]
    public void Scripts_without_spaces_become_pairs_and_single_characters() =>
        Assert.Equal(["早", "早餐", "餐", "餐店", "店"], Words("早餐店", t => true).Order(new ByPlace("早餐店")));

    [Theory]
    [InlineData("iPhone15 壳", "iphon,15,壳")]
    [InlineData("b2b4c", "b2b4c")]
    [InlineData("running shoes", "run,sho")]
    [InlineData("berries and berry", "berr,and,berr")]
    [InlineData("classes, glasses; bus!", "class,glass,bus")]
    [InlineData("☕️咖啡", "☕,咖啡")]
    [InlineData("?! …", "")]
    public void A_query_asks_for_the_loosest_forms(string text, string expected)
    {
        var folded = Fold.Text(text);
        var finding = Tokens.Of(folded).Where(t => t.Use == TokenUse.Finds).Select(t => t.Term);

        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(w => Term.Of(w)), finding);
    }

    [Theory]
    [InlineData("run", "running", "runs")]
    [InlineData("bake", "baking", "baked")]
    [InlineData("relation", "relations", "related")]
    [InlineData("happy", "happily", "happiness")]
    public void Forms_of_a_word_share_a_stem(string word, params string[] forms) =>
        Assert.All(forms, form => Assert.Equal(Stem.Of(word).ToString(), Stem.Of(form).ToString()));

    [Fact]
    public void Words_that_are_not_english_stay_whole() => Assert.Equal("straße", Stem.Of("straße").ToString());

    private static List<string> Words(string folded, Func<Token, bool> which) => [.. Tokens.Of(folded).Where(which).Select(t => folded.Substring(t.Start, t.Length))];

    /// <summary>Orders words by where they begin in a text, shorter ones first.</summary>
    private sealed class ByPlace(string text) : IComparer<string>
    {
        public int Compare(string? x, string? y) => (text.IndexOf(x!, StringComparison.Ordinal), x!.Length).CompareTo((text.IndexOf(y!, StringComparison.Ordinal), y!.Length));
    }
}
