using Microsoft.Extensions.Options;
using Sward.Mall.Orders;

namespace Sward.Mall.Deliveries;

/// <summary>On which days large goods can be delivered, as their stores say now.</summary>
internal sealed class DeliveryDays(MallDb db, IOptions<MallOptions> options, TimeZoneInfo zone, TimeProvider clock)
{
    /// <summary>The days of one product; none for goods of another kind.</summary>
    public IReadOnlyList<DateOnly> Of(DeliveryTerms? terms) => terms?.DaysFrom(Today, options.Value.DeliveryHorizonDays) ?? [];

    /// <summary>The days on which all goods of an order can come together.</summary>
    public async Task<IReadOnlyList<DateOnly>> OfAsync(Order order, CancellationToken ct)
    {
        var productIds = order.ProductIds;
        var terms = await db.Products.AsNoTracking().Where(p => productIds.Contains(p.Id)).Select(p => p.Delivery).ToListAsync(ct);
        return terms.Count == 0 ? [] : [.. terms.Select(Of).Aggregate((days, more) => [.. days.Intersect(more)])];
    }

    /// <summary>The same for its page; none when the order is not on its way to be chosen for any more.</summary>
    public async Task<IReadOnlyList<DateOnly>> OfAsync(long orderId, CancellationToken ct) =>
        await db.Orders.AsNoTracking().Include(o => o.Lines).SingleOrDefaultAsync(o => o.Id == orderId && o.State == OrderState.ToShip && o.DeliveryDay != null, ct) is { } order
            ? await OfAsync(order, ct)
            : [];

    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
}
