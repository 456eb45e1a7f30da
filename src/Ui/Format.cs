using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Sward.Ui;

/// <summary>Writes times, counts and money as people read them in the language of the request.</summary>
public sealed class Format(TimeProvider clock, TimeZoneInfo zone, IStringLocalizer texts)
{
    private static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "zh";

    /// <summary>How long ago: "5 min ago", "yesterday 14:05", "Mar 4", and with the year when it was another one.</summary>
    public string Ago(DateTimeOffset at)
    {
        var now = Local(clock.GetUtcNow());
        var then = Local(at);
        var passed = now - then;
        return passed switch
        {
            { TotalMinutes: < 1 } => texts["ui.ago.now"],
            { TotalHours: < 1 } => texts["ui.ago.minutes", (int)passed.TotalMinutes],
            _ when then.Date == now.Date => texts["ui.ago.hours", (int)passed.TotalHours],
            _ when then.Date == now.Date.AddDays(-1) => texts["ui.ago.yesterday", Clock(then)],
            { TotalDays: < 7 } => texts["ui.ago.days", (now.Date - then.Date).Days],
            _ when then.Year == now.Year => then.ToString(IsChinese ? "M月d日" : "MMM d", CultureInfo.CurrentCulture),
            _ => Day(at),
        };
    }

    /// <summary>The day with its year: "Mar 4, 2026", "2026年3月4日".</summary>
    public string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(Local(at).DateTime));

    public static string Day(DateOnly day) => day.ToString(IsChinese ? "yyyy年M月d日" : "MMM d, yyyy", CultureInfo.CurrentCulture);

    /// <summary>The day with its weekday before it: "Sat, Mar 7, 2026", "2026年3月7日周六".</summary>
    public static string Weekday(DateOnly day) => day.ToString(IsChinese ? "yyyy年M月d日ddd" : "ddd, MMM d, yyyy", CultureInfo.CurrentCulture);

    /// <summary>A day of the week: "Sat", "周六".</summary>
    public static string Weekday(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetAbbreviatedDayName(day);

    /// <summary>Day and time of day, for orders and statements.</summary>
    public string Moment(DateTimeOffset at) => $"{Day(at)} {Clock(Local(at))}";

    /// <summary>A count in few characters, never rounded up: 1.2k, 3.4M; 1.2万, 3.4亿.</summary>
    public static string Count(long count) => IsChinese
        ? count switch
        {
            < 10_000 => count.ToString(CultureInfo.InvariantCulture),
            < 100_000_000 => Short(count, 10_000, "万"),
            _ => Short(count, 100_000_000, "亿"),
        }
        : count switch
        {
            < 1_000 => count.ToString(CultureInfo.InvariantCulture),
            < 1_000_000 => Short(count, 1_000, "k"),
            < 1_000_000_000 => Short(count, 1_000_000, "M"),
            _ => Short(count, 1_000_000_000, "B"),
        };

    /// <summary>An amount with the sign of its currency and all its digits: "¥1,299.00", "−¥20.00".</summary>
    public static string Price(Money money)
    {
        var minus = money.Amount < 0 ? "\u2212" : "";
        return minus + CurrencySign(money.Currency) + Whole(money) + Fraction(money);
    }

    /// <summary>The sign people of the request's language expect: a dollar says whose it is in Chinese, a yen says so in both.</summary>
    public static string CurrencySign(string currency) => currency switch
    {
        "CNY" => "¥",
        "JPY" => "JP¥",
        "USD" => IsChinese ? "US$" : "$",
        "HKD" => "HK$",
        "EUR" => "€",
        "GBP" => "£",
        "KRW" => "₩",
        _ => currency + "\u00a0",
    };

    /// <summary>The part of an amount before the decimal point, grouped, without sign.</summary>
    public static string Whole(Money money) => Math.Truncate(Math.Abs(Units(money))).ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The decimal point and what follows it; empty for currencies without minor units.</summary>
    public static string Fraction(Money money)
    {
        var digits = Money.DigitsOf(money.Currency);
        var minor = (Math.Abs(Units(money)) % 1).ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return digits == 0 ? "" : minor[1..];
    }

    /// <summary>Bytes of a file: 820 kB, 3.4 MB.</summary>
    public static string Size(long bytes) => bytes < 1_000_000 ? $"{bytes / 1_000} kB" : $"{Tenths(bytes, 1_000_000)} MB";

    private static decimal Units(Money money) => money.Amount / (decimal)Math.Pow(10, Money.DigitsOf(money.Currency));

    private static string Short(long count, long unit, string name) => Tenths(count, unit) + name;

    // One decimal below a hundred units, none above: 1.2k, 12.3k, 123k.
    private static string Tenths(long count, long unit)
    {
        var tenths = count / (unit / 10);
        return tenths >= 1000 || tenths % 10 == 0
            ? (tenths / 10).ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{tenths / 10}.{tenths % 10}");
    }

    private static string Clock(DateTimeOffset local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone);
}
