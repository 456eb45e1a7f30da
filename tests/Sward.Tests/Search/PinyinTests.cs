using Sward.Search;

namespace Sward.Tests.Search;

public sealed class PinyinTests
{
    [Theory]
    [InlineData("北京", "beijing")]
    [InlineData("上海", "shanghai")]
    [InlineData("广州", "guangzhou")]
    [InlineData("西安", "xian")]
    [InlineData("苏州", "suzhou")]
    [InlineData("青岛", "qingdao")]
    [InlineData("哈尔滨", "haerbin")]
    [InlineData("咖啡", "kafei")]
    [InlineData("早餐", "zaocan")]
    [InlineData("女鞋", "nvxie")]
    [InlineData("绿茶", "lvcha")]
    [InlineData("李小美", "lixiaomei")]
    [InlineData("王芳", "wangfang")]
    [InlineData("张伟", "zhangwei")]
    [InlineData("欧阳娜", "ouyangna")]
    [InlineData("周杰", "zhoujie")]
    [InlineData("吴雪", "wuxue")]
    [InlineData("郑爽", "zhengshuang")]
    [InlineData("阿依", "ayi")]
    [InlineData("祖玛", "zuma")]
    [InlineData("coffee 咖啡 2", "coffeekafei2")]
    public void Known_names_sound_as_they_are_typed(string text, string typed) => Assert.Equal(typed, Pinyin.Of(text));

    [Theory]
    [InlineData("coffee")]
    [InlineData("カフェ")]
    public void What_holds_no_Han_has_no_sound(string text) => Assert.Null(Pinyin.Of(text));

    [Theory]
    [InlineData("li xiaomei", "lixiaomei")]
    [InlineData("xi'an", "xian")]
    [InlineData("咖fei", null)]
    [InlineData("l", null)]
    public void Only_letters_may_be_typed_sounds(string typed, string? letters) => Assert.Equal(letters, Pinyin.Typed(typed));

    [Fact]
    public void Characters_sound_alike_whatever_the_tone_and_to_people_who_mix_up_z_and_zh()
    {
        Assert.Contains('非', Pinyin.SoundAlikes('啡'));
        Assert.Contains('站', Pinyin.SoundAlikes('赞'));
        Assert.DoesNotContain('站', Pinyin.SoundAlikes('蓝'));
    }
}
