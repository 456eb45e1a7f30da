using Sward.Mall.Pricing;

namespace Sward.Tests.Mall.Pricing;

public sealed class PriceEngineTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_threshold_is_tested_on_the_goods_of_its_own_store()
    {
        var prices = Costs(100_000, 100_000);
        var offers = Thresholds(new Threshold("t", 1, 200_000, 30_000));

        Assert.Equal(170_000, Price([new(1, 1, 2)], prices, offers).TotalMinor);
        Assert.Equal(200_000, Price([new(1, 1, 1), new(2, 2, 1)], prices, offers).TotalMinor);
    }

    [Fact]
    public void Of_several_tiers_reached_the_best_counts_once()
    {
        var offer = new Threshold("t", 1, [new Tier(100, Benefit.Off(20)), new Tier(200, Benefit.Off(50)), new Tier(400, Benefit.Off(120))]);

        var cart = Price([new(1, 1, 3)], Costs(100), Thresholds(offer));

        Assert.Equal([200, 50], Assert.Single(cart.Steps, step => step.Step is PriceStep.StoreThreshold).Why.AmountsMinor);
        Assert.Equal(250, cart.TotalMinor);
    }

    [Fact]
    public void A_repeated_threshold_counts_for_every_full_one() =>
        Assert.Equal(1_000 - 150, Price([new(1, 1, 1)], Costs(1_000), Thresholds(new Threshold("t", null, 300, 50) { IsRepeated = true })).TotalMinor);

    [Fact]
    public void Offers_of_a_step_follow_each_other_by_priority_and_an_exclusive_one_stands_alone()
    {
        Threshold Ten(bool alone = false) => new("ten", 1, 0, 1_000) { Priority = 5, IsExclusive = alone };
        Threshold Fifth(bool alone = false, long from = 0) => new("fifth", 1, [new Tier(from, Benefit.Percent(20))]) { Priority = 2, IsExclusive = alone };
        long TotalWith(params Threshold[] offers) => Price([new(1, 1, 1)], Costs(10_000), Thresholds(offers)).TotalMinor;

        Assert.Equal(7_200, TotalWith(Fifth(), Ten()));
        Assert.Equal(8_000, TotalWith(Fifth(alone: true), Ten()));
        Assert.Equal(9_000, TotalWith(Fifth(alone: true), Ten(alone: true)));
        // An exclusive offer that is not reached excludes nobody; the second of two is tested on what the first left.
        Assert.Equal(9_000, TotalWith(Fifth(alone: true, from: 20_000), Ten()));
        Assert.Equal(9_000, TotalWith(Fifth(from: 9_500), Ten()));
    }

    [Fact]
    public void An_offer_counts_only_while_it_runs()
    {
        long TotalWith(DateTimeOffset? from, DateTimeOffset? until) => Price([new(1, 1, 1)], Costs(100), Thresholds(new Threshold("t", 1, 100, 10) { From = from, Until = until })).TotalMinor;

        Assert.Equal(90, TotalWith(null, null));
        Assert.Equal(90, TotalWith(Noon, Noon.AddTicks(1)));
        Assert.Equal(100, TotalWith(Noon.AddTicks(1), null));
        Assert.Equal(100, TotalWith(null, Noon));
    }

    [Fact]
    public void The_lowest_price_that_the_buyer_may_have_counts_and_never_two()
    {
        var price = new SkuPrice(100) { FlashMinor = 80, LiveMinor = 85, MemberMinor = 70 };
        (long, string) Of(SkuPrice of, bool isMember = false)
        {
            var cart = PriceEngine.Price(new("CNY", [new(1, 1, 1)], new Dictionary<long, SkuPrice> { [1] = of }, AllOffers.None, new Buyer(7, isMember), Noon));
            return (cart.TotalMinor, Assert.Single(cart.Steps).Why.Key);
        }

        Assert.Equal((80, "flash-price"), Of(price));
        Assert.Equal((70, "member-price"), Of(price, isMember: true));
        Assert.Equal((85, "live-price"), Of(price with { FlashMinor = null }));
        Assert.Equal((100, "public-price"), Of(new SkuPrice(100) { FlashMinor = 100 }));
    }

    [Fact]
    public void The_second_at_half_price_is_the_cheaper_one_and_the_pair_shares_it()
    {
        var offers = AllOffers.None with { LineOffers = [UnitsOffer.Nth("half", 2, 50)] };

        var cart = Price([new(1, 1, 1), new(2, 2, 2)], Costs(300, 100), offers);

        // Pairs by price: (300, 100), and one of 100 is left alone.
        Assert.Equal(450, cart.TotalMinor);
        Assert.Equal([262, 188], cart.Lines.Select(line => line.GoodsMinor));
    }

    [Fact]
    public void Three_for_two_gives_the_cheapest_of_each_three()
    {
        var offers = AllOffers.None with { LineOffers = [UnitsOffer.For("3-for-2", take: 3, pay: 2)] };

        Assert.Equal(200, Price([new(1, 1, 3)], Costs(100), offers).TotalMinor);
        Assert.Equal(200, Price([new(1, 1, 2)], Costs(100), offers).TotalMinor);
        Assert.Equal(500 + 400 + 200 + 100, Price([new(1, 1, 1), new(2, 1, 1), new(3, 1, 1), new(4, 1, 1), new(5, 1, 1)], Costs(500, 400, 300, 200, 100), offers).TotalMinor);
    }

    [Fact]
    public void A_bundle_costs_its_price_as_often_as_all_of_it_is_there()
    {
        var offers = AllOffers.None with { LineOffers = [new Bundle("set", new Dictionary<long, int> { [1] = 1, [2] = 2 }, PriceMinor: 250)] };

        Assert.Equal((2 * 250) + 100, Price([new(1, 1, 2), new(2, 2, 5)], Costs(200, 100), offers).TotalMinor);
        Assert.Equal(300, Price([new(1, 1, 1), new(2, 2, 1)], Costs(200, 100), offers).TotalMinor);
    }

    [Fact]
    public void An_offer_across_stores_adds_up_eligible_goods_only()
    {
        var offers = Thresholds(new Threshold("all", null, 300, 60) { Scope = new Scope { Categories = new HashSet<string> { "tea" } } });
        long TotalOf(string third) => Price([new(1, 1, 1, "tea"), new(2, 2, 1, "tea"), new(3, 3, 1, third)], Costs(100, 100, 100), offers).TotalMinor;

        Assert.Equal(240, TotalOf("tea"));
        Assert.Equal(300, TotalOf("book"));
    }

    [Fact]
    public void One_coupon_of_a_layer_is_used_and_its_threshold_is_tested_after_the_steps_before()
    {
        var offers = AllOffers.None with
        {
            Thresholds = [new Threshold("t", 1, 200, 50)],
            Coupons =
            [
                new("a", CouponLayer.Store, 1, 200, Benefit.Off(40)), new("b", CouponLayer.Store, 1, 100, Benefit.Off(10)),
                new("c", CouponLayer.Platform, null, 140, Benefit.Percent(10)), new("d", CouponLayer.Platform, null, 0, Benefit.Off(1)),
            ],
        };
        PricedCart With(params string[] used) => PriceEngine.Price(new("CNY", [new(1, 1, 2)], Costs(100), offers, new Buyer(7), Noon) { CouponIds = used.ToHashSet(StringComparer.Ordinal) });

        Assert.Equal(150, With("a").TotalMinor);
        Assert.Equal(126, With("b", "c").TotalMinor);
        Assert.Single(With("c", "d").Steps, step => step.Step is PriceStep.PlatformCoupon);
        Assert.Equal(150, With("nobodys").TotalMinor);
    }

    [Fact]
    public void An_exclusive_coupon_that_is_not_reached_drives_nobody_out()
    {
        var offers = AllOffers.None with
        {
            Coupons =
            [
                new("far", CouponLayer.Platform, null, 1_000, Benefit.Off(90)) { IsExclusive = true, Priority = 2 }, new("near", CouponLayer.Store, 1, 0, Benefit.Off(30)) { IsExclusive = true },
                new("a", CouponLayer.Store, 1, 0, Benefit.Off(20)), new("high", CouponLayer.Store, 1, 1_000, Benefit.Off(50)) { Priority = 1 }, new("b", CouponLayer.Platform, null, 0, Benefit.Off(5)),
                new("freight", CouponLayer.Freight, null, 0, Benefit.Off(5)) { IsExclusive = true, Priority = 3 },
            ],
        };
        long With(params string[] used) => PriceEngine.Price(new("CNY", [new(1, 1, 2)], Costs(100), offers, new Buyer(7), Noon) { CouponIds = used.ToHashSet(StringComparer.Ordinal) }).TotalMinor;

        Assert.Equal(175, With("far", "a", "b"));
        Assert.Equal(170, With("far", "near", "a", "b"));
        // Where nothing is paid for freight, a coupon on it takes nothing.
        Assert.Equal(175, With("freight", "a", "b"));
        Assert.Equal(180, With("high", "a"));
        Assert.Equal(200, With("far"));
    }

    [Fact]
    public void Points_pay_in_whole_steps_and_at_most_their_share()
    {
        var offers = AllOffers.None with { Points = new PointsRule(pointsPerStep: 100, minorPerStep: 100, mostBasisPoints: 5_000) };
        PricedCart With(long points) => PriceEngine.Price(new("CNY", [new(1, 1, 1)], Costs(1_050), offers, new Buyer(7), Noon) { Points = points });

        Assert.Equal((1_050 - 200, 200), (With(299).TotalMinor, With(299).PointsUsed));
        Assert.Equal((1_050 - 500, 500), (With(10_000).TotalMinor, With(10_000).PointsUsed));
        Assert.Equal((1_050, 0), (With(99).TotalMinor, With(99).PointsUsed));
    }

    [Fact]
    public void Freight_is_charged_once_per_store_and_is_free_from_a_worth_that_counts_after_discounts()
    {
        var offers = Thresholds(new Threshold("t", 1, 10_000, 2_000)) with { FreightRules = [new(StoreId: 1, FlatMinor: 801, FreeFromMinor: 10_000)] };

        var cart = Price([new(1, 1, 1), new(2, 1, 1)], Costs(5_000, 5_000), offers);

        Assert.Equal(8_000 + 801, cart.TotalMinor);
        Assert.Equal([401, 400], cart.Lines.Select(line => line.FreightMinor));
        Assert.Equal(10_000, Price([new(1, 1, 2)], Costs(5_000), offers with { Thresholds = [] }).TotalMinor);
    }

    [Fact]
    public void A_freight_coupon_takes_freight_and_nothing_else()
    {
        var offers = AllOffers.None with
        {
            FreightRules = [new(1, 800, 100_000), new(2, 500, 100_000)],
            Coupons = [new("f", CouponLayer.Freight, null, 0, Benefit.Off(2_000)), new("g", CouponLayer.Freight, 1, 0, Benefit.Off(300))],
        };
        PricedCart With(string used) => PriceEngine.Price(new("CNY", [new(1, 1, 1), new(2, 2, 1)], Costs(100, 100), offers, new Buyer(7), Noon) { CouponIds = new HashSet<string> { used } });

        Assert.Equal((200, 0), (With("f").GoodsMinor, With("f").FreightMinor));
        Assert.Equal([500, 500], With("g").Lines.Select(line => line.FreightMinor));
    }

    [Fact]
    public void Import_tax_is_on_what_everybody_would_pay_with_freight_and_credit_comes_after_all()
    {
        var price = new SkuPrice(10_000) { MemberMinor = 9_000, Tax = Tax.Abroad(consumptionPercent: 0, valueAddedPercent: 13) };
        var offers = Thresholds(new Threshold("t", 1, 5_000, 1_000)) with
        {
            FreightRules = [new(1, 500, 100_000)],
            Coupons = [new("c", CouponLayer.Platform, null, 0, Benefit.Off(3_000))],
            Credits = [new("card", 400)],
        };
        var cart = PriceEngine.Price(new("CNY", [new(1, 1, 1)], new Dictionary<long, SkuPrice> { [1] = price }, offers, new Buyer(7, IsMember: true), Noon) { CouponIds = new HashSet<string> { "c" } });

        var line = Assert.Single(cart.Lines);
        Assert.Equal((9_000 - 1_000 - 3_000, 500, 10_000 - 1_000 + 500), (line.GoodsMinor, line.FreightMinor, line.DutiableMinor));
        Assert.Equal((865, 400, 5_000 + 500 + 865 - 400), (line.TaxMinor, line.CreditMinor, cart.TotalMinor));
    }

    [Fact]
    public void Every_step_says_why()
    {
        var offers = Thresholds(new Threshold("t", 1, 10_000, 2_000)) with { FreightRules = [new(1, 800, 8_800)] };

        var cart = Price([new(1, 1, 2)], Costs(5_000), offers);

        Assert.Equal(["public-price", "store-threshold", "freight"], cart.Steps.Select(step => step.Why.Key));
        Assert.Equal([10_000, 2_000], cart.Steps[1].Why.AmountsMinor);
    }

    [Fact]
    public void An_empty_cart_costs_nothing() => Assert.Equal(0, Price([], Costs(), AllOffers.None).TotalMinor);

    internal static PricedCart Price(IReadOnlyList<WantedLine> lines, IReadOnlyDictionary<long, SkuPrice> prices, AllOffers offers) =>
        PriceEngine.Price(new PricingInput("CNY", lines, prices, offers, new Buyer(7), Noon));

    /// <summary>Prices of the variants 1, 2, 3 and so on.</summary>
    internal static Dictionary<long, SkuPrice> Costs(params long[] minor) => minor.Select((price, i) => (price, i)).ToDictionary(pair => pair.i + 1L, pair => new SkuPrice(pair.price));

    internal static AllOffers Thresholds(params Threshold[] thresholds) => AllOffers.None with { Thresholds = thresholds };
}
