using Sward.Mall.Pricing;

namespace Sward.Tests.Mall.Pricing;

/// <summary>What is true of every price (mall.md 1), on thousands of random carts.</summary>
public sealed class PriceInvariantTests
{
    [Fact]
    public void Every_cent_is_accounted_for()
    {
        foreach (var input in RandomCarts.Inputs(seed: 11, count: 2_000))
        {
            var cart = PriceEngine.Price(input);

            Assert.Equal(cart.TotalMinor, cart.Steps.Sum(step => step.AmountMinor));
            Assert.Equal(cart.TotalMinor, cart.GoodsMinor + cart.FreightMinor + cart.TaxMinor - cart.CreditMinor);
            for (var line = 0; line < cart.Lines.Count; line++)
            {
                var priced = cart.Lines[line];
                Assert.Equal(priced.TotalMinor, cart.Steps.Sum(step => step.OnLine(line)));
                for (var unit = 0; unit < priced.Wanted.Units; unit++)
                {
                    Assert.Equal(priced.UnitTotalMinor(unit), cart.Steps.Sum(step => step.ByUnit[line][unit]));
                }
            }
        }
    }

    [Fact]
    public void No_unit_falls_below_zero_or_its_floor()
    {
        foreach (var input in RandomCarts.Inputs(seed: 12, count: 2_000))
        {
            var cart = PriceEngine.Price(input);

            Assert.All(cart.Lines, line =>
            {
                var price = input.Prices[line.Wanted.SkuId];
                Assert.All(line.UnitGoodsMinor, unit => Assert.True(unit >= 0 && unit >= Math.Min(price.FloorMinor, line.UnitPriceMinor)));
                Assert.All(line.UnitFreightMinor.Concat(line.UnitTaxMinor).Concat(line.UnitCreditMinor), unit => Assert.True(unit >= 0));
                Assert.All(Enumerable.Range(0, line.Wanted.Units), unit => Assert.True(line.UnitTotalMinor(unit) >= 0));
            });
        }
    }

    [Fact]
    public void A_discount_takes_all_it_promises_unless_the_floors_hold_it_back()
    {
        foreach (var input in RandomCarts.Inputs(seed: 13, count: 2_000))
        {
            var cart = PriceEngine.Price(input);

            foreach (var step in cart.Steps.Where(step => step.Step is PriceStep.StoreThreshold))
            {
                var storeId = input.Offers.Thresholds.Single(offer => string.Equals(offer.Id, step.OfferId, StringComparison.Ordinal)).StoreId;
                var before = cart.Steps.TakeWhile(other => other != step).ToList();
                var room = input.Lines.Select((line, i) => (line, i)).Where(pair => pair.line.StoreId == storeId)
                    .Sum(pair => Enumerable.Range(0, pair.line.Units).Sum(unit => Math.Max(0, before.Sum(other => other.ByUnit[pair.i][unit]) - input.Prices[pair.line.SkuId].FloorMinor)));
                Assert.Equal(-Math.Min(step.Why.AmountsMinor[1], room), step.AmountMinor);
            }
        }
    }

    [Fact]
    public void Every_part_is_less_than_a_minor_unit_from_its_exact_share()
    {
        foreach (var input in RandomCarts.Inputs(seed: 16, count: 1_000))
        {
            // Floors move shares from line to line, so they are left out here.
            var free = input with { Prices = input.Prices.ToDictionary(price => price.Key, price => price.Value with { FloorMinor = 0 }) };
            var cart = PriceEngine.Price(free);
            foreach (var step in cart.Steps.Where(step => step.Step is PriceStep.StoreThreshold or PriceStep.CrossStoreThreshold or PriceStep.StoreCoupon or PriceStep.PlatformCoupon or PriceStep.Points))
            {
                var before = cart.Steps.TakeWhile(other => other != step).ToList();
                var lines = Enumerable.Range(0, cart.Lines.Count).Where(line => IsAbout(free.Offers, step.OfferId, free.Lines[line])).ToList();
                var worth = lines.Sum(line => before.Sum(other => other.OnLine(line)));
                Assert.All(lines, line => Assert.True(Math.Abs(step.OnLine(line) - ((decimal)step.AmountMinor * before.Sum(other => other.OnLine(line)) / worth)) < 1));
            }
        }
    }

