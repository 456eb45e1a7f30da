using Sward.Mall.Desk;
using Sward.Mall.Pricing;

namespace Sward.Mall.Coupons;

/// <summary>A coupon as somebody types it at a desk.</summary>
internal sealed class CouponForm
{
    private const int MaxDays = 366;

    public string? Title { get; init; }
    public CouponLayer Layer { get; init; }
    public CouponWay Way { get; init; }
    public string? Code { get; init; }
    public string[] Category { get; init; } = [];
    public string? From { get; init; }
    public string? Off { get; init; }
    public int? Percent { get; init; }
    public string? Cap { get; init; }
    public int Quota { get; init; }
    public int PerPerson { get; init; }
    public int Days { get; init; }

    /// <summary>From when it is good, in the site's time zone; empty for at once.</summary>
    public string? Start { get; init; }
    public bool Exclusive { get; init; }
    public int Priority { get; init; }

    /// <summary>What stores bear of the platform's coupon, in percent.</summary>
    public int StoresPercent { get; init; }

    /// <summary>What was typed, as a request.</summary>
    /// <exception cref="Refusal">An amount is none, or a number is out of its range.</exception>
    public IssueCoupons.Request ToRequest(string currency, TimeZoneInfo zone, DateTimeOffset now)
    {
        var start = TypedTime.Parse(Start, zone);
        var from = start > now ? start : null;
        return new IssueCoupons.Request(
            Title ?? "", Layer, TypedMoney.MinorOrNull(From, currency) ?? 0, TypedMoney.MinorOrNull(Off, currency) ?? 0, Percent ?? 0, TypedMoney.MinorOrNull(Cap, currency),
            Quota, PerPerson, (from ?? now).AddDays(Math.Clamp(Days, 0, MaxDays)), Category, StoresPercent, Way, PlainText.LineOrNull(Code), from, Exclusive, Priority).Checked();
    }
}
