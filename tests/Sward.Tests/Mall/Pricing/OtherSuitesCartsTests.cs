using System.Globalization;
using System.Text.Json;
using Sward.Mall.Pricing;

namespace Sward.Tests.Mall.Pricing;

/// <summary>Carts of other projects' suites and bug reports: played as they are, or kept with the reason why ours come out otherwise.</summary>
public sealed class OtherSuitesCartsTests
{
    /// <summary>Kind of case -> how it is played here.</summary>
    private static readonly Dictionary<string, Action<JsonElement, JsonElement>> Played = new(StringComparer.Ordinal)
    {
        ["tax-exclusive"] = TaxAndTotalMatch,
        ["tax-exclusive + order discount"] = TaxAndTotalMatch,
        ["tax-exclusive + two order discounts"] = TaxAndTotalMatch,
        ["tax-included + order discount"] = IncludedTaxAndTotalMatch,
        ["fixed order discount with floor price per line"] = LineDiscountsMatch,
        ["fixed discount with floors"] = UnitDiscountsMatch,
        ["fixed discount larger than floors allow"] = LineDiscountsMatch,
        ["priority"] = PromotionsMatch,
        ["two exclusive: higher priority"] = PromotionsMatch,
        ["threshold is tested after the earlier promotion"] = FreightIsTestedAfterTheDiscount,
        ["tax-included 5%"] = (given, expect) => Assert.Equal(Minor(expect.GetProperty("tax")), Cart(given, new Tax(TaxKind.Included, 5, 100)).Lines.Sum(line => line.IncludedTaxMinor)),
        ["10% catalogue promotion per line"] = PercentIsSplitOverTheLines,
        ["subtotal, 10% tax"] = SubtotalIsTaxed,
        ["满减 tiers (100-20, 200-50+free shipping) on SKU1,2 only"] = TiersMatchExceptForTheSplit,
        ["coupon 10 over 3x10"] = TheDiscountIsSplitWhole,
        ["two fixed order promos 20 and 80"] = TwoDiscountsNeverGoBelowZero,
        ["order 50 off + product B 100% off"] = BothDiscountsCount,
        ["8% catalogue discount, 20% tax, round on total"] = NetMatchesAndTaxIsRoundedByLine,
        ["refund item 2 of 6+4 with 10% order discount"] = RefundsAreWhatWasPaid,
        ["6x50, 10% from 300; return 5"] = ARefundKeepsTheSplit,
        ["9.99 incl 20% tax; 50% coupon"] = HalfACentIsRoundedUp,
    };

    /// <summary>Kind of case -> why it cannot be played.</summary>
    private static readonly Dictionary<string, string> NotOurs = new(StringComparer.Ordinal)
    {
        ["same, tax-included"] = "The case refers to lines of another one that are not given.",
        ["tax-excluded 5% rounding"] = "Its price has a tenth of a cent; ours are whole minor units.",
        ["price with 4 decimals"] = "Its price has hundredths of a cent; ours are whole minor units.",
        ["net price in backend, gross in shop"] = "Its gross price is rounded before the line is; ours has one price, and tax on top or within.",
        ["5 points per 2.50 spent, order 3.00"] = "About points that are earned; the engine spends them.",
    };

