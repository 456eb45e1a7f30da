using Microsoft.Extensions.Options;
using Sward.Mall.AfterSales;
using Sward.Mall.Ledger;
using Sward.Mall.Payments;
using Sward.Mall.Points;
using Sward.Mall.Shipments;

namespace Sward.Mall.Orders;

/// <summary>Ends purchases whose time to pay is over and gives their stock back, unless the provider says that they were paid after all.</summary>
internal sealed class ExpireOrders(MallDb db, EachPurchase each, AskProviders ask, CancelOrder cancel, TimeProvider clock) : IClockJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var overdue = db.Orders.Where(o => OrderStates.Unpaid.Contains(o.State) && o.ExpiresAt <= now);
        await each.RunAsync(overdue.Select(o => o.PurchaseId), dossier => OrderStates.Unpaid.Contains(dossier.Orders[0].State) && dossier.Orders[0].ExpiresAt <= now
            ? cancel.ExpireAsync(dossier, ct)
            : Task.CompletedTask, ct, beforeAsync: purchaseId => ask.AskAsync(db.Payments.Where(p => p.PurchaseId == purchaseId && p.ChargeId == null), ct));
    }
}

/// <summary>Takes receipt for granted some days after delivery; where no carrier tells of it, after the last parcel left.</summary>
internal sealed class ReceiveOverdueOrders(MallDb db, EachPurchase each, ReceiveOrder receive, IOptions<MallOptions> options, TimeProvider clock) : IClockJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow().AddDays(-options.Value.ReceiveAfterDays);
        var overdue = db.Orders.Where(o => (o.State == OrderState.Delivered && o.DeliveredAt <= before) || (o.State == OrderState.Shipped && o.ShippedAt <= before));
        await each.RunAsync(overdue.Select(o => o.PurchaseId), async dossier =>
        {
            foreach (var order in dossier.Orders.Where(o => (o.State is OrderState.Delivered && o.DeliveredAt <= before) || (o.State is OrderState.Shipped && o.ShippedAt <= before)))
            {
                var parcels = await Parcels.OfAsync(db, order, ct);
                // Time delivers no parcel that went astray.
                if (!parcels.IsAnyAstray)
                {
                    receive.Receive(order, parcels, Actor.System, "time");
                }
            }
        }, ct);
    }
}

/// <summary>Ends received orders whose window for after-sales is over, and shares out what is left of their money.</summary>
internal sealed class CloseOrders(MallDb db, EachPurchase each, Books books, EarnPoints points, ReceiptWindows windows, TimeProvider clock) : IClockJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var before = windows.ClosedIfBefore();
        var received = db.Orders.Where(o => (o.State == OrderState.Completed || o.State == OrderState.PartRefunded) && o.ReceivedAt < before);
        await each.RunAsync(received.Where(o => !OpenAfterSales.Any(a => a.OrderId == o.Id)).Select(o => o.PurchaseId), dossier => CloseAsync(dossier, before, ct), ct);
    }

    private IQueryable<AfterSale> OpenAfterSales => db.AfterSales.Where(a => !AfterSale.Ended.Contains(a.State));

    private async Task CloseAsync(Dossier dossier, DateTimeOffset before, CancellationToken ct)
    {
        var orderIds = dossier.Orders.Select(o => o.Id).ToArray();
        var open = await OpenAfterSales.Where(a => orderIds.Contains(a.OrderId)).Select(a => a.OrderId).ToListAsync(ct);
        foreach (var order in dossier.Orders.Where(o => o.State is OrderState.Completed or OrderState.PartRefunded && o.ReceivedAt < before && !open.Contains(o.Id)))
        {
            order.MoveTo(OrderState.Closed, Actor.System, "time", clock.GetUtcNow());
            books.Settled(dossier.Purchase, order, dossier.SharesOf(order), clock.GetUtcNow());
            await points.RunAsync(order, ct);
        }
    }
}
