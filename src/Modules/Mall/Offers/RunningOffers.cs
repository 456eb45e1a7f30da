using Microsoft.Extensions.Localization;
using Sward.Mall.Catalog;
using Sward.Mall.Pricing;
using Sward.Mall.Stores;

namespace Sward.Mall.Offers;

/// <summary>The offers that run now.</summary>
internal sealed class RunningOffers(MallDb db, IStringLocalizer texts, TimeProvider clock)
{
    /// <summary>Those of some stores and the platform's, oldest first: of equal ones the older is applied first.</summary>
    public async Task<List<PublicOffer>> OfAsync(IReadOnlyCollection<long> storeIds, string currency, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var running = await db.PublicOffers.AsNoTracking()
            .Where(o => (o.StoreId == null || storeIds.Contains(o.StoreId.Value)) && o.Until > now && o.From <= now && o.EndedAt == null && o.Currency == currency)
            .OrderBy(o => o.Id).ToListAsync(ct);
        await db.LoadPartakersAsync(running, storeIds, ct);
        return running;
    }

    /// <summary>Those of a store and the platform's, in words.</summary>
    public async Task<IReadOnlyList<OfferView>> ViewAsync(Store store, CancellationToken ct) =>
        View((await OfAsync([store.Id], store.Currency, ct)).FindAll(offer => !offer.IsShared || offer.Partakers.Contains(store.Id)));

    /// <summary>The same, as far as they are about one product.</summary>
    public async Task<IReadOnlyList<OfferView>> ViewAsync(Store store, ProductView product, CancellationToken ct)
    {
        var line = new WantedLine(SkuId: 0, store.Id, Units: 1, product.Category) { ProductId = product.Id };
        long[] skuIds = [.. product.Skus.Select(sku => sku.Id)];
        return View((await OfAsync([store.Id], store.Currency, ct)).FindAll(offer => offer.Covers(line, skuIds)));
    }

    private List<OfferView> View(List<PublicOffer> offers) => offers.ConvertAll(offer => OfferView.Of(offer, texts, clock.GetUtcNow()));
}
