using Sward.Mall.Pricing;

namespace Sward.Mall.Catalog;

/// <summary>A variant that costs less from an instant on.</summary>
internal readonly record struct PriceCut(long SkuId, DateTimeOffset From, long PriceMinor);

/// <summary>Says what is shown as "was" beside the price of an offer, by the recorded prices.</summary>
internal sealed class WasPrices(MallDb db)
{
    /// <summary>The lowest public price of the seven days before each offer, in minor units; none for an offer that is not below it.</summary>
    public async Task<IReadOnlyDictionary<PriceCut, long>> OfAsync(IReadOnlyCollection<PriceCut> cuts, CancellationToken ct)
    {
        if (cuts.Count == 0)
        {
            return new Dictionary<PriceCut, long>();
        }

        var skuIds = cuts.Select(cut => cut.SkuId).Distinct().ToArray();
        var rows = await Rows(db, skuIds, cuts.Min(cut => cut.From) - PriceHistory.LookedBack, cuts.Max(cut => cut.From)).ToListAsync(ct);
        var points = rows.OrderBy(row => row.From).ThenBy(row => row.Id).ToLookup(row => row.SkuId, row => new PricePoint(row.From, row.PriceMinor));
        return cuts.Distinct().Select(cut => (Cut: cut, Was: PriceHistory.Was([.. points[cut.SkuId]], cut.From)))
            .Where(found => found.Was > found.Cut.PriceMinor).ToDictionary(found => found.Cut, found => found.Was!.Value);
    }

    /// <summary>The prices that held at some time between two instants: those set in between, and the one that held at the first.</summary>
    internal static IQueryable<PublicPrice> Rows(MallDb db, IReadOnlyCollection<long> skuIds, DateTimeOffset since, DateTimeOffset before) =>
        from sku in db.Skus.AsNoTracking()
        where skuIds.Contains(sku.Id)
        from price in db.PublicPrices
        where price.SkuId == sku.Id && price.From < before && price.From >= (db.PublicPrices
            .Where(held => held.SkuId == sku.Id && held.From <= since).OrderByDescending(held => held.From).Select(held => (DateTimeOffset?)held.From).FirstOrDefault() ?? since)
        select price;
}
