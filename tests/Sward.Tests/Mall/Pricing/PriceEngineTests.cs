using Sward.Mall.Pricing;

namespace Sward.Tests.Mall.Pricing;

public sealed class PriceEngineTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_cent_is_accounted_for()
    {
        foreach (var input in RandomInputs(seed: 11, count: 2_000))
        {
            var cart = PriceEngine.Price(input);

            Assert.Equal(cart.TotalMinor, cart.Steps.Sum(step => step.AmountMinor));
            Assert.Equal(cart.TotalMinor, cart.GoodsMinor + cart.FreightMinor);
            for (var line = 0; line < cart.Lines.Count; line++)
            {
                var priced = cart.Lines[line];
                Assert.Equal(priced.TotalMinor, cart.Steps.Sum(step => step.OnLine(line)));
                for (var unit = 0; unit < priced.Wanted.Units; unit++)
                {
                    Assert.Equal(priced.UnitGoodsMinor[unit] + priced.UnitFreightMinor[unit], cart.Steps.Sum(step => step.ByUnit[line][unit]));
                }
            }
        }
    }

    [Fact]
    public void No_unit_falls_below_zero_or_its_floor()
    {
        foreach (var input in RandomInputs(seed: 12, count: 2_000))
        {
            var cart = PriceEngine.Price(input);

            Assert.All(cart.Lines, line =>
            {
                var price = input.Prices[line.Wanted.SkuId];
                Assert.All(line.UnitGoodsMinor, unit => Assert.True(unit >= 0 && unit >= Math.Min(price.FloorMinor, price.PublicMinor)));
                Assert.All(line.UnitFreightMinor, unit => Assert.True(unit >= 0));
            });
        }
    }

    [Fact]
    public void A_discount_takes_all_it_promises_unless_the_floors_hold_it_back()
    {
        foreach (var input in RandomInputs(seed: 13, count: 2_000))
        {
            var cart = PriceEngine.Price(input);

            foreach (var step in cart.Steps.Where(step => step.Step is PriceStep.StoreThreshold))
            {
                var offer = input.Offers.StoreThresholds.Single(offer => string.Equals(offer.Id, step.OfferId, StringComparison.Ordinal));
                var room = input.Lines.Where(line => line.StoreId == offer.StoreId)
                    .Sum(line => line.Units * Math.Max(0, input.Prices[line.SkuId].PublicMinor - input.Prices[line.SkuId].FloorMinor));
                Assert.Equal(-Math.Min(offer.OffMinor, room), step.AmountMinor);
            }
        }
    }

    [Fact]
    public void Another_stores_lines_change_nothing()
    {
        foreach (var input in RandomInputs(seed: 14, count: 1_000))
        {
            var cart = PriceEngine.Price(input);

            foreach (var storeId in input.Lines.Select(line => line.StoreId).Distinct())
            {
                var alone = PriceEngine.Price(input with { Lines = [.. input.Lines.Where(line => line.StoreId == storeId)] });
                Assert.Equal(
                    cart.Lines.Where(line => line.Wanted.StoreId == storeId).SelectMany(line => line.UnitGoodsMinor.Concat(line.UnitFreightMinor)),
                    alone.Lines.SelectMany(line => line.UnitGoodsMinor.Concat(line.UnitFreightMinor)));
            }
        }
    }

    [Fact]
    public void Units_of_one_line_cost_the_same_to_the_minor_unit()
    {
        foreach (var input in RandomInputs(seed: 15, count: 1_000))
        {
            Assert.All(PriceEngine.Price(input).Lines, line => Assert.InRange(line.UnitGoodsMinor.Max() - line.UnitGoodsMinor.Min(), 0, 1));
        }
    }

    [Fact]
    public void The_threshold_is_tested_on_the_goods_of_its_own_store()
    {
        var prices = new Dictionary<long, SkuPrice> { [1] = new(100_000), [2] = new(100_000) };
        var offers = new Offers([new("t", StoreId: 1, ThresholdMinor: 200_000, OffMinor: 30_000)], []);

        Assert.Equal(170_000, Price([new(1, 1, 2)], prices, offers).TotalMinor);
        Assert.Equal(200_000, Price([new(1, 1, 1), new(2, 2, 1)], prices, offers).TotalMinor);
    }

    [Fact]
    public void Of_several_thresholds_reached_the_best_counts_once()
    {
        var offers = new Offers([new("small", 1, 100, 20), new("large", 1, 200, 50)], []);

        var cart = Price([new(1, 1, 3)], new Dictionary<long, SkuPrice> { [1] = new(100) }, offers);

        Assert.Equal("large", Assert.Single(cart.Steps, step => step.Step is PriceStep.StoreThreshold).OfferId);
        Assert.Equal(250, cart.TotalMinor);
    }

    [Fact]
    public void An_offer_counts_only_while_it_runs()
    {
        var prices = new Dictionary<long, SkuPrice> { [1] = new(100) };
        long TotalWith(DateTimeOffset? from, DateTimeOffset? until) => Price([new(1, 1, 1)], prices, new Offers([new("t", 1, 100, 10, from, until)], [])).TotalMinor;

        Assert.Equal(90, TotalWith(null, null));
        Assert.Equal(90, TotalWith(Noon, Noon.AddTicks(1)));
        Assert.Equal(100, TotalWith(Noon.AddTicks(1), null));
        Assert.Equal(100, TotalWith(null, Noon));
    }

    [Fact]
    public void Freight_is_charged_once_per_store_and_is_free_from_a_worth_that_counts_after_discounts()
    {
        var prices = new Dictionary<long, SkuPrice> { [1] = new(5_000), [2] = new(5_000) };
        var offers = new Offers([new("t", 1, 10_000, 2_000)], [new(StoreId: 1, FlatMinor: 801, FreeFromMinor: 10_000)]);

        var cart = Price([new(1, 1, 1), new(2, 1, 1)], prices, offers);

        Assert.Equal(8_000 + 801, cart.TotalMinor);
        Assert.Equal([401, 400], cart.Lines.Select(line => line.FreightMinor));
        Assert.Equal(10_000, Price([new(1, 1, 2)], prices, offers with { StoreThresholds = [] }).TotalMinor);
    }

    [Fact]
    public void Every_step_says_why()
    {
        var offers = new Offers([new("t", 1, 10_000, 2_000)], [new(1, 800, 8_800)]);

        var cart = Price([new(1, 1, 2)], new Dictionary<long, SkuPrice> { [1] = new(5_000) }, offers);

        Assert.Equal(["public-price", "store-threshold", "freight"], cart.Steps.Select(step => step.Why.Key));
        Assert.Equal([10_000, 2_000], cart.Steps[1].Why.AmountsMinor);
    }

    [Fact]
    public void An_empty_cart_costs_nothing() => Assert.Equal(0, Price([], new Dictionary<long, SkuPrice>(), Offers.None).TotalMinor);

    internal static PricedCart Price(IReadOnlyList<WantedLine> lines, IReadOnlyDictionary<long, SkuPrice> prices, Offers offers) =>
        PriceEngine.Price(new PricingInput("CNY", lines, prices, offers, new Buyer(7), Noon));

    internal static IEnumerable<PricingInput> RandomInputs(int seed, int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            WantedLine[] lines = [.. Enumerable.Range(1, random.Next(1, 9)).Select(skuId => new WantedLine(skuId, random.Next(1, 4), random.Next(1, 7)))];
            var prices = lines.ToDictionary(line => line.SkuId, _ => RandomPrice(random));
            var offers = new Offers(
                [.. Enumerable.Range(1, 3).Select(storeId => new StoreThreshold($"t{storeId}", storeId, random.NextInt64(0, 60_000), random.NextInt64(1, 30_000)))],
                [.. Enumerable.Range(1, 3).Select(storeId => new FreightRule(storeId, random.NextInt64(0, 2_000), random.NextInt64(0, 40_000)))]);
            yield return new PricingInput("CNY", lines, prices, offers, new Buyer(7), Noon);
        }
    }

    private static SkuPrice RandomPrice(Random random)
    {
        var minor = random.NextInt64(1, random.Next(2) == 0 ? 100 : 50_000);
        return new SkuPrice(minor, random.Next(3) == 0 ? random.NextInt64(0, minor + 1) : 0);
    }
}
