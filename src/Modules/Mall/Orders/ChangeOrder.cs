namespace Sward.Mall.Orders;

/// <summary>The frame of every change somebody makes to an order: find it, check who asks, lock it, change it, commit.</summary>
internal sealed class ChangeOrder(MallDb db, Idempotency once, TimeProvider clock)
{
    /// <summary>Runs the change under the purchase's lock. To strangers the order does not exist; the other side is told that it is not theirs to do.</summary>
    /// <param name="by">The roles that may make the change.</param>
    public async Task RunAsync(
        long accountId, long orderId, IReadOnlyList<ActorKind> by, Func<Dossier, Order, Actor, Task> changeAsync, CancellationToken ct)
    {
        var parties = await PartiesAsync(db.Orders.Where(o => o.Id == orderId && (o.BuyerId == accountId || o.SellerId == accountId)), ct);
        // Somebody who buys from their own store is both.
        var actor = by.Where(kind => accountId == (kind is ActorKind.Buyer ? parties.BuyerId : parties.SellerId))
            .Select(kind => (Actor?)new Actor(kind, accountId)).FirstOrDefault()
            ?? throw new Refusal("mall.not-yours", StatusCodes.Status403Forbidden);
        await RunAsync(parties.PurchaseId, orderId, actor, changeAsync, ct);
    }

    /// <summary>Runs an operator's change. Whoever is a side of the order does not decide about it.</summary>
    public async Task RunAsOperatorAsync(long accountId, long orderId, Func<Dossier, Order, Actor, Task> changeAsync, CancellationToken ct)
    {
        var parties = await PartiesAsync(db.Orders.Where(o => o.Id == orderId), ct);
        if (accountId == parties.BuyerId || accountId == parties.SellerId)
        {
            throw new Refusal("mall.own-case", StatusCodes.Status403Forbidden);
        }

        await RunAsync(parties.PurchaseId, orderId, new Actor(ActorKind.Operator, accountId), changeAsync, ct);
    }

    private async Task RunAsync(long purchaseId, long orderId, Actor actor, Func<Dossier, Order, Actor, Task> changeAsync, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var dossier = await Dossier.OpenAsync(db, purchaseId, ct);
        if (once.Key is { } key)
        {
            if (await db.OrderChanges.AnyAsync(c => c.OrderId == orderId && c.AccountId == actor.AccountId && c.Key == key, ct))
            {
                return;
            }

            db.OrderChanges.Add(new OrderChange { OrderId = orderId, AccountId = actor.AccountId!.Value, Key = key, At = clock.GetUtcNow() });
        }

        await changeAsync(dossier, dossier.Order(orderId), actor);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task<Parties> PartiesAsync(IQueryable<Order> one, CancellationToken ct) =>
        await one.Select(o => new Parties(o.PurchaseId, o.BuyerId, o.SellerId)).SingleOrDefaultAsync(ct)
        ?? throw new Refusal("mall.order-not-found", StatusCodes.Status404NotFound);

    private sealed record Parties(long PurchaseId, long BuyerId, long SellerId);
}
