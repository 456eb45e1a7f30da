using Microsoft.Extensions.Options;
using Sward.Mall.Catalog;
using Sward.Mall.Orders;
using Sward.Mall.Pricing;
using Sward.Mall.Pricing.Steps;

namespace Sward.Mall.AfterSales;

/// <summary>How far the public price of a line has fallen below what the buyer paid for its goods.</summary>
/// <param name="UnitMinor">For each unit; 0 for those that have their part already, or that another request is about.</param>
internal sealed record PriceDrop(OrderLine Line, IReadOnlyList<long> UnitMinor)
{
    public long TotalMinor => UnitMinor.Sum();
}

/// <summary>The guarantee as the buyer sees it.</summary>
/// <param name="Due">What it gives back now.</param>
internal sealed record PriceGuaranteeView(DateTimeOffset Until, Money Due);

/// <summary>
/// The promise that whoever bought at the public price pays no more than the lowest public price of the days after payment (mall.md 6). Prices of limited-time purchases, live rooms, members and bundles are none: neither what
/// was bought at them is covered, nor do they count as lower prices.
/// </summary>
internal sealed class PriceGuarantee(MallDb db, IOptions<MallOptions> options, TimeProvider clock)
{
    /// <summary>The end of the guarantee, or null when the order has none.</summary>
    public DateTimeOffset? EndOf(Order order) =>
        order is { IsPriceGuaranteed: true, PaidAt: { } paidAt } && order.Why.Where(note => note.Step is PriceStep.UnitPrice).All(note => note.Why.Key is UnitPriceStep.PublicPrice)
            ? paidAt.AddDays(options.Value.PriceGuaranteeDays)
            : null;

    /// <summary>What is due to the buyer now, whether or not the guarantee still holds. Lines whose price has not fallen are left out.</summary>
    public async Task<IReadOnlyList<PriceDrop>> DropsAsync(Order order, CancellationToken ct)
    {
        if (!OrderStates.Sold.Contains(order.State))
        {
            return [];
        }

        var prices = (await WasPrices.Rows(db, [.. order.Lines.Select(line => line.SkuId)], order.PlacedAt, clock.GetUtcNow()).ToListAsync(ct)).ToLookup(price => price.SkuId, price => price.PriceMinor);
        var requests = await db.AfterSales.Where(a => a.OrderId == order.Id).ToListAsync(ct);
        return
        [
            .. order.Lines.Where(line => prices.Contains(line.SkuId))
                .Select(line => new PriceDrop(line, DropOf(line, prices[line.SkuId].Min(), [.. requests.Where(a => a.LineId == line.Id).SelectMany(a => a.ClaimedUnits)])))
                .Where(drop => drop.TotalMinor > 0),
        ];
    }

    /// <summary>What the buyer is told on the order's page; null when there is no guarantee, or none any more.</summary>
    public async Task<PriceGuaranteeView?> FindAsync(long buyerId, long orderId, CancellationToken ct)
    {
        var order = await db.Orders.AsNoTracking().Include(o => o.Lines).SingleOrDefaultAsync(o => o.Id == orderId && o.BuyerId == buyerId, ct);
        return order is not null && EndOf(order) is { } end && clock.GetUtcNow() < end && OrderStates.Sold.Contains(order.State)
            ? new(end, new Money((await DropsAsync(order, ct)).Sum(drop => drop.TotalMinor), order.Currency))
            : null;
    }

    private static IReadOnlyList<long> DropOf(OrderLine line, long lowestMinor, HashSet<int> claimed) =>
        [.. Enumerable.Range(0, line.Units).Select(unit => claimed.Contains(unit) ? 0 : Math.Max(0, line.UnitGoodsMinor[unit] - line.UnitGivenBackMinor(unit) - lowestMinor))];
}