    [Fact]
    public void A_line_that_no_offer_is_about_changes_nothing()
    {
        foreach (var input in RandomCarts.Inputs(seed: 14, count: 1_000))
        {
            // Of a store and a kind of goods that no offer names; those about everything are left out, and so is its own freight.
            var offers = input.Offers with { Thresholds = [.. input.Offers.Thresholds.Where(offer => offer.StoreId is not null)], LineOffers = [], Points = null, Credits = [], Coupons = [.. input.Offers.Coupons.Where(coupon => coupon.StoreId is not null)] };
            var prices = input.Prices.Append(new(99, new SkuPrice(12_345))).ToDictionary();
            var cart = PriceEngine.Price(input with { Offers = offers });

            var more = PriceEngine.Price(input with { Offers = offers, Prices = prices, Lines = [.. input.Lines, new WantedLine(99, StoreId: 9, Units: 2)] });

            Assert.Equal(cart.Lines.SelectMany(UnitsOf), more.Lines.SkipLast(1).SelectMany(UnitsOf));
            Assert.Equal([12_345, 12_345], UnitsOf(more.Lines[^1]));
        }
    }

    [Fact]
    public void Refunds_in_any_order_sum_to_what_was_paid()
    {
        var random = new Random(17);
        foreach (var input in RandomCarts.Inputs(seed: 17, count: 500))
        {
            var cart = PriceEngine.Price(input);
            var units = cart.Lines.SelectMany(UnitsOf).ToArray();
            random.Shuffle(units);

            var refunded = 0L;
            Assert.All(units, unit => Assert.True((refunded += unit) <= cart.TotalMinor));
            Assert.Equal(cart.TotalMinor, refunded);
        }
    }

    [Fact]
    public void The_platform_bears_its_share_of_each_offer_to_the_cent_and_never_more_than_a_unit_lost()
    {
        foreach (var input in RandomCarts.Inputs(seed: 18, count: 2_000))
        {
            var cart = PriceEngine.Price(input);

            AssertShares(cart, step => step.Step < PriceStep.Freight, line => line.UnitGoodsSubsidyMinor);
            AssertShares(cart, step => step.Step is PriceStep.FreightCoupon, line => line.UnitFreightSubsidyMinor);
        }
    }

    private static void AssertShares(PricedCart cart, Func<AppliedStep, bool> isBorne, Func<PricedLine, IReadOnlyList<long>> subsidy)
    {
        var steps = cart.Steps.Where(isBorne).Where(step => step.PlatformBasisPoints > 0).ToList();
        Assert.Equal(steps.Sum(step => ((-step.AmountMinor * step.PlatformBasisPoints) + (Benefit.Whole / 2)) / Benefit.Whole), cart.Lines.Sum(line => subsidy(line).Sum()));
        for (var line = 0; line < cart.Lines.Count; line++)
        {
            for (var unit = 0; unit < cart.Lines[line].Wanted.Units; unit++)
            {
                Assert.InRange(subsidy(cart.Lines[line])[unit], 0, steps.Sum(step => -step.ByUnit[line][unit]));
            }
        }
    }

    [Fact]
    public void Units_of_one_line_cost_the_same_to_the_minor_unit_of_each_step()
    {
        foreach (var input in RandomCarts.Inputs(seed: 15, count: 1_000))
        {
            var cart = PriceEngine.Price(input);
            Assert.All(cart.Lines, line => Assert.InRange(line.UnitGoodsMinor.Max() - line.UnitGoodsMinor.Min(), 0, cart.Steps.Count));
        }
    }

    private static bool IsAbout(AllOffers offers, string? offerId, WantedLine line) =>
        offers.Thresholds.SingleOrDefault(offer => string.Equals(offer.Id, offerId, StringComparison.Ordinal)) is { } threshold
            ? (threshold.StoreId ?? line.StoreId) == line.StoreId && threshold.Scope.Covers(line)
            : offers.Coupons.SingleOrDefault(offer => string.Equals(offer.Id, offerId, StringComparison.Ordinal))?.Counts(line) ?? true;

    private static IEnumerable<long> UnitsOf(PricedLine line) => Enumerable.Range(0, line.Wanted.Units).Select(line.UnitTotalMinor);
}
