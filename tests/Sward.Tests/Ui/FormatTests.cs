using System.Globalization;
using Sward.Kernel;
using Sward.Ui;

namespace Sward.Tests.Ui;

/// <summary>How times, counts and money are written in both languages.</summary>
public sealed class FormatTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 15, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en", 0, "0")]
    [InlineData("en", 999, "999")]
    [InlineData("en", 1_000, "1k")]
    [InlineData("en", 1_299, "1.2k")]
    [InlineData("en", 99_999, "99.9k")]
    [InlineData("en", 999_999, "999k")]
    [InlineData("en", 3_450_000, "3.4M")]
    [InlineData("zh-CN", 9_999, "9999")]
    [InlineData("zh-CN", 12_873, "1.2万")]
    [InlineData("zh-CN", 1_234_567, "123万")]
    [InlineData("zh-CN", 230_000_000, "2.3亿")]
    public void Counts_are_short_and_never_rounded_up(string language, long count, string text)
    {
        Speak(language);
        Assert.Equal(text, Format.Count(count));
    }

    [Theory]
    [InlineData("en", 129_900, "CNY", "¥1,299.00")]
    [InlineData("zh-CN", 5, "CNY", "¥0.05")]
    [InlineData("en", -2_000, "USD", "−$20.00")]
    [InlineData("zh-CN", 2_000, "USD", "US$20.00")]
    [InlineData("en", 1_500, "JPY", "JP¥1,500")]
    [InlineData("en", 1_500, "KWD", "KWD\u00a01.500")]
    public void Money_keeps_the_digits_of_its_currency(string language, long amount, string currency, string text)
    {
        Speak(language);
        Assert.Equal(text, Format.Price(new Money(amount, currency)));
    }

    [Theory]
    [InlineData("en", 30, "just now")]
    [InlineData("en", 5 * 60, "5 min ago")]
    [InlineData("zh-CN", 3 * 3_600, "3 小时前")]
    [InlineData("en", 20 * 3_600, "yesterday 19:00")]
    [InlineData("zh-CN", 3 * 86_400, "3 天前")]
    [InlineData("en", 30 * 86_400, "Feb 2")]
    [InlineData("zh-CN", 30 * 86_400, "2月2日")]
    [InlineData("en", 400 * 86_400, "Jan 28, 2025")]
    [InlineData("zh-CN", 400 * 86_400, "2025年1月28日")]
    public void Times_are_told_as_people_tell_them(string language, int secondsAgo, string text)
    {
        Speak(language);
        var format = new Format(new ManualTime(Now), TimeZoneInfo.Utc, new Texts([typeof(Format).Assembly]));
        Assert.Equal(text, format.Ago(Now.AddSeconds(-secondsAgo)));
    }

    [Theory]
    [InlineData(900, 1_200, "ratio-3x4")]
    [InlineData(500, 4_000, "ratio-3x4")]
    [InlineData(1_000, 1_000, "ratio-1x1")]
    [InlineData(4_000, 1_000, "ratio-4x3")]
    [InlineData(0, 0, "ratio-1x1")]
    public void A_cover_stays_between_three_to_four_and_four_to_three(int width, int height, string shape) =>
        Assert.Equal(shape, PictureRatio.ClassOf(width, height));

    private static void Speak(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(language);
}
