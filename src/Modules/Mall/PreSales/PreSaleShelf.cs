using Sward.Mall.Checkout;
using Sward.Mall.Stock;

namespace Sward.Mall.PreSales;

/// <summary>The pre-sales that a batch of checkouts is about, and how many units of each are ordered. Read under the lock of the shelf, so that nobody else orders more of them meanwhile.</summary>
internal sealed class PreSaleShelf(Dictionary<long, int> ordered)
{
    public static async Task<PreSaleShelf> OpenAsync(MallDb db, IReadOnlyList<CheckoutWish> batch, CancellationToken ct)
    {
        long[] ids = [.. batch.Select(wish => wish.PreSale?.Id).OfType<long>().Distinct()];
        return new(ids.Length == 0 ? [] : await db.Holds.Where(h => h.PreSaleId != null && ids.Contains(h.PreSaleId.Value) && h.State != HoldState.Released)
            .GroupBy(h => h.PreSaleId!.Value).Select(sale => new { sale.Key, Units = sale.Sum(h => h.Units) }).ToDictionaryAsync(sale => sale.Key, sale => sale.Units, ct));
    }

    /// <summary>Why the wish cannot be had, or null. Deposits may have ended while it waited in the queue.</summary>
    public CheckoutOutcome? RefusalOf(PreSale sale, CheckoutWish wish) =>
        !sale.IsOpenAt(wish.At) ? new PreSaleNotOpen()
        : ordered.GetValueOrDefault(sale.Id) + wish.Units > sale.Units ? new SoldOut()
        : null;

    /// <summary>Counts the units of a wish that was not refused.</summary>
    public void Book(PreSale sale, CheckoutWish wish) => ordered[sale.Id] = ordered.GetValueOrDefault(sale.Id) + wish.Units;
}
