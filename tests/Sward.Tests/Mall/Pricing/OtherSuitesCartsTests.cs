using System.Globalization;
using System.Text.Json;
using Sward.Mall.Pricing;

namespace Sward.Tests.Mall.Pricing;

/// <summary>Carts of other projects' suites and bug reports, as far as the steps that exist can express them.</summary>
public sealed class OtherSuitesCartsTests
{
    private const string Fixed = "A fixed order discount is our store threshold with a threshold of nothing.";

    /// <summary>Kind of case -> how it is played here.</summary>
    private static readonly Dictionary<string, Action<JsonElement, JsonElement>> Played = new(StringComparer.Ordinal)
    {
        ["fixed order discount with floor price per line"] = LineDiscountsMatch,
        ["fixed discount with floors"] = UnitDiscountsMatch,
        ["fixed discount larger than floors allow"] = LineDiscountsMatch,
        ["threshold is tested after the earlier promotion"] = FreightIsTestedAfterTheDiscount,
        ["满减 tiers (100-20, 200-50+free shipping) on SKU1,2 only"] = TiersMatchExceptForTheSplit,
        ["coupon 10 over 3x10"] = TheDiscountIsSplitWhole,
        ["two fixed order promos 20 and 80"] = TwoDiscountsNeverGoBelowZero,
        ["refund item 2 of 6+4 with 10% order discount"] = RefundsAreWhatWasPaid,
    };

    /// <summary>Kind of case -> the step of the engine it waits for, or why it is not ours.</summary>
    private static readonly Dictionary<string, string> NotYet = new(StringComparer.Ordinal)
    {
        ["tax-exclusive"] = "tax step",
        ["tax-exclusive + order discount"] = "tax step",
        ["tax-exclusive + two order discounts"] = "tax step",
        ["tax-included + order discount"] = "tax step",
        ["priority"] = "line offers in percent",
        ["two exclusive: higher priority"] = "line offers in percent",
        ["same, tax-included"] = "tax step; the case refers to another one that is not given",
        ["tax-included 5%"] = "tax step",
        ["tax-excluded 5% rounding"] = "tax step",
        ["10% catalogue promotion per line"] = "line offers in percent",
        ["subtotal, 10% tax"] = "tax step",
        ["order 50 off + product B 100% off"] = "line offers in percent",
        ["price with 4 decimals"] = "prices are whole minor units",
        ["8% catalogue discount, 20% tax, round on total"] = "tax step; ours rounds tax per line",
        ["net price in backend, gross in shop"] = "prices are whole minor units",
        ["5 points per 2.50 spent, order 3.00"] = "points",
        ["6x50, 10% from 300; return 5"] = "a return keeps the split by default",
        ["9.99 incl 20% tax; 50% coupon"] = "coupons",
    };

    [Fact]
    public void Other_suites_carts_come_out_as_expected_or_say_what_they_wait_for()
    {
        foreach (var given in SharedCases.Read("carts.json"))
        {
            var kind = given.GetProperty("kind").GetString()!;
            if (Played.TryGetValue(kind, out var play))
            {
                play(given.GetProperty("given"), given.GetProperty("expect"));
            }
            else
            {
                Assert.Contains(kind, NotYet);
            }
        }
    }

    private static void LineDiscountsMatch(JsonElement given, JsonElement expect)
    {
        var cart = Price(given, Minor(given.GetProperty("order_discount")));
        Assert.Equal(expect.GetProperty("line_discounts").EnumerateArray().Select(Minor), cart.Lines.Select(DiscountOf));
    }

    private static void UnitDiscountsMatch(JsonElement given, JsonElement expect)
    {
        var cart = Price(given, Minor(given.GetProperty("order_discount")));
        Assert.Equal(
            expect.GetProperty("unit_discounts").EnumerateArray().Select(line => line.EnumerateArray().Select(Minor).ToArray()),
            cart.Lines.Select(line => line.UnitGoodsMinor.Select(unit => line.UnitPriceMinor - unit).ToArray()));
    }

