namespace Sward.Mall.Pricing;

/// <summary>Finds the coupons that make a cart cheapest.</summary>
internal static class BestCoupons
{
    /// <summary>Up to so many combinations all are tried; a wallet with more is improved slot by slot until nothing helps.</summary>
    private const int MostTried = 2_000;

    /// <summary>
    /// The cheapest way to buy, of equal ones the one with the fewest coupons. Coupons of one slot exclude each other, and an exclusive one excludes all others; whether one
    /// is reached depends on those before it, so nothing less than trying tells.
    /// </summary>
    public static PricedCart Price(PricingInput input)
    {
        // Of several copies of one coupon, the first is as good as any.
        var usable = input.Offers.Coupons.Where(coupon => coupon.RunsAt(input.At) && input.Lines.Any(coupon.Counts)).DistinctBy(coupon => coupon with { Id = "" }).ToList();
        var slots = usable.Where(coupon => !coupon.IsExclusive).GroupBy(coupon => coupon.Slot)
            .Select(slot => slot.Select(coupon => coupon.Id).Prepend(null).ToArray()).ToArray();
        var isSmall = slots.Aggregate(1L, (all, slot) => Math.Min(MostTried + 1, all * slot.Length)) <= MostTried;
        var ways = usable.Where(coupon => coupon.IsExclusive).Select(coupon => Priced(input, [coupon.Id]))
            .Append(isSmall ? Best(Combinations(slots).Select(way => Priced(input, way))) : Climb(input, slots));
        return Best(ways).Cart;
    }

    private static Way Best(IEnumerable<Way> ways) => ways.MinBy(way => (way.Cart.TotalMinor, way.CouponIds.Count))!;

    private static IEnumerable<string?[]> Combinations(string?[][] slots) => slots.Aggregate<string?[], IEnumerable<string?[]>>(
        [[]], (ways, slot) => ways.SelectMany(way => slot.Select(coupon => (string?[])[.. way, coupon])));

    private static Way Climb(PricingInput input, string?[][] slots)
    {
        var chosen = new string?[slots.Length];
        var best = Priced(input, chosen);
        for (var (slot, unchanged) = (0, 0); unchanged < slots.Length; slot = (slot + 1) % slots.Length)
        {
            var way = Best(slots[slot].Select(coupon => Priced(input, [.. chosen[..slot], coupon, .. chosen[(slot + 1)..]])));
            if (way.Cart.TotalMinor < best.Cart.TotalMinor)
            {
                (best, unchanged) = (way, 0);
                chosen[slot] = Array.Find(slots[slot], coupon => coupon is not null && way.CouponIds.Contains(coupon));
            }
            else
            {
                unchanged++;
            }
        }

        return best;
    }

    private static Way Priced(PricingInput input, IEnumerable<string?> couponIds)
    {
        var used = couponIds.OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new(used, PriceEngine.Price(input with { CouponIds = used }));
    }

    /// <summary>A choice of coupons and what the cart costs with it.</summary>
    private sealed record Way(HashSet<string> CouponIds, PricedCart Cart);
}
