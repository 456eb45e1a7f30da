namespace Sward.Mall.FlashSales;

/// <summary>Flash prices for the price engine.</summary>
internal static class FlashPrices
{
    /// <summary>What one unit costs in a sale, by variant; empty when it does not run. Only a purchase in the sale has this price: its units are others than those of the shelf.</summary>
    public static async Task<IReadOnlyDictionary<long, long>> OfAsync(MallDb db, long? saleId, DateTimeOffset at, CancellationToken ct) => saleId is null
        ? new Dictionary<long, long>()
        : await db.FlashSales.Where(s => s.Id == saleId && s.State == FlashSaleState.Running && s.StartsAt <= at && at < s.EndsAt)
            .ToDictionaryAsync(s => s.SkuId, s => s.PriceMinor, ct);
}