    [Fact]
    public void Other_suites_carts_come_out_as_expected_or_say_why_not()
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
                Assert.Contains(kind, NotOurs);
            }
        }
    }

    private static void TaxAndTotalMatch(JsonElement given, JsonElement expect)
    {
        var cart = Cart(given, tax: null, Discounts(given));
        Assert.Equal(Minor(expect.GetProperty("tax")), cart.TaxMinor);
        Assert.Equal(Minor(expect.GetProperty("total")), cart.TotalMinor);
    }

    private static void IncludedTaxAndTotalMatch(JsonElement given, JsonElement expect)
    {
        var cart = Cart(given, new Tax(TaxKind.Included, 10, 100), Discounts(given));
        Assert.Equal(Minor(expect.GetProperty("included_tax")), cart.Lines.Sum(line => line.IncludedTaxMinor));
        Assert.Equal(Minor(expect.GetProperty("total")), cart.TotalMinor);
    }

    private static void LineDiscountsMatch(JsonElement given, JsonElement expect) =>
        Assert.Equal(expect.GetProperty("line_discounts").EnumerateArray().Select(Minor), Cart(given, tax: null, Discounts(given)).Lines.Select(DiscountOf));

    private static void UnitDiscountsMatch(JsonElement given, JsonElement expect) => Assert.Equal(
        expect.GetProperty("unit_discounts").EnumerateArray().Select(line => line.EnumerateArray().Select(Minor).ToArray()),
        Cart(given, tax: null, Discounts(given)).Lines.Select(line => line.UnitGoodsMinor.Select(unit => line.UnitPriceMinor - unit).ToArray()));

    private static void PromotionsMatch(JsonElement given, JsonElement expect)
    {
        var promotions = given.GetProperty("promos").EnumerateArray().Select((promo, i) => new Threshold($"{i}", 1, [new Tier(0, promo.TryGetProperty("percent", out var percent)
            ? Benefit.Percent(percent.GetInt32())
            : Benefit.Off(Minor(promo.GetProperty("fixed"))))])
        {
            Priority = promo.GetProperty("priority").GetInt32(),
            IsExclusive = promo.TryGetProperty("exclusive", out var exclusive) && exclusive.GetBoolean(),
        });
        var cart = PriceEngineTests.Price([new(1, 1, 1)], PriceEngineTests.Costs(Minor(given.GetProperty("price"))), PriceEngineTests.Thresholds([.. promotions]));
        Assert.Equal(Minor(expect.GetProperty("total")), cart.TotalMinor);
    }

    private static void FreightIsTestedAfterTheDiscount(JsonElement given, JsonElement expect)
    {
        var offers = PriceEngineTests.Thresholds(new Threshold("half", 1, [new Tier(0, Benefit.Percent(50))])) with
        {
            FreightRules = [new FreightRule(StoreId: 1, Minor(given.GetProperty("shipping")), FreeFromMinor: 10_000)],
        };
        var cart = PriceEngine.Price(InputOf(given, tax: null, offers));
        Assert.Equal(Minor(expect.GetProperty("shipping")), cart.FreightMinor);
        Assert.Equal(Minor(expect.GetProperty("total")), cart.TotalMinor);
    }

    private static void PercentIsSplitOverTheLines(JsonElement given, JsonElement expect)
    {
        long[] prices = [.. given.GetProperty("prices").EnumerateArray().Select(Minor)];
        WantedLine[] lines = [.. prices.Select((_, i) => new WantedLine(i + 1, 1, 1))];
        var cart = PriceEngineTests.Price(lines, PriceEngineTests.Costs(prices), PriceEngineTests.Thresholds(new Threshold("ten", 1, [new Tier(0, Benefit.Percent(10))])));

        // They round each line half up (1.04 of 10.24); ours takes 10 % of the goods, once rounded, and splits that by largest remainder.
        Assert.Equal(104, expect.GetProperty("line_discounts").EnumerateArray().Sum(Minor));
        Assert.Equal([11, 21, 30, 40], cart.Lines.Select(DiscountOf));
    }

    private static void SubtotalIsTaxed(JsonElement given, JsonElement expect)
    {
        var price = new SkuPrice(Minor(given.GetProperty("subtotal_excl"))) { Tax = Tax.Percent(TaxKind.Added, Percent(given.GetProperty("tax"))) };
        var cart = PriceEngineTests.Price([new(1, 1, 1)], new Dictionary<long, SkuPrice> { [1] = price }, AllOffers.None);
        Assert.Equal((Minor(expect.GetProperty("tax")), Minor(expect.GetProperty("subtotal_incl"))), (cart.TaxMinor, cart.TotalMinor));
    }

    private static void TiersMatchExceptForTheSplit(JsonElement given, JsonElement expect)
    {
        var lines = given.GetProperty("lines").EnumerateArray().ToList();
        var cart = PriceEngineTests.Price(
            [.. lines.Select((line, i) => new WantedLine(i + 1, line.GetProperty("in_scope").GetBoolean() ? 1 : 2, line.GetProperty("qty").GetInt32()))],
            PriceEngineTests.Costs([.. lines.Select(line => line.GetProperty("price").GetInt64())]),
            PriceEngineTests.Thresholds(new Threshold("tiers", 1, [new Tier(100, Benefit.Off(20)), new Tier(200, Benefit.Off(50))])));
        Assert.Equal(expect.GetProperty("pay").GetInt64(), cart.TotalMinor);
        // They round down and let the last line take the rest (28, 22); the largest remainder is the first line's.
        Assert.Equal([29, 21, 0], cart.Lines.Select(DiscountOf));
    }

    private static void TheDiscountIsSplitWhole(JsonElement given, JsonElement expect) =>
        Assert.Equal(Minor(expect.GetProperty("sum_of_line_coupons")), Cart(given, tax: null, Minor(given.GetProperty("coupon"))).Lines.Sum(DiscountOf));

    private static void TwoDiscountsNeverGoBelowZero(JsonElement given, JsonElement expect)
    {
        var cart = Cart(given, tax: null, Discounts(given));
        Assert.Equal(Minor(expect.GetProperty("total")), cart.TotalMinor);
        Assert.All(cart.Lines.SelectMany(line => line.UnitGoodsMinor), unit => Assert.Equal(0, unit));
    }

    private static void BothDiscountsCount(JsonElement given, JsonElement expect)
    {
        var offers = PriceEngineTests.Thresholds(new Threshold("fifty", 1, 0, Minor(given.GetProperty("order_discount")))) with
        {
            LineOffers = [UnitsOffer.Nth("free", 1, 100) with { Scope = new Scope { ProductIds = new HashSet<long> { 2 } } }],
        };
        Assert.Equal(Minor(expect.GetProperty("total")), PriceEngine.Price(InputOf(given, tax: null, offers)).TotalMinor);
    }

    private static void NetMatchesAndTaxIsRoundedByLine(JsonElement given, JsonElement expect)
    {
        var offers = PriceEngineTests.Thresholds(new Threshold("eight", 1, [new Tier(0, Benefit.Percent(given.GetProperty("percent").GetInt32()))]));
        var cart = PriceEngine.Price(InputOf(given, Tax.Percent(TaxKind.Added, Percent(given.GetProperty("tax"))), offers));
        Assert.Equal(Minor(expect.GetProperty("net")), cart.GoodsMinor);
        // They round the tax of the whole order (41.00); ours is rounded per line: 10.08 and 30.91.
        Assert.Equal([1_008, 3_091], cart.Lines.Select(line => line.TaxMinor));
    }

    private static void RefundsAreWhatWasPaid(JsonElement given, JsonElement expect)
    {
        var offers = PriceEngineTests.Thresholds(new Threshold("ten", 1, [new Tier(0, Benefit.Percent(given.GetProperty("percent").GetInt32()))]));
        Assert.Equal(expect.GetProperty("refund_items").EnumerateArray().Select(Minor), PriceEngine.Price(InputOf(given, tax: null, offers)).Lines.Select(line => line.TotalMinor));
    }

    private static void ARefundKeepsTheSplit(JsonElement given, JsonElement expect)
    {
        // The report asks what a return below the threshold does. By default the split is kept: each of the six cost 45, and so five give back 225.
        var offers = PriceEngineTests.Thresholds(new Threshold("ten", 1, [new Tier(30_000, Benefit.Percent(10))]));
        Assert.Equal(Enumerable.Repeat(4_500L, 6), PriceEngineTests.Price([new(1, 1, 6)], PriceEngineTests.Costs(5_000), offers).Lines[0].UnitGoodsMinor);
    }

    private static void HalfACentIsRoundedUp(JsonElement given, JsonElement expect)
    {
        // They cut the half cent off (4.99); a share is rounded half up here, as tax is.
        var offers = PriceEngineTests.Thresholds(new Threshold("half", 1, [new Tier(0, Benefit.Percent(50))]));
        Assert.Equal(500, DiscountOf(PriceEngineTests.Price([new(1, 1, 1)], PriceEngineTests.Costs(999), offers).Lines[0]));
    }

    /// <summary>The fixed discounts of a case, one after the other: thresholds of nothing.</summary>
    private static long[] Discounts(JsonElement given) => given.TryGetProperty("order_discounts", out var several)
        ? [.. several.EnumerateArray().Select(Minor)]
        : given.TryGetProperty("order_discount", out var one) ? [Minor(one)] : [];

    private static PricedCart Cart(JsonElement given, Tax? tax, params long[] discounts) => PriceEngine.Price(
        InputOf(given, tax, PriceEngineTests.Thresholds([.. discounts.Select((discount, i) => new Threshold($"fixed{i}", 1, 0, discount) { Priority = -i })])));

    private static PricingInput InputOf(JsonElement given, Tax? tax, AllOffers offers)
    {
        var lines = given.GetProperty("lines").EnumerateArray().ToList();
        return new(
            "USD",
            [.. lines.Select((line, i) => new WantedLine(i + 1, StoreId: 1, line.GetProperty("qty").GetInt32()) { ProductId = i + 1 })],
            lines.Select((line, i) => (i, line)).ToDictionary(pair => pair.i + 1L, pair => PriceOf(pair.line, tax)),
            offers, new Buyer(null), DateTimeOffset.UnixEpoch);
    }

    private static SkuPrice PriceOf(JsonElement line, Tax? tax) => new(Minor(line.GetProperty("price")), line.TryGetProperty("min", out var floor) ? Minor(floor) : 0)
    {
        Tax = tax ?? (line.TryGetProperty("tax", out var rate) ? Tax.Percent(TaxKind.Added, Percent(rate)) : null),
    };

    private static long DiscountOf(PricedLine line) => (line.UnitPriceMinor * line.Wanted.Units) - line.GoodsMinor;

    private static decimal Percent(JsonElement text) => decimal.Parse(text.GetString()!.TrimEnd('%'), CultureInfo.InvariantCulture);

    private static long Minor(JsonElement major) => (long)(decimal.Parse(major.ToString(), CultureInfo.InvariantCulture) * 100);
}
