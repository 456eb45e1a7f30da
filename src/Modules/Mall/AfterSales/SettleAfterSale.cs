using Sward.Contracts.Mall;
using Sward.Mall.Ledger;
using Sward.Mall.Orders;
using Sward.Mall.Payments;
using Sward.Mall.Shipments;

namespace Sward.Mall.AfterSales;

/// <summary>What follows from an answer, whoever gave it: the store, the platform, or silence.</summary>
internal sealed class SettleAfterSale(MallDb db, Refunds refunds, Books books, TimeProvider clock)
{
    /// <summary>Agreed: what need not come back is refunded at once; what was missing is awaited.</summary>
    public async Task AgreeAsync(Dossier dossier, AfterSale afterSale, Actor by, string reason, CancellationToken ct)
    {
        afterSale.MoveTo(AfterSaleState.SellerAgreed, by, reason, clock.GetUtcNow());
        if (afterSale.Kind is AfterSaleKind.RefundOnly)
        {
            await GiveBackAsync(dossier, afterSale, Actor.System, "agreed", ct);
        }
    }

    /// <summary>The goods are back: they are refunded, or others are awaited.</summary>
    public async Task ReceiveAsync(Dossier dossier, AfterSale afterSale, Actor by, string reason, CancellationToken ct)
    {
        afterSale.MoveTo(AfterSaleState.SellerReceived, by, reason, clock.GetUtcNow());
        OweReturnFreight(dossier, afterSale);
        if (afterSale.Kind is not AfterSaleKind.Exchange)
        {
            await GiveBackAsync(dossier, afterSale, Actor.System, "received", ct);
        }
    }

    /// <summary>The money goes back, and an order that waited only for these units goes on.</summary>
    public async Task GiveBackAsync(Dossier dossier, AfterSale afterSale, Actor by, string reason, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var order = dossier.Order(afterSale.OrderId);
        if (afterSale.State is AfterSaleState.PlatformIntervening && afterSale.Carrier is not null)
        {
            // The store has the goods, rejected them, and was not right.
            OweReturnFreight(dossier, afterSale);
        }

        afterSale.MoveTo(AfterSaleState.Refunding, by, reason, now);
        var refunded = order.Lines.Single(line => line.Id == afterSale.LineId);
        // Of a part that the platform awards nothing is known to be freight.
        refunds.OfOrder(dossier, order, afterSale.AmountMinor, "after-sale", refunded, afterSale.AmountMinor == afterSale.ClaimMinor ? afterSale.KeptFreightMinor : 0);
        if (order.Lines.Where(line => line.ProductId == refunded.ProductId).All(line => line.UndoneMinor == line.TotalMinor))
        {
            db.Announce(new GoodsRefunded(order.Id, order.BuyerId, [refunded.ProductId], now));
        }

        afterSale.MarkRefunded();
        afterSale.MoveTo(AfterSaleState.Done, Actor.System, "refunded", now);
        (await Parcels.OfAsync(db, order, ct)).Lead("after-sale", now);
    }

    /// <summary>Beside the refund, because a provider gives back no more than it took: the store owes it, and the buyer has it paid out.</summary>
    private void OweReturnFreight(Dossier dossier, AfterSale afterSale)
    {
        if (afterSale.ReturnFreightMinor > 0)
        {
            var order = dossier.Order(afterSale.OrderId);
            order.CountPenalty(afterSale.ReturnFreightMinor);
            books.ReturnFreight(dossier.Purchase, order, afterSale.Id, afterSale.ReturnFreightMinor, clock.GetUtcNow());
        }
    }
}
