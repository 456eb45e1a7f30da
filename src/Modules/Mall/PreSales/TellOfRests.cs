using Sward.Contracts.Mall;
using Sward.Mall.Orders;

namespace Sward.Mall.PreSales;

/// <summary>Tells buyers that the rest can be paid, and a day before the window ends that it is about to be too late; each once.</summary>
internal sealed class TellOfRests(MallDb db, EachPurchase each, TimeProvider clock) : IClockJob
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await TellAsync(RestNews.Open, db.PreSales.Where(s => s.FinalFrom <= now && now < s.FinalUntil), ct);
        var soon = now + Ahead;
        // A window of no more than a day has just been told of.
        await TellAsync(RestNews.Closing, db.PreSales.Where(s => s.FinalFrom < now && now < s.FinalUntil && s.FinalUntil <= soon), ct);
    }

    private Task TellAsync(RestNews news, IQueryable<PreSale> due, CancellationToken ct) => each.RunAsync(
        from purchase in db.Purchases
        where due.Any(s => s.Id == purchase.PreSaleId) && db.Orders.Any(o => o.PurchaseId == purchase.Id && o.State == OrderState.PendingFinal)
            && !db.RestNotices.Any(n => n.PurchaseId == purchase.Id && n.News == news)
        select purchase.Id,
        dossier => TellAsync(dossier, news, ct), ct);

    private async Task TellAsync(Dossier dossier, RestNews news, CancellationToken ct)
    {
        var (sale, now) = (dossier.PreSale!, clock.GetUtcNow());
        if (dossier.Orders[0].State is not OrderState.PendingFinal || !await db.InsertOnceAsync(new RestNotice { PurchaseId = dossier.Purchase.Id, News = news, At = now }, ct)
            || (news is RestNews.Closing && sale.FinalUntil - sale.FinalFrom <= Ahead))
        {
            return;
        }

        foreach (var order in dossier.Orders)
        {
            if (news is RestNews.Open)
            {
                db.Announce(new RestDue(order.Id, order.Number, order.BuyerId, sale.FinalUntil, now));
            }
            else
            {
                db.Announce(new RestClosing(order.Id, order.Number, order.BuyerId, sale.FinalUntil, now));
            }
        }
    }
}
