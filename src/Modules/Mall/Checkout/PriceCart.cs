using System.Collections.Frozen;
using System.Globalization;
using Microsoft.Extensions.Options;
using Sward.Mall.Catalog;
using Sward.Mall.Coupons;
using Sward.Mall.Deliveries;
using Sward.Mall.FlashSales;
using Sward.Mall.GiftCards;
using Sward.Mall.Offers;
using Sward.Mall.Points;
using Sward.Mall.PreSales;
using Sward.Mall.Pricing;
using Sward.Mall.Stores;

namespace Sward.Mall.Checkout;

/// <summary>Units of a variant that somebody asks a price for.</summary>
internal sealed record WantedUnits(long SkuId, int Quantity);

/// <summary>Loads what the price engine needs for some goods, and asks it.</summary>
internal sealed class PriceCart(MallDb db, Wallet wallet, ReadPoints points, GiftCardWallet cards, RunningOffers offers, DeliveryDays deliveries, IOptions<MallOptions> options, TimeZoneInfo zone, TimeProvider clock)
{
    /// <summary>Prices the goods that can be bought now. Goods that cannot are left out; the caller sees by <see cref="Quote.Goods"/> which.</summary>
    /// <param name="flashSale">The limited-time purchase that the units are bought in: only there its price holds. Whether it runs is for others to ask.</param>
    /// <param name="preSale">The pre-sale that they are ordered in: the same.</param>
    public async Task<Quote> PriceAsync(
        IReadOnlyList<WantedUnits> wanted, Buyer buyer, Means means, CancellationToken ct, FlashSale? flashSale = null, PreSale? preSale = null)
    {
        var goods = await LoadAsync([.. wanted.Select(line => line.SkuId).Distinct()], ct);
        var lines = LinesOf(wanted, goods);
        if (lines.Select(line => line.Found.Store.Currency).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            throw new Refusal("mall.mixed-currencies", StatusCodes.Status422UnprocessableEntity);
        }

        var currency = lines.Count == 0 ? MallOptions.DefaultCurrency : lines[0].Found.Store.Currency;
        long[] storeIds = [.. lines.Select(line => line.Found.Store.Id).Distinct()];
        var held = buyer.AccountId is { } accountId && means.Coupons is not [] ? await wallet.UsableAsync(accountId, currency, storeIds, ct, means.Coupons) : [];
        var running = await offers.OfAsync(storeIds, currency, ct);
        var input = InputOf(currency, lines, OffersOf(lines, running.Select(offer => offer.ToOffer()), held, preSale), buyer, flashSale, preSale) with
        {
            CouponIds = held.Where(coupon => means.Coupons?.Contains(coupon.Id.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal) == true).Select(coupon => coupon.OfferId).ToHashSet(StringComparer.Ordinal),
            Points = means.Points > 0 && buyer.AccountId is { } spender ? Math.Clamp(await points.BalanceAsync(spender, ct), 0, means.Points) : 0,
        };
        var cart = means.Coupons is null ? BestCoupons.Price(input) : PriceEngine.Price(input);
        IReadOnlyList<CardUse> uses = means.GiftCards is { Count: > 0 } cardIds && buyer.AccountId is { } payer
            ? await cards.UseAsync(payer, cardIds, new Money(cart.TotalMinor, currency), ct)
            : [];
        return new Quote(cart, [.. lines.Select(line => GoodsOf(line.Found))], buyer, uses);
    }

    /// <summary>What baskets cost now, without coupons, and what they would cost with one offer, or one coupon in everybody's hands, more. Baskets without goods that can be bought are left out.</summary>
    public async Task<IReadOnlyList<(PricedCart Now, PricedCart Then)>> CompareAsync(
        IReadOnlyList<IReadOnlyList<WantedUnits>> baskets, Offer more, string currency, CancellationToken ct)
    {
        var goods = await LoadAsync([.. baskets.SelectMany(basket => basket).Select(line => line.SkuId).Distinct()], ct);
        var running = (await offers.OfAsync([.. goods.Values.Select(found => found.Store.Id).Distinct()], currency, ct)).ConvertAll(offer => offer.ToOffer());
        var visitor = new Buyer(AccountId: null);
        IReadOnlySet<string> coupons = more is Coupon ? new HashSet<string>([more.Id], StringComparer.Ordinal) : FrozenSet<string>.Empty;
        return
        [
            .. from basket in baskets
               let lines = LinesOf(basket, goods).FindAll(line => string.Equals(line.Found.Store.Currency, currency, StringComparison.Ordinal))
               where lines.Count > 0
               select (
                   PriceEngine.Price(InputOf(currency, lines, OffersOf(lines, running, held: []), visitor)),
                   PriceEngine.Price(InputOf(currency, lines, OffersOf(lines, running.Append(more), held: []), visitor) with { CouponIds = coupons })),
        ];
    }

