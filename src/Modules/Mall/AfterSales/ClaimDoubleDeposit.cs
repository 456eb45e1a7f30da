using Sward.Mall.Orders;
using Sward.Mall.PreSales;
using Sward.Mall.Shipments;

namespace Sward.Mall.AfterSales;

/// <summary>A buyer whose pre-sale was not sent by the promised day has the deposit back twice, and the money for what has not left the store.</summary>
internal sealed class ClaimDoubleDeposit(MallDb db, CancelOrder cancel, DepositFate deposits, TimeProvider clock)
{
    public async Task<AfterSale> ClaimAsync(Dossier dossier, Order order, Actor buyer, string reason, CancellationToken ct)
    {
        if (dossier.PreSale is not { } sale || order.State is not (OrderState.ToShip or OrderState.PartShipped))
        {
            throw new Refusal("mall.order-state");
        }

        if (!deposits.IsLate(sale.ShipBy))
        {
            throw new Refusal("mall.pre-sale-in-time");
        }

        if (order.State is OrderState.PartShipped)
        {
            return await ClaimUnsentAsync(dossier, order, buyer, reason, ct);
        }

        await cancel.CancelPaidAsync(dossier, order, buyer, reason, ct);
        return db.AfterSales.Local.Single(afterSale => afterSale.OrderId == order.Id);
    }

    /// <summary>What was sent stays sold.</summary>
    private async Task<AfterSale> ClaimUnsentAsync(Dossier dossier, Order order, Actor buyer, string reason, CancellationToken ct)
    {
        var (line, parcels) = (order.Lines[0], await Parcels.OfAsync(db, order, ct));
        var claimed = parcels.Requests.SelectMany(request => request.ClaimedUnits).ToHashSet();
        int[] units = [.. Enumerable.Range(0, line.Units).Where(unit => !claimed.Contains(unit)).Take(parcels.ToSend(line))];
        if (units.Length == 0)
        {
            throw new Refusal("mall.after-sale-exists");
        }

        var afterSale = deposits.GiveDouble(dossier, order, units, units.Sum(line.UnitLeftMinor), buyer, reason);
        // The request has to be there for the parcels to see that nothing is left to send.
        await db.SaveChangesAsync(ct);
        (await Parcels.OfAsync(db, order, ct)).Lead("after-sale", clock.GetUtcNow());
        return afterSale;
    }
}
