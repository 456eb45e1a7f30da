using Sward.Kernel;
using Sward.Notes;

namespace Sward.Tests.Notes;

public sealed class NoteRuleTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("早餐 ok", 7)]
    [InlineData("ｆｕｌｌ", 8)]
    [InlineData("👩‍👧‍👦🍜", 4)]
    [InlineData("é", 1)]
    [InlineData("한글", 4)]
    public void A_full_width_character_takes_the_room_of_two(string text, int width) => Assert.Equal(width, DisplayWidth.Of(text));

    [Theory]
    [InlineData("food", "早餐吃什么", "周末")]
    [InlineData("pets", "My cats")]
    [InlineData("study", "reading list", "Book", "food")]
    [InlineData("travel", "hiking", "trips")]
    [InlineData("life", "education", "careful")]
    [InlineData("life")]
    public void The_channel_is_the_one_most_topics_speak_of(string channel, params string[] topics) => Assert.Equal(channel, ChannelGuess.Of(topics));

    [Fact]
    public void Handles_are_found_where_people_put_them_and_addresses_are_none() =>
        Assert.Equal(["mei.lin", "jun_3"], Mentions.HandlesIn("Hi @mei.lin, write to a@b.example. @Jun_3你好 @mei.lin."));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(10, 100)]
    public void More_likes_are_more_useful_but_ever_less_so(int few, int many)
    {
        Assert.True(Usefulness.LowerBound(many) > Usefulness.LowerBound(few));
        Assert.InRange(Usefulness.LowerBound(many), 0.01, 1);
    }

    [Fact]
    public void After_enough_time_a_fresh_comment_passes_a_liked_one()
    {
        var (halfLife, then) = (TimeSpan.FromDays(3), new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        var liked = Usefulness.RankOf(5, then, halfLife);

        Assert.True(Usefulness.RankOf(0, then.AddDays(1), halfLife) < liked);
        Assert.True(Usefulness.RankOf(0, then.AddDays(14), halfLife) > liked);
    }

    [Fact]
    public void Topics_lose_their_sign_and_repeats() => Assert.Equal(["Slow Living", "早餐"], TopicName.Distinct(["#Slow  Living", "slow living", " # 早餐 ", "＃早餐".Normalize(System.Text.NormalizationForm.FormKC), ""]));

    [Fact]
    public void Control_characters_and_stray_space_do_not_survive()
    {
        Assert.Equal("a b", PlainText.Line(" a\0 \n b\t"));
        Assert.Equal("a\nb", PlainText.Block("\r\na\r\nb\u0007 "));
    }
}
