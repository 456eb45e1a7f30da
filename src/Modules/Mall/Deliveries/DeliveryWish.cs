using Sward.Mall.Checkout;

namespace Sward.Mall.Deliveries;

/// <summary>How a buyer would like large goods to come.</summary>
/// <param name="Day">One of the days in the quote; without it the first of them.</param>
/// <param name="Installation">Whether the store shall install them.</param>
internal sealed record DeliveryWish(long SkuId, DateOnly? Day = null, bool Installation = false)
{
    /// <summary>The wishes by variant; refuses a day that is not offered, and installation where there is none. Wishes about goods that nobody buys here say nothing.</summary>
    public static IReadOnlyDictionary<long, DeliveryWish> Check(Quote quote, IReadOnlyList<DeliveryWish>? wishes)
    {
        var chosen = new Dictionary<long, DeliveryWish>();
        foreach (var goods in quote.Goods)
        {
            if (wishes?.LastOrDefault(wish => wish.SkuId == goods.SkuId) is not { } wish)
            {
                continue;
            }

            if (wish.Day is { } day && !goods.Terms.DeliveryDays.Contains(day))
            {
                throw new Refusal("mall.delivery-day", StatusCodes.Status422UnprocessableEntity);
            }

            if (wish.Installation && !goods.Terms.Installs)
            {
                throw new Refusal("mall.no-installation", StatusCodes.Status422UnprocessableEntity);
            }

            chosen[goods.SkuId] = wish;
        }

        return chosen;
    }
}
