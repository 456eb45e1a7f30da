using Microsoft.Extensions.Options;
using Sward.Mall.Orders;

namespace Sward.Mall.AfterSales;

/// <summary>
/// Silence is agreement: carries on requests that the store has not answered and returns that nobody has acknowledged, gives the money back for goods that the
/// store promised and never sent, and ends those that the buyer left lying.
/// </summary>
internal sealed class AgreeAfterSilence(MallDb db, EachPurchase each, SettleAfterSale settle, AnnounceAfterSale announce, IOptions<MallOptions> options, TimeProvider clock) : IClockJob
{
    private const string Reason = "time";

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (unanswered, unmoved, uncalled) = (
            now.AddHours(-options.Value.AgreeAfterHours), now.AddDays(-options.Value.ReturnDays), now.AddDays(-options.Value.CallPlatformDays));
        var due = db.AfterSales.Where(a =>
            (a.State == AfterSaleState.Applied && a.ChangedAt <= unanswered)
            || ((a.State == AfterSaleState.SellerAgreed || a.State == AfterSaleState.BuyerShipping || a.State == AfterSaleState.SellerReceived) && a.ChangedAt <= unmoved)
            || ((a.State == AfterSaleState.SellerRefused || a.State == AfterSaleState.SellerRejected) && a.ChangedAt <= uncalled));
        await each.RunAsync(db.Orders.Where(o => due.Any(a => a.OrderId == o.Id)).Select(o => o.PurchaseId), async dossier =>
        {
            var orderIds = dossier.Orders.Select(o => o.Id).ToArray();
            foreach (var afterSale in await due.Where(a => orderIds.Contains(a.OrderId)).OrderBy(a => a.Id).ToListAsync(ct))
            {
                await CarryOnAsync(dossier, afterSale, ct);
                announce.Moved(dossier.Order(afterSale.OrderId), afterSale, Actor.System);
            }
        }, ct);
    }

    private async Task CarryOnAsync(Dossier dossier, AfterSale afterSale, CancellationToken ct)
    {
        switch (afterSale.State)
        {
            case AfterSaleState.Applied:
                await settle.AgreeAsync(dossier, afterSale, Actor.System, Reason, ct);
                break;
            case AfterSaleState.BuyerShipping:
                await settle.ReceiveAsync(dossier, afterSale, Actor.System, Reason, ct);
                break;
            case AfterSaleState.SellerAgreed or AfterSaleState.SellerReceived when afterSale.AwaitsGoods:
                await settle.GiveBackAsync(dossier, afterSale, Actor.System, Reason, ct);
                break;
            default:
                afterSale.MoveTo(AfterSaleState.BuyerCancelled, Actor.System, Reason, clock.GetUtcNow());
                break;
        }
    }
}
