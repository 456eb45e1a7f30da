namespace Sward.Mall.Orders;

/// <summary>Runs a job's work on one purchase after the other, each in its own short transaction under its own lock.</summary>
internal sealed class EachPurchase(MallDb db, Backlog backlog)
{
    /// <summary>Works on every purchase that the query names.</summary>
    /// <param name="workAsync">Decides anew under the lock: what was due when the job looked may have changed since.</param>
    /// <param name="beforeAsync">What needs the network and so has to be over before the transaction begins.</param>
    public Task RunAsync(IQueryable<long> purchaseIds, Func<Dossier, Task> workAsync, CancellationToken ct, Func<long, Task>? beforeAsync = null) =>
        backlog.WorkOffAsync(purchaseIds, async purchaseId =>
        {
            await (beforeAsync?.Invoke(purchaseId) ?? Task.CompletedTask);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await workAsync(await Dossier.OpenAsync(db, purchaseId, ct));
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }, ct);
}
