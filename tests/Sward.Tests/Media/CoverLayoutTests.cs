using Sward.Media;

namespace Sward.Tests.Media;

public sealed class CoverLayoutTests
{
    private static readonly CoverBox Box = new(0, 0, 800, 800);

    [Theory]
    [InlineData("今天，真好", 3, "今天，|真好")]
    [InlineData("她说「你好」吗", 3.5, "她说|「你|好」吗")]
    [InlineData("slow mornings ahead", 7, "slow|mornings|ahead")]
    [InlineData("用 iPhone 拍", 4, "用|iPhone|拍")]
    [InlineData("supercalifragilistic", 4, "superc|alifragi|listic")]
    public void Lines_break_where_readers_expect(string text, double width, string lines) =>
        Assert.Equal(lines.Split('|'), LineBreaker.Fill(text, width));

    [Fact]
    public void A_headline_breaks_after_its_phrases()
    {
        var composed = LineBreaker.Compose("30岁以后才明白：好的关系不费力", 8.5);

        Assert.Equal(["30岁以后才明白：", "好的关系不费力"], composed.Lines);
    }

    [Theory]
    [InlineData("slow mornings ahead", "slow|mornings…")]
    [InlineData("今天也要好好吃饭，好好睡觉，好好生活", "今天也要好好吃|饭，好好睡觉…")]
    [InlineData("今天，真好", "今天，真好")]
    public void A_headline_without_room_ends_in_an_ellipsis(string text, string lines) =>
        Assert.Equal(lines.Split('|'), LineBreaker.Clip(text, width: 7, most: 2));

    [Fact]
    public void A_headline_leaves_no_single_character_behind() =>
        Assert.Equal(["今天也要", "好好吃饭"], LineBreaker.Compose("今天也要好好吃饭", 7).Lines);

    [Fact]
    public void Few_words_are_large_and_many_are_small_but_all_are_there()
    {
        var few = CoverLayout.Fit("好物", Box, largestSize: 200, linePitch: 1.4);
        var many = CoverLayout.Fit(new string('字', 150), Box, largestSize: 200, linePitch: 1.4);

        Assert.Equal(200, few.Size);
        Assert.InRange(many.Size, 34, 70);
        Assert.Equal(150, many.Lines.Sum(line => line.Length));
        Assert.All(many.Lines, line => Assert.True(TextMeasure.Width(line) * many.Size <= Box.Width));
    }

    [Fact]
    public void What_does_not_fit_ends_in_an_ellipsis()
    {
        var layout = CoverLayout.Fit(string.Join('\n', Enumerable.Repeat("一行", 60)), Box, largestSize: 200, linePitch: 1.4);

        Assert.Equal("一行…", layout.Lines[^1]);
        Assert.True(layout.Lines.Count * layout.Size * 1.4 <= Box.Height);
    }

    [Fact]
    public void An_emoji_of_several_parts_is_one_character()
    {
        Assert.Equal(1, CoverText.Length("👩‍👩‍👧"));
        Assert.Equal(["👩‍👩‍👧", "👩‍👩‍👧"], LineBreaker.Fill("👩‍👩‍👧👩‍👩‍👧", 1.3));
    }

    [Fact]
    public void Words_are_cleaned_before_they_are_drawn() =>
        Assert.Equal("It doesn't\n下一行", CoverText.Clean("  It \t doesn’t\u0007 \r\n\r\n 下一行 "));
}
