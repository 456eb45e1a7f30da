using Sward.Mall.Pricing;

namespace Sward.Tests.Mall.Pricing;

/// <summary>Carts and offers made by a seed, the same on every run.</summary>
internal static class RandomCarts
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Carts of up to eight lines from three stores, under offers of every kind.</summary>
    public static IEnumerable<PricingInput> Inputs(int seed, int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            WantedLine[] lines = [.. Enumerable.Range(1, random.Next(1, 9)).Select(skuId => new WantedLine(skuId, random.Next(1, 4), random.Next(1, 7), random.Next(2) == 0 ? "tea" : "book"))];
            var offers = RandomOffers(random);
            yield return new PricingInput("CNY", lines, lines.ToDictionary(line => line.SkuId, _ => RandomPrice(random)), offers, new Buyer(7, IsMember: random.Next(2) == 0), Noon)
            {
                CouponIds = offers.Coupons.Where(_ => random.Next(2) == 0).Select(coupon => coupon.Id).ToHashSet(StringComparer.Ordinal),
                Points = random.NextInt64(0, 20_000),
            };
        }
    }

    private static AllOffers RandomOffers(Random random) => new()
    {
        LineOffers =
        [
            .. Some(random, () => UnitsOffer.Nth("nth", random.Next(2, 5), random.Next(1, 101)) with { Scope = new Scope { Categories = new HashSet<string> { "tea" } }, PlatformBasisPoints = RandomShare(random) }),
            .. Some(random, () => new Bundle("bundle", new Dictionary<long, int> { [1] = random.Next(1, 3), [2] = 1 }, random.NextInt64(1, 40_000)) { Priority = random.Next(3) }),
        ],
        Thresholds =
        [
            .. Enumerable.Range(1, 3).Select(storeId => new Threshold($"t{storeId}", storeId, random.NextInt64(0, 60_000), random.NextInt64(1, 30_000))),
            .. Some(random, () => new Threshold("across", null, [new Tier(random.NextInt64(0, 100_000), Benefit.Percent(random.Next(1, 60), random.NextInt64(1, 50_000)))]) { IsExclusive = random.Next(2) == 0, PlatformBasisPoints = RandomShare(random) }),
            .. Some(random, () => new Threshold("every", null, random.NextInt64(1_000, 60_000), random.NextInt64(1, 500)) { IsRepeated = true, Priority = 1 }),
        ],
        Coupons = [.. Enumerable.Range(0, random.Next(7)).Select(n => RandomCoupon(random, $"c{n}"))],
        Points = random.Next(2) == 0 ? new PointsRule(100, 100, random.Next(1, 10_001)) : null,
        FreightRules = [.. Enumerable.Range(1, 3).Select(storeId => new FreightRule(storeId, random.NextInt64(0, 2_000), random.NextInt64(0, 40_000)))],
        Credits = [.. Some(random, () => new MemberCredit("card", random.NextInt64(1, 2_000)))],
    };

    private static Coupon RandomCoupon(Random random, string id)
    {
        var layer = (CouponLayer)random.Next(3);
        return new Coupon(
            id, layer, layer is CouponLayer.Store ? random.Next(1, 4) : null, random.NextInt64(0, 40_000),
            random.Next(2) == 0 ? Benefit.Off(random.NextInt64(1, 10_000)) : Benefit.Percent(random.Next(1, 100), random.NextInt64(1, 20_000)))
        {
            IsExclusive = random.Next(6) == 0,
            Priority = random.Next(3),
            PlatformBasisPoints = RandomShare(random),
        };
    }

    private static int RandomShare(Random random) => random.Next(3) switch
    {
        0 => 0,
        1 => Benefit.Whole,
        _ => random.Next(Benefit.Whole),
    };

    private static IEnumerable<T> Some<T>(Random random, Func<T> make) => random.Next(2) == 0 ? [make()] : [];

    private static SkuPrice RandomPrice(Random random)
    {
        var minor = random.NextInt64(1, random.Next(2) == 0 ? 100 : 50_000);
        return new SkuPrice(minor, random.Next(3) == 0 ? random.NextInt64(0, minor + 1) : 0)
        {
            FlashMinor = random.Next(5) == 0 ? random.NextInt64(0, minor + 1) : null,
            MemberMinor = random.Next(3) == 0 ? random.NextInt64(0, minor + 1) : null,
            Tax = random.Next(4) switch
            {
                0 => Tax.Percent(TaxKind.Added, random.Next(1, 26)),
                1 => Tax.Percent(TaxKind.Included, random.Next(1, 26)),
                2 => Tax.Abroad(random.Next(2) * 15, 13),
                _ => null,
            },
        };
    }
}
