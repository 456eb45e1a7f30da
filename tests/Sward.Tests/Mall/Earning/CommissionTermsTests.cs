using System.Globalization;
using System.Text.Json;
using Sward.Mall.Commissions;
using Sward.Tests.Mall.Pricing;

namespace Sward.Tests.Mall.Earning;

/// <summary>How much commission a unit brings, played on other projects' cases: as they are, or kept with the reason why ours come out otherwise.</summary>
public sealed class CommissionTermsTests
{
    private static readonly DateTimeOffset Today = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Other_suites_commissions_come_out_as_expected_or_say_why_not()
    {
        foreach (var element in SharedCases.Read("commission.json"))
        {
            var given = element.GetProperty("given");
            if (given.TryGetProperty("resolve", out _))
            {
                // Played by the test of precedence below.
                continue;
            }

            var expected = given.TryGetProperty("price_fen", out _) || given.TryGetProperty("fixed", out _)
                ? element.GetProperty("commission").GetInt64()
                : Minor(element.GetProperty("commission"));
            Assert.Equal(Deviation(given) ?? expected, CommissionOf(given));
        }
    }

    /// <summary>What comes out here where our rules differ from the case's.</summary>
    private static long? Deviation(JsonElement given)
    {
        // Their cap is for the line (12 for ten units at 2.50). Ours is for the unit: the same units in one line or in three must earn the same.
        if (given.TryGetProperty("flat", out _) && given.TryGetProperty("cap", out _))
        {
            return 2_500;
        }

        // Their base may be gross. Ours never holds tax on top: that is not the store's money.
        return given.TryGetProperty("base", out var kind) && kind.ValueEquals("gross") ? 1_000 : null;
    }

    private static long CommissionOf(JsonElement given)
    {
        long? Of(string name) => given.TryGetProperty(name, out var value) ? Minor(value) : null;
        if (given.TryGetProperty("fixed", out var fixedMinor))
        {
            return new CommissionTerms(Points(given.GetProperty("percent")), fixedMinor.GetInt64()).Of(1_000);
        }

        if (given.TryGetProperty("price_fen", out var fen))
        {
            return new CommissionTerms(Points(given.GetProperty("percent"))).Of(fen.GetInt64());
        }

        var terms = new CommissionTerms(given.TryGetProperty("rate", out var rate) ? Points(rate) : 0, Of("flat"), Of("floor") ?? 0, Of("cap"));
        return given.GetProperty("qty").GetInt32() * terms.Of(CommissionTerms.BaseOf(Minor(given.GetProperty("price")) - (Of("discount") ?? 0), unitSubsidyMinor: 0, Of("included_tax") ?? 0));
    }

    [Fact]
    public void The_narrower_rate_decides()
    {
        var goods = new RatedGoods(7, "food", 9, "CNY");
        List<CommissionRate> rates = [Rate(RateScope.Default, "", 2_000), Rate(RateScope.Store, "9", 1_200), Rate(RateScope.Category, "food", 800), Rate(RateScope.Product, "7", 300)];

        foreach (var expected in new[] { 300, 800, 1_200, 2_000 })
        {
            Assert.Equal(expected, rates.Find(CommissionKind.Platform, goods, Today)!.BasisPoints);
            rates.RemoveAt(rates.Count - 1);
        }

        Assert.Null(rates.Find(CommissionKind.Platform, goods, Today));
    }

    [Fact]
    public void A_rate_holds_from_its_day_until_its_end_and_the_later_one_takes_its_place()
    {
        var goods = new RatedGoods(7, "food", 9, "CNY");
        CommissionRate[] rates = [Rate(RateScope.Default, "", 500), Rate(RateScope.Default, "", 600, from: 10), Rate(RateScope.Default, "", 100, from: 20, until: 30)];

        long At(int day) => rates.Find(CommissionKind.Platform, goods, Today.AddDays(day))!.BasisPoints;
        Assert.Equal([500, 600, 100, 600], new[] { 9, 10, 20, 30 }.Select(At));
    }

    [Fact]
    public void A_rate_with_amounts_is_for_its_currency_only()
    {
        CommissionRate[] rates = [Rate(RateScope.Default, "", 500), Rate(RateScope.Default, "", 500, currency: "JPY", floor: 30)];

        Assert.Equal(0, rates.Find(CommissionKind.Platform, new(7, "food", 9, "CNY"), Today)!.FloorMinor);
        Assert.Equal(30, rates.Find(CommissionKind.Platform, new(7, "food", 9, "JPY"), Today)!.FloorMinor);
    }

    [Fact]
    public void A_commission_is_never_more_than_its_base()
    {
        Assert.Equal(40, new CommissionTerms(0, FixedMinor: 250).Of(40));
        Assert.Equal(0, new CommissionTerms(100, FloorMinor: 500).Of(0));
    }

    private static CommissionRate Rate(RateScope scope, string subject, int basisPoints, int from = 0, int? until = null, string? currency = null, long floor = 0) => new()
    {
        Id = from + 1,
        Kind = CommissionKind.Platform,
        Scope = scope,
        Subject = subject,
        BasisPoints = basisPoints,
        Currency = currency,
        FloorMinor = floor,
        StartsAt = Today.AddDays(from),
        EndsAt = until is { } day ? Today.AddDays(day) : null,
    };

    private static int Points(JsonElement percent) => (int)(decimal.Parse(percent.ToString().TrimEnd('%'), CultureInfo.InvariantCulture) * 100);

    private static long Minor(JsonElement major) => (long)(decimal.Parse(major.ToString(), CultureInfo.InvariantCulture) * 100);
}
