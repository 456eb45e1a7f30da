using Sward.Mall.Checkout;
using Sward.Mall.Coupons;
using Sward.Mall.Pricing;

namespace Sward.Mall.Offers;

/// <summary>Tries an offer or a coupon on what people have in their carts now and bought lately, before it is made. A store sees its own goods in them, and nobody's name.</summary>
internal sealed class PreviewOffer(MallDb db, PriceCart prices, TimeProvider clock)
{
    /// <summary>Carts that are tried, and as many purchases.</summary>
    private const int Most = 100;
    private const int Shown = 5;
    private static readonly TimeSpan LookedBack = TimeSpan.FromDays(30);

    /// <summary>What an offer would do.</summary>
    /// <param name="Baskets">How many carts and purchases were tried.</param>
    /// <param name="Touched">How many of them would get it.</param>
    /// <param name="Goods">What the goods of those touched cost now; for a coupon, with freight.</param>
    /// <param name="Off">What the offer would take off them.</param>
    /// <param name="Examples">Those it takes most from.</param>
    public sealed record Response(int Baskets, int Touched, Money Goods, Money Off, IReadOnlyList<Example> Examples);

    /// <summary>One basket: its units, and what is paid for it now and with the offer.</summary>
    public sealed record Example(int Units, Money Now, Money Then);

    public Task<Response> RunAsync(PublicOffer offer, CancellationToken ct)
    {
        var more = offer.ToOffer();
        // Nobody takes part in an offer that is not made yet: it is tried as if all stores did.
        return RunAsync(offer.StoreId, offer.IsShared ? more with { Scope = more.Scope with { StoreIds = null } } : more, offer.Currency, cart => cart.GoodsMinor, ct);
    }

    /// <summary>As if everybody had one of it. A coupon on freight takes nothing off the goods: all that is paid is compared.</summary>
    public Task<Response> RunAsync(CouponIssue coupon, CancellationToken ct)
    {
        var more = coupon.Of(new HeldCoupon());
        return RunAsync(coupon.StoreId, coupon.IsShared ? more with { Scope = more.Scope with { StoreIds = null } } : more, coupon.Currency, cart => cart.TotalMinor, ct);
    }

    private async Task<Response> RunAsync(long? storeId, Offer more, string currency, Func<PricedCart, long> worth, CancellationToken ct)
    {
        var mine = db.Skus.Where(s => storeId == null || db.Products.Any(p => p.Id == s.ProductId && p.StoreId == storeId)).Select(s => s.Id);
        List<IReadOnlyList<WantedUnits>> baskets = [.. await CartsAsync(mine, ct), .. await PurchasesAsync(mine, ct)];
        var compared = await prices.CompareAsync(baskets, more with { From = null, Until = null }, currency, ct);
        var touched = compared.Where(pair => worth(pair.Then) != worth(pair.Now)).ToList();
        Money MoneyOf(long minor) => new(minor, currency);
        return new(
            compared.Count, touched.Count, MoneyOf(touched.Sum(pair => worth(pair.Now))), MoneyOf(touched.Sum(pair => worth(pair.Now) - worth(pair.Then))),
            [
                .. touched.OrderByDescending(pair => worth(pair.Now) - worth(pair.Then)).Take(Shown)
                    .Select(pair => new Example(pair.Now.Lines.Sum(line => line.Wanted.Units), MoneyOf(worth(pair.Now)), MoneyOf(worth(pair.Then)))),
            ]);
    }

    private async Task<IEnumerable<IReadOnlyList<WantedUnits>>> CartsAsync(IQueryable<long> skus, CancellationToken ct)
    {
        var lines = await db.CartLines.Where(line => skus.Contains(line.SkuId)).OrderByDescending(line => line.AddedAt).Take(Most * 10)
            .Select(line => new { line.AccountId, line.SkuId, line.Quantity }).ToListAsync(ct);
        return lines.GroupBy(line => line.AccountId).Take(Most).Select(cart => (IReadOnlyList<WantedUnits>)[.. cart.Select(line => new WantedUnits(line.SkuId, line.Quantity))]);
    }

    private async Task<IEnumerable<IReadOnlyList<WantedUnits>>> PurchasesAsync(IQueryable<long> skus, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - LookedBack;
        var lines = await (
            from order in db.Orders
            from line in order.Lines
            where order.PlacedAt > since && skus.Contains(line.SkuId)
            orderby order.Id descending
            select new { order.PurchaseId, line.SkuId, line.Units }).Take(Most * 10).ToListAsync(ct);
        return lines.GroupBy(line => line.PurchaseId).Take(Most).Select(purchase => (IReadOnlyList<WantedUnits>)[.. purchase.Select(line => new WantedUnits(line.SkuId, line.Units))]);
    }
}
