using Sward.Mall.Pricing;

namespace Sward.Tests.Mall.Pricing;

public sealed class BestCouponsTests
{
    [Fact]
    public void Nothing_that_could_be_chosen_is_cheaper()
    {
        foreach (var input in RandomCarts.Inputs(seed: 31, count: 600))
        {
            var best = BestCoupons.Price(input);

            Assert.Equal(Subsets(input.Offers.Coupons).Min(used => PriceEngine.Price(input with { CouponIds = used }).TotalMinor), best.TotalMinor);
        }
    }

    [Fact]
    public void Of_equal_ways_the_one_with_fewest_coupons_is_taken()
    {
        var offers = AllOffers.None with { Coupons = [new("useless", CouponLayer.Store, 1, 10_000, Benefit.Off(10)), new("good", CouponLayer.Platform, null, 0, Benefit.Off(10))] };

        var best = BestCoupons.Price(new("CNY", [new(1, 1, 1)], PriceEngineTests.Costs(100), offers, new Buyer(7), DateTimeOffset.UnixEpoch));

        Assert.Equal(["good"], best.Steps.Select(step => step.OfferId).OfType<string>());
    }

    [Fact]
    public void A_smaller_coupon_is_chosen_when_the_bigger_one_spoils_the_next()
    {
        // 60 off leaves 40, below what the platform's coupon asks for; 10 off leaves 90 and lets it take 55.
        var offers = AllOffers.None with
        {
            Coupons = [new("big", CouponLayer.Store, 1, 0, Benefit.Off(60)), new("small", CouponLayer.Store, 1, 0, Benefit.Off(10)), new("platform", CouponLayer.Platform, null, 90, Benefit.Off(55))],
        };

        Assert.Equal(35, BestCoupons.Price(new("CNY", [new(1, 1, 1)], PriceEngineTests.Costs(100), offers, new Buyer(7), DateTimeOffset.UnixEpoch)).TotalMinor);
    }

    [Fact]
    public void Copies_of_one_coupon_are_one()
    {
        var copies = Enumerable.Range(1, 20).Select(n => new Coupon($"{n}", CouponLayer.Platform, null, 0, Benefit.Off(10)));

        var best = BestCoupons.Price(new("CNY", [new(1, 1, 1)], PriceEngineTests.Costs(100), AllOffers.None with { Coupons = [.. copies] }, new Buyer(7), DateTimeOffset.UnixEpoch));

        Assert.Equal(["1"], best.Steps.Select(step => step.OfferId).OfType<string>());
    }

    [Fact]
    public void A_wallet_of_hundreds_is_searched_slot_by_slot()
    {
        var coupons = Enumerable.Range(1, 60).SelectMany(store => Enumerable.Range(1, 5).Select(n => new Coupon($"{store}-{n}", CouponLayer.Store, store, 0, Benefit.Off(n))));
        WantedLine[] lines = [.. Enumerable.Range(1, 60).Select(store => new WantedLine(store, store, 1))];

        var best = BestCoupons.Price(new(
            "CNY", lines, lines.ToDictionary(line => line.SkuId, _ => new SkuPrice(100)), AllOffers.None with { Coupons = [.. coupons] }, new Buyer(7), DateTimeOffset.UnixEpoch));

        Assert.Equal(60 * 95, best.TotalMinor);
    }

    private static IEnumerable<HashSet<string>> Subsets(IReadOnlyList<Coupon> coupons) => Enumerable.Range(0, 1 << coupons.Count)
        .Select(bits => coupons.Where((_, i) => (bits & (1 << i)) != 0).Select(coupon => coupon.Id).ToHashSet(StringComparer.Ordinal));
}
