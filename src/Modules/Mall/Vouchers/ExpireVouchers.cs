using Sward.Mall.Orders;

namespace Sward.Mall.Vouchers;

/// <summary>Ends vouchers that were not used in time and gives their money back.</summary>
internal sealed class ExpireVouchers(MallDb db, EachPurchase each, OrderVouchers vouchers, TimeProvider clock) : IClockJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var over = db.Vouchers.Where(v => v.State == VoucherState.Issued && v.ValidUntil <= now);
        await each.RunAsync(db.Orders.Where(o => over.Any(v => v.OrderId == o.Id)).Select(o => o.PurchaseId), dossier => vouchers.ExpireAsync(dossier, ct), ct);
    }
}