    private async Task<Dictionary<long, Found>> LoadAsync(IReadOnlyCollection<long> skuIds, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
        return await (
            from sku in db.Skus.AsNoTracking()
            join product in db.Products on sku.ProductId equals product.Id
            join store in db.Stores on product.StoreId equals store.Id
            where skuIds.Contains(sku.Id) && product.OnSale && product.Kind != GoodsKind.LeadForm && (sku.Day == null || sku.Day >= today)
            select new Found(sku, product, store, db.StockLevels.Where(level => level.SkuId == sku.Id).Sum(level => level.OnHand)))
            .ToDictionaryAsync(found => found.Sku.Id, ct);
    }

    /// <summary>Two lines that draw on the same stock are one line.</summary>
    private static List<(Found Found, int Units)> LinesOf(IEnumerable<WantedUnits> wanted, Dictionary<long, Found> goods) =>
    [
        .. from line in wanted
           group line.Quantity by line.SkuId into sku
           where goods.ContainsKey(sku.Key)
           select (goods[sku.Key], sku.Sum()),
    ];

    private PricingInput InputOf(string currency, List<(Found Found, int Units)> lines, AllOffers all, Buyer buyer, FlashSale? flashSale = null, PreSale? preSale = null) => new(
        currency,
        [.. lines.Select(line => new WantedLine(line.Found.Sku.Id, line.Found.Store.Id, line.Units, line.Found.Product.Category) { ProductId = line.Found.Product.Id, Ships = line.Found.Product.Kind.IsSent() })],
        lines.ToDictionary(line => line.Found.Sku.Id, line => new SkuPrice(line.Found.Sku.PriceMinor, line.Found.Sku.FloorMinor)
        {
            FlashMinor = flashSale?.SkuId == line.Found.Sku.Id ? flashSale.PriceMinor : null,
            PreSaleMinor = preSale?.SkuId == line.Found.Sku.Id ? preSale.PriceMinor : null,
        }),
        all, buyer, clock.GetUtcNow());

    private AllOffers OffersOf(List<(Found Found, int Units)> lines, IEnumerable<Offer> running, IReadOnlyList<HeldCoupon> held, PreSale? preSale = null) => new()
    {
        LineOffers = [.. running.OfType<LineOffer>()],
        Deposits = preSale is null ? [] : [preSale.ToOffer()],
        Thresholds = [.. running.OfType<Threshold>()],
        Points = lines.Count > 0 ? points.RuleIn(lines[0].Found.Store.Currency) : null,
        Coupons = [.. held.Select(coupon => coupon.Issue.Of(coupon)), .. running.OfType<Coupon>()],
        FreightRules =
        [
            .. from store in lines.Select(line => line.Found.Store).DistinctBy(store => store.Id)
               let freight = options.Value.FreightIn(store.Currency)
               select new FreightRule(store.Id, freight.FlatMinor, freight.FreeFromMinor),
        ],
    };

    private QuotedGoods GoodsOf(Found line) => new(
        line.Sku.Id, line.Product.Id, line.Product.Name, line.Sku.Options, line.Product.PictureIds.Count == 0 ? null : line.Product.PictureIds[0],
        line.Store.Id, line.Store.Name, line.Store.OwnerId, line.UnitsOnHand,
        new GoodsTerms(line.Product.Kind, line.Product.ValidDays, line.Sku.Day, line.Store.GuaranteesPrices && line.Product.Kind.IsSent(), line.Product.Kind.IsSent() ? line.Product.Returns : ReturnRule.SevenDays)
        {
            DeliveryDays = deliveries.Of(line.Product.Delivery),
            Installs = line.Product.Delivery?.Installs == true,
        });

    private sealed record Found(Sku Sku, Product Product, Store Store, int UnitsOnHand);
}
