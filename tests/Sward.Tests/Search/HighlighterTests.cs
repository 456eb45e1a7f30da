using Sward.Search;
using Sward.Ui;

namespace Sward.Tests.Search;

public sealed class HighlighterTests
{
    [Theory]
    [InlineData("早餐", "周末的早餐，快手早餐", "早餐|早餐")]
    [InlineData("手冲咖啡", "在家手冲咖啡", "手冲咖啡")]
    [InlineData("台湾", "臺灣小吃", "臺灣")]
    [InlineData("茶", "喝茶去", "茶")]
    [InlineData("run", "Running in the rain, RUNS", "Running|RUNS")]
    [InlineData("iphone 15", "我的iPhone15手机", "iPhone15")]
    [InlineData("cafe", "Ｃａｆé ☕", "Ｃａｆé")]
    [InlineData("☕", "早安☕️咖啡", "☕️")]
    [InlineData("nothing", "周末", "")]
    public void Hits_are_marked_in_the_original_text(string query, string text, string expected) =>
        Assert.Equal(expected, string.Join('|', new Highlighter(Query.Parse(query)).Hits(text).Select(hit => text.Substring(hit.Start, hit.Length))));

    [Fact]
    public void An_excerpt_shows_the_densest_part_and_its_hits_fit()
    {
        var text = new string('远', 300) + "\n手冲咖啡与咖啡豆，都在这里🎉" + new string('近', 300) + "咖啡";

        var excerpt = new Highlighter(Query.Parse("咖啡")).Excerpt(text)!;

        Assert.StartsWith("…", excerpt.Text, StringComparison.Ordinal);
        Assert.EndsWith("…", excerpt.Text, StringComparison.Ordinal);
        Assert.True(excerpt.Text.Length < 80 && !excerpt.Text.Contains('\n'));
        Assert.Equal(["咖啡", "咖啡"], excerpt.Hits.Select(hit => excerpt.Text.Substring(hit.Start, hit.Length)));
    }

    [Fact]
    public void Marked_text_is_encoded()
    {
        using var page = new StringWriter();
        new Marked("<b>茶</b>", [new TextRange(3, 1)]).WriteTo(page, System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));

        Assert.Equal("&lt;b&gt;<mark>茶</mark>&lt;/b&gt;", page.ToString());
    }
}
