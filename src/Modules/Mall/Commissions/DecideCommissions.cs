using Microsoft.Extensions.Options;
using Sward.Mall.Ledger;
using Sward.Mall.Orders;

namespace Sward.Mall.Commissions;

/// <summary>Decides who earns by orders that are being placed, by the rates and touches of that moment. Whoever places orders calls it, whichever way they came about.</summary>
internal sealed class DecideCommissions(IOptions<MallOptions> options)
{
    /// <summary>Adds the commissions of these orders to what the next save writes.</summary>
    public async Task DecideAsync(MallDb db, IReadOnlyList<Order> orders, CancellationToken ct)
    {
        if (orders.Count == 0)
        {
            return;
        }

        long[] productIds = [.. orders.SelectMany(order => order.ProductIds).Distinct()];
        var categories = await db.Products.Where(p => productIds.Contains(p.Id)).Select(p => new { p.Id, p.Category }).ToDictionaryAsync(p => p.Id, p => p.Category, ct);
        RatedGoods GoodsOf(Order order, OrderLine line) => new(line.ProductId, categories[line.ProductId], order.StoreId, order.Currency);
        var rates = await db.RatesForAsync([.. orders.SelectMany(order => order.Lines, GoodsOf).Distinct()], options.Value, ct);
        if (rates.Count == 0)
        {
            return;
        }

        var touches = await TouchesAsync(db, orders, productIds, ct);
        foreach (var order in orders)
        {
            foreach (var line in order.Lines)
            {
                db.LineCommissions.AddRange(Of(order, line, GoodsOf(order, line), rates, LastTouch(order, touches[(order.BuyerId, line.ProductId)])));
            }
        }
    }

    private static IEnumerable<LineCommission> Of(Order order, OrderLine line, RatedGoods goods, List<CommissionRate> rates, Touch? touch)
    {
        var left = Enumerable.Range(0, line.Units)
            .Select(unit => CommissionTerms.BaseOf(line.UnitGoodsMinor[unit], line.UnitGoodsSubsidyMinor[unit], includedTaxMinor: 0)).ToArray();
        var bases = left.ToArray();
        foreach (var kind in touch is null ? [CommissionKind.Platform] : Enum.GetValues<CommissionKind>())
        {
            if (rates.Find(kind, goods, order.PlacedAt) is not { } rate)
            {
                continue;
            }

            // Both together leave the store nothing less than nothing.
            long[] units = [.. bases.Zip(left, (unit, rest) => Math.Min(rate.Terms.Of(unit), rest))];
            left = [.. left.Zip(units, (rest, taken) => rest - taken)];
            yield return new LineCommission
            {
                LineId = line.Id,
                Kind = kind,
                OrderId = order.Id,
                EarnerId = kind is CommissionKind.Creator ? touch!.EarnerId : Posting.Platform,
                RateId = rate.Id,
                UnitMinor = units,
                TotalMinor = units.Sum(),
                Touch = kind is CommissionKind.Creator ? touch!.Kind : null,
                SourceId = kind is CommissionKind.Creator ? touch!.SourceId : null,
                At = order.PlacedAt,
            };
        }
    }

    private async Task<ILookup<(long BuyerId, long ProductId), Touch>> TouchesAsync(MallDb db, IReadOnlyList<Order> orders, long[] productIds, CancellationToken ct)
    {
        long[] buyerIds = [.. orders.Select(order => order.BuyerId).Distinct()];
        var since = orders.Min(order => order.PlacedAt).AddDays(-options.Value.LongestTouchDays);
        var touches = await db.Touches.AsNoTracking().Where(t => buyerIds.Contains(t.AccountId) && productIds.Contains(t.ProductId) && t.At >= since).ToListAsync(ct);
        return touches.ToLookup(touch => (touch.AccountId, touch.ProductId));
    }

    /// <summary>The last touch within its window. When that is the buyer's own link, or the seller's, nobody earns.</summary>
    private Touch? LastTouch(Order order, IEnumerable<Touch> touches)
    {
        var last = touches.Where(touch => touch.At <= order.PlacedAt && touch.At >= order.PlacedAt.AddDays(-options.Value.TouchDays(touch.Kind))).MaxBy(touch => touch.At);
        return last is null || last.EarnerId == order.BuyerId || last.EarnerId == order.SellerId ? null : last;
    }
}