    private static void FreightIsTestedAfterTheDiscount(JsonElement given, JsonElement expect)
    {
        // "50 %" of 120 is a fixed 60 here.
        var shipping = new FreightRule(StoreId: 1, Minor(given.GetProperty("shipping")), FreeFromMinor: 10_000);
        var cart = Price(given, Minor(expect.GetProperty("discount")), shipping);
        Assert.Equal(Minor(expect.GetProperty("shipping")), cart.FreightMinor);
        Assert.Equal(Minor(expect.GetProperty("total")), cart.TotalMinor);
    }

    private static void TiersMatchExceptForTheSplit(JsonElement given, JsonElement expect)
    {
        var lines = given.GetProperty("lines").EnumerateArray().ToList();
        var cart = PriceEngineTests.Price(
            [.. lines.Select((line, i) => new WantedLine(i + 1, line.GetProperty("in_scope").GetBoolean() ? 1 : 2, line.GetProperty("qty").GetInt32()))],
            lines.Select((line, i) => (i, line)).ToDictionary(pair => pair.i + 1L, pair => new SkuPrice(pair.line.GetProperty("price").GetInt64())),
            new Offers([new("small", 1, 100, 20), new("large", 1, 200, 50)], []));
        Assert.Equal(expect.GetProperty("pay").GetInt64(), cart.TotalMinor);
        // They round down and let the last line take the rest (28, 22); the largest remainder is the first line's.
        Assert.Equal([29, 21, 0], cart.Lines.Select(DiscountOf));
    }

    private static void TheDiscountIsSplitWhole(JsonElement given, JsonElement expect)
    {
        var cart = Price(given, Minor(given.GetProperty("coupon")));
        Assert.Equal(Minor(expect.GetProperty("sum_of_line_coupons")), cart.Lines.Sum(DiscountOf));
    }

    private static void TwoDiscountsNeverGoBelowZero(JsonElement given, JsonElement expect)
    {
        var draft = new Draft(InputOf(given, Offers.None));
        draft.SetUnitPrices(new Why("public-price", []), line => line.Price.PublicMinor);
        foreach (var discount in given.GetProperty("order_discounts").EnumerateArray())
        {
            draft.Discount(PriceStep.StoreThreshold, "fixed", new Why(Fixed, []), draft.Lines, Minor(discount));
        }

        var cart = draft.Finish();
        Assert.Equal(Minor(expect.GetProperty("total")), cart.TotalMinor);
        Assert.All(cart.Lines.SelectMany(line => line.UnitGoodsMinor), unit => Assert.Equal(0, unit));
    }

    private static void RefundsAreWhatWasPaid(JsonElement given, JsonElement expect)
    {
        // "10 %" of 10.00 is a fixed 1.00 here.
        var cart = Price(given, 100);
        Assert.Equal(expect.GetProperty("refund_items").EnumerateArray().Select(Minor), cart.Lines.Select(line => line.TotalMinor));
    }

    private static PricedCart Price(JsonElement given, long discountMinor, params IReadOnlyList<FreightRule> freight) =>
        PriceEngine.Price(InputOf(given, new Offers([new("fixed", StoreId: 1, ThresholdMinor: 0, discountMinor)], freight)));

    private static PricingInput InputOf(JsonElement given, Offers offers)
    {
        var lines = given.GetProperty("lines").EnumerateArray().ToList();
        return new(
            "USD",
            [.. lines.Select((line, i) => new WantedLine(i + 1, StoreId: 1, line.GetProperty("qty").GetInt32()))],
            lines.Select((line, i) => (i, line)).ToDictionary(pair => pair.i + 1L, pair => PriceOf(pair.line)),
            offers, new Buyer(null), DateTimeOffset.UnixEpoch);
    }

    private static SkuPrice PriceOf(JsonElement line) =>
        new(Minor(line.GetProperty("price")), line.TryGetProperty("min", out var floor) ? Minor(floor) : 0);

    private static long DiscountOf(PricedLine line) => (line.UnitPriceMinor * line.Wanted.Units) - line.GoodsMinor;

    private static long Minor(JsonElement major) => (long)(decimal.Parse(major.ToString(), CultureInfo.InvariantCulture) * 100);
}
