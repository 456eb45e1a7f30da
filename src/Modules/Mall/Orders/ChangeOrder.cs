namespace Sward.Mall.Orders;

/// <summary>The frame of every change somebody makes to an order: find it, check who asks, lock it, change it, commit.</summary>
internal sealed class ChangeOrder(MallDb db)
{
    /// <summary>Runs the change under the purchase's lock. To strangers the order does not exist; the other side is told that it is not theirs to do.</summary>
    /// <param name="by">The roles that may make the change.</param>
    public async Task RunAsync(
        long accountId, long orderId, IReadOnlyList<ActorKind> by, Func<Dossier, Order, Actor, Task> changeAsync, CancellationToken ct)
    {
        var parties = await db.Orders.Where(o => o.Id == orderId && (o.BuyerId == accountId || o.SellerId == accountId))
            .Select(o => new { o.PurchaseId, o.BuyerId, o.SellerId }).SingleOrDefaultAsync(ct)
            ?? throw new Refusal("mall.order-not-found", StatusCodes.Status404NotFound);
        // Somebody who buys from their own store is both.
        var actor = by.Where(kind => accountId == (kind is ActorKind.Buyer ? parties.BuyerId : parties.SellerId))
            .Select(kind => (Actor?)new Actor(kind, accountId)).FirstOrDefault()
            ?? throw new Refusal("mall.not-yours", StatusCodes.Status403Forbidden);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var dossier = await Dossier.OpenAsync(db, parties.PurchaseId, ct);
        await changeAsync(dossier, dossier.Order(orderId), actor);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
