using Microsoft.Extensions.Options;
using Sward.Mall.Orders;

namespace Sward.Mall.AfterSales;

/// <summary>
/// Silence is agreement: carries on requests that the seller has not answered and returns that nobody has acknowledged, and ends those whose goods the buyer
/// never sent.
/// </summary>
internal sealed class AgreeAfterSilence(MallDb db, EachPurchase each, AnswerAfterSale answer, IOptions<MallOptions> options, TimeProvider clock) : IClockJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var unanswered = clock.GetUtcNow().AddHours(-options.Value.AgreeAfterHours);
        var unmoved = clock.GetUtcNow().AddDays(-options.Value.ReturnDays);
        var due = db.AfterSales.Where(a =>
            (a.State == AfterSaleState.Applied && a.ChangedAt <= unanswered)
            || ((a.State == AfterSaleState.SellerAgreed || a.State == AfterSaleState.BuyerShipping) && a.ChangedAt <= unmoved));
        await each.RunAsync(db.Orders.Where(o => due.Any(a => a.OrderId == o.Id)).Select(o => o.PurchaseId), async dossier =>
        {
            var orderIds = dossier.Orders.Select(o => o.Id).ToArray();
            foreach (var afterSale in await due.Where(a => orderIds.Contains(a.OrderId)).ToListAsync(ct))
            {
                Action<Dossier, Order, AfterSale, Actor> carryOn = afterSale.State switch
                {
                    AfterSaleState.Applied => answer.Agree,
                    AfterSaleState.SellerAgreed => answer.Cancel,
                    _ => answer.Received,
                };
                carryOn(dossier, dossier.Order(afterSale.OrderId), afterSale, Actor.System);
            }
        }, ct);
    }
}
