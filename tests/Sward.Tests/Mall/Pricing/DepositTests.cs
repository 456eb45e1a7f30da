using Sward.Mall.Pricing;

namespace Sward.Tests.Mall.Pricing;

/// <summary>What is true of every deposit (mall.md 6), by examples and on thousands of random carts.</summary>
public sealed class DepositTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Fifty_counts_as_a_hundred()
    {
        var cart = PriceEngine.Price(InputOf(publicMinor: 60_000, preSaleMinor: 50_000, units: 1, deposit: 5_000, countsAs: 10_000));

        Assert.Equal((45_000, 5_000, 40_000), (cart.TotalMinor, cart.DepositMinor, cart.RestMinor));
        Assert.Equal(["pre-sale-price", "deposit"], cart.Steps.Select(step => step.Why.Key));
        Assert.Equal([5_000, 10_000], cart.Steps[1].Why.AmountsMinor);
    }

    [Fact]
    public void A_price_that_fell_since_takes_the_deposit_down_with_it()
    {
        var cart = PriceEngine.Price(InputOf(publicMinor: 8_000, preSaleMinor: 50_000, units: 3, deposit: 5_000, countsAs: 10_000));

        // Never more than a fifth of the price, and never more than what is to be paid.
        Assert.All(cart.Lines[0].UnitDepositMinor, deposit => Assert.Equal(1_600, deposit));
        Assert.Equal(3 * (8_000 - 5_000), cart.TotalMinor);
    }

    [Fact]
    public void A_deposit_is_never_more_than_a_fifth_of_the_price_nor_than_the_unit_costs_and_with_the_rest_it_is_the_whole()
    {
        foreach (var input in Inputs(seed: 31, count: 2_000))
        {
            var cart = PriceEngine.Price(input);

            Assert.Equal(cart.TotalMinor, cart.DepositMinor + cart.RestMinor);
            Assert.True(cart.RestMinor >= 0);
            foreach (var line in cart.Lines.Where(line => line.UnitDepositMinor.Count > 0))
            {
                Assert.Equal(line.Wanted.Units, line.UnitDepositMinor.Count);
                for (var unit = 0; unit < line.Wanted.Units; unit++)
                {
                    Assert.InRange(line.UnitDepositMinor[unit], 0, Math.Min(line.UnitPriceMinor / 5, line.UnitTotalMinor(unit)));
                }
            }
        }
    }

    [Fact]
    public void The_bonus_is_open_to_everybody_and_taken_whole_unless_floors_hold_it_back()
    {
        foreach (var input in Inputs(seed: 32, count: 2_000))
        {
            var cart = PriceEngine.Price(input);

            foreach (var step in cart.Steps.Where(step => step.Why.Key is "deposit"))
            {
                var offer = input.Offers.Deposits.Single(offer => string.Equals(offer.Id, step.OfferId, StringComparison.Ordinal));
                var line = input.Lines.ToList().FindIndex(line => line.SkuId == offer.SkuId);
                var before = cart.Steps.TakeWhile(other => other != step).ToList();
                var room = Enumerable.Range(0, input.Lines[line].Units).Sum(unit => Math.Max(0, before.Sum(other => other.ByUnit[line][unit]) - input.Prices[offer.SkuId].FloorMinor));
                Assert.Equal(-Math.Min(offer.BonusMinor * input.Lines[line].Units, room), step.AmountMinor);
                Assert.Equal(step.AmountMinor, step.OnLine(line));
            }
        }
    }

    [Fact]
    public void Deposits_of_equal_units_differ_by_no_more_than_a_minor_unit_of_each_step()
    {
        foreach (var input in Inputs(seed: 33, count: 1_000))
        {
            var cart = PriceEngine.Price(input);
            Assert.All(cart.Lines.Where(line => line.UnitDepositMinor.Count > 0), line =>
                Assert.InRange(line.UnitDepositMinor.Max() - line.UnitDepositMinor.Min(), 0, cart.Steps.Count));
        }
    }

    [Fact]
    public void Refunds_of_units_in_any_order_sum_to_deposit_and_rest()
    {
        var random = new Random(34);
        foreach (var input in Inputs(seed: 34, count: 500))
        {
            var cart = PriceEngine.Price(input);
            (long Total, long Deposit)[] units =
            [
                .. from line in cart.Lines
                   from unit in Enumerable.Range(0, line.Wanted.Units)
                   select (line.UnitTotalMinor(unit), line.UnitDepositMinor.Count == 0 ? 0 : line.UnitDepositMinor[unit]),
            ];
            random.Shuffle(units);

            var (refunded, forfeited) = (0L, 0L);
            foreach (var (total, deposit) in units)
            {
                // One unit is withdrawn, the next is given back whole.
                var kept = random.Next(2) == 0 ? deposit : 0;
                (refunded, forfeited) = (refunded + total - kept, forfeited + kept);
                Assert.True(refunded + forfeited <= cart.TotalMinor && forfeited <= cart.DepositMinor);
            }

            Assert.Equal(cart.TotalMinor, refunded + forfeited);
        }
    }

    private static PricingInput InputOf(long publicMinor, long preSaleMinor, int units, long deposit, long countsAs) => new(
        "CNY", [new WantedLine(1, StoreId: 1, units)], new Dictionary<long, SkuPrice> { [1] = new(publicMinor) { PreSaleMinor = preSaleMinor } },
        new AllOffers { Deposits = [new DepositOffer("pre-sale", 1, deposit, countsAs)] }, new Buyer(7), Noon);

    /// <summary>Random carts of which the first lines are bought in pre-sales.</summary>
    private static IEnumerable<PricingInput> Inputs(int seed, int count)
    {
        var random = new Random(seed);
        foreach (var input in RandomCarts.Inputs(seed, count))
        {
            DepositOffer[] deposits = [.. input.Lines.Take(random.Next(1, 3)).Select(line => OfferOf(line.SkuId, random))];
            yield return input with { Offers = input.Offers with { Deposits = deposits } };
        }
    }

    private static DepositOffer OfferOf(long skuId, Random random)
    {
        var deposit = random.NextInt64(1, 10_000);
        return new DepositOffer($"pre-sale-{skuId}", skuId, deposit, deposit + random.NextInt64(0, 10_000));
    }
}
