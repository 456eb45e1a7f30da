using System.Globalization;
using Microsoft.Extensions.Options;
using Sward.Mall.Catalog;
using Sward.Mall.Coupons;
using Sward.Mall.FlashSales;
using Sward.Mall.Pricing;
using Sward.Mall.Stores;

namespace Sward.Mall.Checkout;

/// <summary>Units of a variant that somebody asks a price for.</summary>
internal sealed record WantedUnits(long SkuId, int Quantity);

/// <summary>Loads what the price engine needs for some goods, and asks it.</summary>
internal sealed class PriceCart(MallDb db, Wallet wallet, IOptions<MallOptions> options, TimeProvider clock)
{
    /// <summary>Prices the goods that can be bought now. Goods that cannot are left out; the caller sees by <see cref="Quote.Goods"/> which.</summary>
    /// <param name="coupons">Ids of the coupons to use; null for the best of those the buyer has.</param>
    /// <param name="flashSaleId">The limited-time purchase that the units are bought in: only there its price holds.</param>
    public async Task<Quote> PriceAsync(
        IReadOnlyList<WantedUnits> wanted, Buyer buyer, CancellationToken ct, IReadOnlyList<string>? coupons = null, long? flashSaleId = null)
    {
        // Two lines that draw on the same stock are one line.
        var units = wanted.GroupBy(line => line.SkuId).ToDictionary(line => line.Key, line => line.Sum(l => l.Quantity));
        var found = await LoadAsync(units.Keys, ct);
        var lines = units.Keys.Where(found.ContainsKey).Select(skuId => found[skuId]).ToList();
        var stores = lines.Select(line => line.Store).DistinctBy(store => store.Id).ToList();
        if (stores.Select(store => store.Currency).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            throw new Refusal("mall.mixed-currencies", StatusCodes.Status422UnprocessableEntity);
        }

        var now = clock.GetUtcNow();
        var flash = await FlashPrices.OfAsync(db, flashSaleId, now, ct);
        var held = buyer.AccountId is { } accountId && coupons is not [] ? await wallet.UsableAsync(accountId, ct) : [];
        var input = new PricingInput(
            stores.Count == 0 ? MallOptions.DefaultCurrency : stores[0].Currency,
            [.. lines.Select(line => new WantedLine(line.Sku.Id, line.Store.Id, units[line.Sku.Id], line.Product.Category))],
            lines.ToDictionary(line => line.Sku.Id, line => new SkuPrice(line.Sku.PriceMinor) { FlashMinor = flash.TryGetValue(line.Sku.Id, out var minor) ? minor : null }),
            OffersOf(stores, held), buyer, now)
        {
            CouponIds = held.Where(coupon => coupons?.Contains(coupon.Id.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal) == true).Select(coupon => coupon.OfferId).ToHashSet(StringComparer.Ordinal),
        };
        return new Quote(coupons is null ? BestCoupons.Price(input) : PriceEngine.Price(input), [.. lines.Select(GoodsOf)], buyer);
    }

    private async Task<Dictionary<long, Found>> LoadAsync(IReadOnlyCollection<long> skuIds, CancellationToken ct) => await (
        from sku in db.Skus.AsNoTracking()
        join product in db.Products on sku.ProductId equals product.Id
        join store in db.Stores on product.StoreId equals store.Id
        where skuIds.Contains(sku.Id) && product.OnSale
        select new Found(sku, product, store, db.StockLevels.Where(level => level.SkuId == sku.Id).Sum(level => level.OnHand)))
        .ToDictionaryAsync(found => found.Sku.Id, ct);

    private AllOffers OffersOf(IReadOnlyList<Store> stores, IReadOnlyList<HeldCoupon> held) => new()
    {
        Thresholds = [.. stores.Where(store => store.OffMinor > 0).Select(store => new Threshold($"store:{store.Id}", store.Id, store.ThresholdMinor, store.OffMinor))],
        Coupons = [.. held.Select(coupon => coupon.Issue.Of(coupon))],
        FreightRules = [.. stores.Select(store => new FreightRule(store.Id, options.Value.FreightMinor, options.Value.FreeFreightFromMinor))],
    };

    private static QuotedGoods GoodsOf(Found line) => new(
        line.Sku.Id, line.Product.Id, line.Product.Name, line.Sku.Options, line.Product.PictureIds.Count == 0 ? null : line.Product.PictureIds[0],
        line.Store.Id, line.Store.Name, line.Store.OwnerId, line.UnitsOnHand);

    private sealed record Found(Sku Sku, Product Product, Store Store, int UnitsOnHand);
}
